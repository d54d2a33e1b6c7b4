import type { Config } from '../api/config.ts';
import type { Client, Failure, Me } from './client.ts';
import type { Locale } from './links.ts';
import type { OpenApiDocument } from './openapi.ts';
import type { Help } from '../api/people/municipalities/help.ts';
import type { MailboxReader } from '../api/mail/mailbox/queries.ts';

declare global {
  namespace App {
    interface Locals {
      locale: Locale;
      /** The moment of the request, asked once. */
      now: string;
      publicUrl: string;
      /** Whether the database holds demo data: pages and files say so. */
      isDemo: boolean;
      /** Whether others than who runs it can reach the portal: what is only for trying is not there then. */
      exposed: boolean;
      contacts: Config['contacts'];
      api: Client;
      /** How each municipality helps who would rather talk to someone. */
      help: () => Promise<Help[]>;
      openapi: () => Promise<OpenApiDocument>;
      /** Null when mails go out for real. */
      mailbox: MailboxReader | null;
      me: Me | null;
      /** The API could not answer, so no page can be made. */
      failure?: Failure;
    }
  }
}
