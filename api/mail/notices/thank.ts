import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, lt, notExists, sql } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { notices } from '../../../db/schema/deliveries.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { plusMinutes } from '../../language/time.ts';
import { once } from './once.ts';
import { isThanksDue } from './rules.ts';

const LOOK_BACK_MINUTES = 10 * 24 * 60;

/** Thanks everyone who was marked as present, the morning after or when it is marked. */
export async function thank({ tx, now, mail }: Work) {
  const thanked = tx
    .select({ one: sql`1` })
    .from(notices)
    .where(and(eq(notices.registrationId, registrations.id), eq(notices.kind, 'thanks')));
  const present = await tx
    .select({
      registrationId: registrations.id,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
    })
    .from(sessions)
    .innerJoin(registrations, eq(registrations.sessionId, sessions.id))
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(
      and(
        gt(sessions.startsAt, plusMinutes(now, -LOOK_BACK_MINUTES)),
        lt(sessions.endsAt, now),
        eq(sessions.status, 'scheduled'),
        eq(registrations.attendance, 'present'),
        eq(registrations.source, 'booking'),
        eq(accounts.reminders, true),
        notExists(thanked),
      ),
    );
  const due = present
    .filter(({ endsAt }) => isThanksDue(endsAt, now))
    .map(({ registrationId, startsAt }) => ({ registrationId, startsAt, kind: 'thanks' as const }));
  for (const { registrationId } of await once(tx, due)) {
    await mail({ kind: 'thanks', registrationId });
  }
}
