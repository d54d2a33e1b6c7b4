import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { deMinimisGrants } from '../../../db/schema/de-minimis.ts';
import type { programmes } from '../../../db/schema/programmes.ts';
import { decisions, registrations } from '../../../db/schema/registrations.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { lockAid } from '../../money/ledger/lock.ts';
import { localDate } from '../../language/time.ts';
import { grantOf, registerBefore } from '../../paying/de-minimis/rules.ts';

/**
 * Makes the register of state aid say what is true of these registrations: a grant for each place that is certain and that
 * the municipality pays, from the day on which both were so; withdrawn when that ends. Twice is the same as once. The caller
 * holds the lock of the programme's money.
 */
export async function keepGrants(
  { tx, now }: Work,
  programme: Pick<typeof programmes.$inferSelect, 'id' | 'deMinimis' | 'funding'>,
  registrationIds: string[],
) {
  const live = await tx
    .select()
    .from(deMinimisGrants)
    .where(
      and(inArray(deMinimisGrants.registrationId, registrationIds), isNull(deMinimisGrants.withdrawnOn)),
    );
  const isPaidPerPlace = programme.funding === 'perParticipant';
  const isApplicable = programme.deMinimis === 'applicable';
  if (!isApplicable && live.length === 0) return;

  const rows = await tx
    .select({ registration: registrations, decision: decisions })
    .from(registrations)
    .innerJoin(decisions, eq(decisions.id, registrations.decisionId))
    .where(inArray(registrations.id, registrationIds));
  const wanted = new Map(
    rows.map(({ registration, decision }) => [
      registration.id,
      {
        registration,
        cents: isPaidPerPlace ? grantOf(registration, fromStored(decision)) : 0,
      },
    ]),
  );

  const today = localDate(now);
  const ended = live.filter((grant) => wanted.get(grant.registrationId)?.cents !== grant.cents);
  if (ended.length > 0) {
    await tx
      .update(deMinimisGrants)
      .set({ withdrawnOn: today })
      .where(
        inArray(
          deMinimisGrants.id,
          ended.map(({ id }) => id),
        ),
      );
  }
  if (!isApplicable) return;
  const kept = new Set(live.filter((grant) => !ended.includes(grant)).map((grant) => grant.registrationId));
  const fresh = [...wanted.values()].filter(
    ({ registration, cents }) => cents > 0 && !kept.has(registration.id),
  );
  await lockAid(
    tx,
    fresh.map(({ registration }) => registration.kvkNumber),
  );
  await insertRows(
    tx,
    deMinimisGrants,
    fresh.map(({ registration: { id, entrepreneurId, kvkNumber }, cents }) => ({
      programmeId: programme.id,
      registrationId: id,
      entrepreneurId,
      kvkNumber,
      cents,
      grantedOn: today,
      registerBefore: registerBefore(today),
    })),
  );
}
