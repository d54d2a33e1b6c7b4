import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_MS = 5 * 60 * 1000;

type Signed = {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  body: string;
};

/**
 * Whether a webhook was signed with this secret at most five minutes from now (the scheme of Svix and Standard Webhooks;
 * the check in Resend's own library asks a clock of its own). `secret` begins with `whsec_`.
 */
export function isSigned(secret: string, { id, timestamp, signature, body }: Signed, now: Date) {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Number(timestamp) * 1000 - now.getTime()) > TOLERANCE_MS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signature.split(' ').some((one) => {
    const [version, value = ''] = one.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
