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
};

/** Resolves when the mail is accepted. Rejects with PermanentFailure when trying again is of no use. */
export type Transport = { send: (message: Message) => Promise<void> };

export class PermanentFailure extends Error {
  override name = 'PermanentFailure';
}
