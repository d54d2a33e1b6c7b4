declare namespace App {
  interface Locals {
    locale: import('./links.ts').Locale;
    /** The moment of the request, asked once. */
    now: string;
    api: import('./client.ts').Client;
    openapi: () => Promise<import('./openapi.ts').OpenApiDocument>;
    /** Null when mails go out for real. */
    mailbox: import('../api/mailbox/queries.ts').MailboxReader | null;
    me: import('./client.ts').Me | null;
  }
}
