import { z } from '@hono/zod-openapi';
import { json, moment } from '../../http/contract.ts';

export const calendarFeed = z
  .object({
    url: z
      .string()
      .describe('Who knows it can read title, time and place of the appointments, until it is revoked'),
    createdAt: moment,
  })
  .openapi('CalendarFeed');

export const secretHeader = z.object({
  'calendar-secret': z
    .string()
    .regex(/^[\w-]{43}$/)
    .describe('What the address of a personal calendar carries'),
});

const { headers } = json(z.string(), '');

/** An answer that is a calendar file. */
export const calendarFile = (description: string) => ({
  description,
  headers,
  content: { 'text/calendar': { schema: z.string() } },
});
