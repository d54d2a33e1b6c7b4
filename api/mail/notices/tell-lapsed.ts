import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { plusMinutes } from '../../language/time.ts';
import { once } from './once.ts';

const LOOK_BACK_MINUTES = 24 * 60;

/** Tells who did not take an offered place in time that it has gone. Only an offer comes from the queue. */
export async function tellLapsed({ tx, now, mail }: Work) {
  const lapsed = await tx
    .select({ registrationId: registrations.id, startsAt: sessions.startsAt })
    .from(sessions)
    .innerJoin(registrations, eq(registrations.sessionId, sessions.id))
    .where(
      and(
        gt(sessions.startsAt, now),
        eq(sessions.status, 'scheduled'),
        eq(registrations.status, 'expired'),
        isNotNull(registrations.waitlistedAt),
        gt(registrations.expiredAt, plusMinutes(now, -LOOK_BACK_MINUTES)),
      ),
    );
  const due = lapsed.map((one) => ({ ...one, kind: 'offerExpired' as const }));
  for (const { registrationId } of await once(tx, due)) {
    await mail({ kind: 'offerExpired', registrationId });
  }
}
