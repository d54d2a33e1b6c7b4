/** What a template makes: the same content as text and as HTML. */
export type Mail = { subject: string; text: string; html: string; attachments: Attachment[] };
export type Attachment = { filename: string; contentType: string; content: string };

/** A mail on its way. `idempotencyKey` is the same at every attempt: a transport delivers a key once. */
export type Message = {
  to: string;
  from: string;
  replyTo: string | null;
  mail: Mail;
  idempotencyKey: string;
  /** Where one POST ends mails like this one (RFC 8058). Only for what nobody needs: a booking's mails have none. */
  unsubscribeUrl?: string | null;
};

/**
 * Resolves when the mail is accepted, with the id under which later news of it comes. Rejects with PermanentFailure when
 * trying again is of no use.
 */
export type Transport = { send: (message: Message) => Promise<{ id: string }>; close?: () => void };

export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
  /** The address itself is refused: nothing that is sent there arrives. */
  readonly unreachable: boolean;
  constructor(message: string, options: { unreachable?: boolean } = {}) {
    super(message);
    this.unreachable = options.unreachable ?? false;
  }
}

/** May well go later. `retryAfterSeconds` is what the provider asks for, for all mails. */
export class TemporaryFailure extends Error {
  override name = 'TemporaryFailure';
  readonly retryAfterSeconds: number | undefined;
  constructor(message: string, retryAfterSeconds?: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The headers that every transport adds: no machine answers these mails, and a newsletter can be ended in one step. */
export const headersOf = ({ unsubscribeUrl }: Pick<Message, 'unsubscribeUrl'>): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(unsubscribeUrl && {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});
