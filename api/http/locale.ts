import type { Context } from 'hono';

/** Dutch unless English is asked for first. */
export const localeOf = (c: Context): 'nl' | 'en' =>
  /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'nl';
