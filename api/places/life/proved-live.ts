import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';

/** Has a place, an offer or a turn in the queue for sure: what someone has at most one of in a session. */
export const isProvedLive = or(
  inArray(registrations.status, ['confirmed', 'offered']),
  and(eq(registrations.status, 'waitlisted'), isNull(registrations.expiresAt)),
)!;
