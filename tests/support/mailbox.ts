import { expect, vi } from 'vitest';

export type Mail = {
  subject: string;
  text: string;
  attachments: { filename: string; contentType: string; content: string }[];
};

/** All mails to an address, newest first. */
export async function mailsTo(url: string, address: string) {
  const answer = await fetch(`${url}/dev/mailbox.json?to=${encodeURIComponent(address)}`);
  return (await answer.json()) as Mail[];
}

/** The newest mail to an address whose subject matches, as soon as the worker has sent it. */
export const mailTo = (url: string, address: string, subject: RegExp) =>
  vi.waitFor(
    async () => {
      const mail = (await mailsTo(url, address)).find((one) => subject.test(one.subject));
      expect(mail, `a mail to ${address} about ${subject}`).toBeDefined();
      return mail!;
    },
    { timeout: 20_000, interval: 250 },
  );

export const codeIn = (mail: Mail) => /\b\d{3} ?\d{3}\b/.exec(mail.text)![0].replace(' ', '');
export const linkIn = (mail: Mail, path: string) =>
  new RegExp(`https?://\\S*${path}\\S*`).exec(mail.text)![0];

export const calendarIn = (mail: Mail) => {
  const [attachment] = mail.attachments;
  return Buffer.from(attachment!.content, 'base64').toString();
};
