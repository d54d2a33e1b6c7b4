import type { Attachment, Transport } from '../mail.ts';

export type StoredMail = {
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Content in base64. */
  attachments: Attachment[];
  idempotencyKey: string;
};

/** Keeps mails to be read in the browser instead of sending them. `store` ignores a key it has seen. */
export const mailboxTransport = (store: (mail: StoredMail) => Promise<void>): Transport => ({
  async send({ to, mail, idempotencyKey }) {
    await store({
      recipient: to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.map((a) => ({
        ...a,
        content: Buffer.from(a.content).toString('base64'),
      })),
      idempotencyKey,
    });
    return { id: idempotencyKey };
  },
});
