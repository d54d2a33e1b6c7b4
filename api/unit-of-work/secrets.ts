import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

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

/**
 * What a link to one registration carries instead of signing in. It can be made again for every mail; another `version`
 * makes another one.
 */
export const manageToken = (secret: string, registrationId: string, version = 0) =>
  derive(secret, 'manage', registrationId, ...(version === 0 ? [] : [String(version)])).toString('base64url');

/** What the address of a personal calendar carries. */
export const feedSecret = (secret: string, feedId: string) =>
  derive(secret, 'calendar-feed', feedId).toString('base64url');

/** By what a mail that came in is known again. */
export const messageHash = (secret: string, messageId: string) =>
  derive(secret, 'inbound-message', messageId).toString('hex');

/**
 * What a link carries that turns one kind of mail off for one account, and does nothing else. Whose and which can be read
 * from it: whoever has the mail may end it, without signing in.
 */
export const unsubscribeToken = (secret: string, list: 'reminders' | 'digest', accountId: string) =>
  `${list}.${accountId}.${derive(secret, 'unsubscribe', list, accountId).toString('base64url')}`;

/** By what a request is known again: its body may hold names, and a key may be an address. */
export const requestHash = (secret: string, ...parts: string[]) =>
  derive(secret, 'request', ...parts).toString('hex');

const IV_BYTES = 12;
const TAG_BYTES = 16;
const sealingKey = (secret: string, purpose: string) => derive(secret, 'seal', purpose);

/** Makes a text unreadable without the secret. */
export function seal(secret: string, purpose: string, text: string) {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

export function unseal(secret: string, purpose: string, sealed: string) {
  const bytes = Buffer.from(sealed, 'base64');
  const [iv, rest] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES)];
  const cipher = createDecipheriv('aes-256-gcm', sealingKey(secret, purpose), iv);
  cipher.setAuthTag(rest.subarray(0, TAG_BYTES));
  return cipher.update(rest.subarray(TAG_BYTES), undefined, 'utf8') + cipher.final('utf8');
}

/** By what a member is known again on the roster of one association, in lower case. */
export const rosterHash = (secret: string, organisationId: string, value: string) =>
  derive(secret, 'roster', organisationId, value.toLowerCase()).toString('hex');

export function sameToken(given: string, expected: string) {
  const a = Buffer.from(sha256(given));
  const b = Buffer.from(sha256(expected));
  return timingSafeEqual(a, b);
}
