import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, gt, lte, or } from 'drizzle-orm';
import { accounts } from '../../../db/schema/accounts.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { once } from './once.ts';
import { reminderDue, reminderWindows } from './rules.ts';

/** Mails every reminder that is due, to who wants them. */
export async function remind({ tx, now, mail }: Work) {
  const starting = reminderWindows(now).map(({ from, until }) =>
    and(gt(sessions.startsAt, from), lte(sessions.startsAt, until)),
  );
  const coming = await tx
    .select({
      registrationId: registrations.id,
      confirmedAt: registrations.confirmedAt,
      startsAt: sessions.startsAt,
      kind: modules.kind,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(registrations, eq(registrations.sessionId, sessions.id))
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .innerJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .where(
      and(
        or(...starting),
        eq(sessions.status, 'scheduled'),
        eq(registrations.status, 'confirmed'),
        eq(accounts.reminders, true),
      ),
    );
  const due = coming.flatMap(({ confirmedAt, ...one }) => {
    const reminder = reminderDue({ ...one, confirmedAt: confirmedAt! }, now);
    return reminder ? [{ registrationId: one.registrationId, startsAt: one.startsAt, kind: reminder }] : [];
  });
  for (const { registrationId, startsAt } of await once(tx, due)) {
    await mail({ kind: 'reminder', registrationId, startsAt: startsAt.toISOString() });
  }
}
