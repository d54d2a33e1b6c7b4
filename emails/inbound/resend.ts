import { Resend } from 'resend';
import { MAX_BYTES } from './read-mail.ts';

type Options = { apiKey: string; baseUrl?: string | undefined; timeoutMs?: number };

/** Fetches the mails that Resend took in, as they came. Null for one that is too large; rejects when trying again may help. */
export function resendInbound({ apiKey, baseUrl, timeoutMs = 8_000 }: Options) {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async (emailId: string): Promise<Uint8Array | null> => {
    const signal = AbortSignal.timeout(timeoutMs);
    const { data, error } = await resend.emails.receiving.get(emailId, {}, { signal });
    if (!data?.raw) throw new Error(`resend inbound: ${error?.statusCode ?? 'no mail'} ${error?.name ?? ''}`);
    const answer = await fetch(data.raw.download_url, { signal, redirect: 'error' });
    if (!answer.ok || !answer.body) throw new Error(`resend inbound: download ${answer.status}`);
    return readAtMost(answer.body, MAX_BYTES);
  };
}

async function readAtMost(body: ReadableStream<Uint8Array>, most: number) {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
