import { z } from 'zod';

/** The address of a mail server, with the name and password to sign in with when they are given. */
export const serverAddress = (protocol: RegExp, error: string) =>
  z
    .url({ protocol, error })
    .refine(isReadable, 'has a % that stands for nothing: write %25 for the sign itself');

export const port = z.coerce.number({ error: 'must be a number' }).int().min(1).max(65535);

export const decoded = (value: string | undefined) => (value ? decodeURIComponent(value) : undefined);

export const isThisMachine = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

function isReadable(value: string) {
  try {
    return Boolean(decodeURIComponent(value));
  } catch {
    return false;
  }
}
