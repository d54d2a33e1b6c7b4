import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Links and codes are derived from the application's secret, so the worker can write them in a mail while the database
 * holds only hashes.
 */
const derive = (secret: string, ...parts: string[]) =>
  createHmac('sha256', secret).update(parts.join('\0')).digest();

export const sha256 = (value: string) => createHash('sha256').update(value).digest('hex');

/** The token in the link of a challenge. */
export const challengeToken = (secret: string, challengeId: string) =>
  derive(secret, 'challenge-token', challengeId).toString('base64url');

/** The six-digit code of a challenge. */
export const challengeCode = (secret: string, challengeId: string) =>
  String(derive(secret, 'challenge-code', challengeId).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** Six digits are quickly guessed from a plain hash, so the stored hash of a code is keyed. */
export const codeHash = (secret: string, challengeId: string, code: string) =>
  derive(secret, 'challenge-code-hash', challengeId, code).toString('hex');

/** What a link to one registration carries instead of signing in. It can be made again for every mail. */
export const manageToken = (secret: string, registrationId: string) =>
  derive(secret, 'manage', registrationId).toString('base64url');

export function sameToken(given: string, expected: string) {
  const a = Buffer.from(sha256(given));
  const b = Buffer.from(sha256(expected));
  return timingSafeEqual(a, b);
}
