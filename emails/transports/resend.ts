import { type ErrorResponse, Resend } from 'resend';
import { headersOf, PermanentFailure, TemporaryFailure, type Transport } from '../mail.ts';

type Options = { apiKey: string; baseUrl?: string; timeoutMs?: number };

export function resendTransport({ apiKey, baseUrl, timeoutMs = 15_000 }: Options): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return {
    async send(message) {
      const { to, from, replyTo, mail, idempotencyKey } = message;
      const { data, error, headers } = await resend.emails.send(
        {
          to,
          from,
          ...(replyTo && { replyTo }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: headersOf(message),
          attachments: mail.attachments.map((a) => ({ ...a, content: Buffer.from(a.content) })),
        },
        { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
      );
      if (data) return { id: data.id };
      // An earlier attempt with this key was accepted, though its answer never came; the facts have changed since.
      if (error?.name === 'invalid_idempotent_request') return { id: idempotencyKey };
      throw failure(error, headers);
    },
  };
}

/** Only a mail that Resend refuses as such is given up: limits, outages and a wrong key or domain can pass. */
function failure(error: ErrorResponse | null, headers: Record<string, string> | null) {
  const status = error?.statusCode;
  const message = `resend: ${status ?? 'no answer'} ${error?.name ?? ''}`.trim();
  if (status === 400 || status === 422) return new PermanentFailure(message);
  return new TemporaryFailure(message, Number(headers?.['retry-after']) || undefined);
}
