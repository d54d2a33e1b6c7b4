import PostalMime, { addressParser } from 'postal-mime';

/** A mail that came in, as far as it matters here. */
export type InboundMail = {
  messageId: string;
  /** The one address in From; null when there is none, or several. */
  from: string | null;
  /** Whether the server that took it in found it to be sent by that address; null when it says nothing about that. */
  proved: boolean | null;
  subject: string;
  text: string;
  calendars: string[];
};

/** Larger mails are not read. */
export const MAX_BYTES = 2 * 1024 * 1024;
const CALENDAR = ['text/calendar', 'application/ics'];

/** Reads a mail (RFC 5322). Throws when it is none, or is built to be hard to read. */
export async function readMail(raw: Uint8Array, fallbackId: string): Promise<InboundMail> {
  const mail = await PostalMime.parse(raw, {
    attachmentEncoding: 'arraybuffer',
    forceRfc822Attachments: true,
    maxNestingDepth: 20,
    maxHeadersSize: 128 * 1024,
  });
  const headers = (key: string) => mail.headers.filter((header) => header.key === key);
  const senders = headers('from').flatMap(({ value }) => addressParser(value, { flatten: true }));
  const from = senders.length === 1 ? (senders[0]!.address?.trim().toLowerCase() ?? null) : null;
  // A server puts its findings on top, so the first is of the one that took the mail in.
  const [findings] = headers('authentication-results');
  return {
    messageId: mail.messageId?.trim() || fallbackId,
    from: from || null,
    proved: findings ? isProved(findings.value, from ?? '') : null,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    calendars: mail.attachments
      .filter(({ mimeType }) => CALENDAR.includes(mimeType))
      .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content))),
  };
}

/** The same for whatever came in: what is too large (`raw` is null) or no mail is one of which nothing is known. */
export async function readAnyMail(raw: Uint8Array | null, fallbackId: string): Promise<InboundMail> {
  const unreadable = {
    messageId: fallbackId,
    from: null,
    proved: null,
    subject: '',
    text: '',
    calendars: [''],
  };
  return raw ? await readMail(raw, fallbackId).catch(() => unreadable) : unreadable;
}

/** Whether a check (RFC 8601) passed for the domain of this address: DMARC does, DKIM and SPF when it is their domain. */
export function isProved(findings: string, from: string) {
  const domain = from.split('@').at(-1) ?? '';
  return findings
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .some((finding) => {
      const [, check] = /^\s*(dmarc|dkim|spf)\s*=\s*pass\b/.exec(finding) ?? [];
      const [, value = ''] =
        /\b(?:header\.(?:from|d|i)|smtp\.mailfrom)\s*=\s*"?([^\s"]+)/.exec(finding) ?? [];
      const signer = value.split('@').at(-1)!;
      if (!check || !domain) return false;
      if (check === 'dmarc' && !signer) return true;
      return signer !== '' && (domain === signer || domain.endsWith(`.${signer}`));
    });
}
