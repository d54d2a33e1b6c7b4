import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Db, Tx } from '../../db/open.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { record } from '../audit.ts';
import type { Deps } from '../deps.ts';
import { offerFreePlaces } from './offer.ts';
import { freePlace, lockSession } from './places.ts';

/** The registrations whose hold or offer has run out. */
export async function lapsedRegistrations(db: Db, now: Date) {
  return db
    .select({ id: registrations.id, sessionId: registrations.sessionId })
    .from(registrations)
    .where(and(inArray(registrations.status, ['held', 'offered']), lte(registrations.expiresAt, now)))
    .limit(500);
}

/** Frees a place that was not confirmed in time. Does nothing when it was confirmed or cancelled meanwhile. */
export async function expire(
  tx: Tx,
  deps: Pick<Deps, 'config' | 'enqueueMail'>,
  lapsed: { id: string; sessionId: string },
  now: Date,
) {
  const session = await lockSession(tx, lapsed.sessionId);
  const [expired] = await tx
    .update(registrations)
    .set({ status: 'expired', expiresAt: null })
    .where(
      and(
        eq(registrations.id, lapsed.id),
        inArray(registrations.status, ['held', 'offered']),
        lte(registrations.expiresAt, now),
      ),
    )
    .returning({ id: registrations.id });
  if (!expired) return;
  await freePlace(tx, session);
  await record(tx, { kind: 'system' }, { action: 'registration.expired', subjectId: lapsed.id, now });
  await offerFreePlaces(tx, deps, session, now);
}
