import type { Context } from 'hono';
import type { Locale } from '../language/locale.ts';

/** Dutch unless English is asked for first. */
export const localeOf = (c: Context): Locale =>
  /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl';
