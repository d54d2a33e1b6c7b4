import { z } from '@hono/zod-openapi';
import { locale } from '../../http/contract.ts';

export const preferences = z
  .object({
    locale: locale.describe('The language of mails'),
    reminders: z.boolean().describe('Reminders before a session, and thanks after it'),
    digest: z.boolean().describe('The overview of the week, for who works for an organisation'),
  })
  .openapi('Preferences', {
    description: 'Mails about a booking itself always come: they say what someone must know',
  });
export type Preferences = z.output<typeof preferences>;

/** What a link in a mail turns off. */
const list = z.enum(['reminders', 'digest']);
export type List = z.output<typeof list>;

export const unsubscription = z.object({ list }).openapi('MailUnsubscription');
export const unsubscribe = z.object({ token: z.string().min(20).max(200) }).openapi('MailUnsubscribe');
