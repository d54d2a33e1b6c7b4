import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Preferences } from './schema.ts';

/** Another language also counts for what is booked already. */
export async function setPreferences(work: Work<AccountActor>, input: Preferences) {
  const { tx, actor } = work;
  const { id } = actor.account;
  const [before] = await tx.select().from(accounts).where(eq(accounts.id, id)).for('update');
  await tx.update(accounts).set(input).where(eq(accounts.id, id));
  if (before!.locale !== input.locale) await speak(tx, id, input.locale);
  await record(work, { action: 'preferences.changed', subjectId: id, details: input });
  return input;
}

const speak = (tx: Tx, accountId: string, locale: Preferences['locale']) =>
  tx
    .update(registrations)
    .set({ locale })
    .where(
      and(
        inArray(
          registrations.entrepreneurId,
          tx
            .select({ id: entrepreneurs.id })
            .from(entrepreneurs)
            .where(eq(entrepreneurs.accountId, accountId)),
        ),
        inArray(registrations.status, ['held', 'confirmed', 'waitlisted', 'offered']),
      ),
    );
