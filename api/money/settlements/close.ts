import type { Work } from '../../unit-of-work/work.ts';
import { insertRows } from '../../../db/insert.ts';
import { settlementLines, settlements } from '../../../db/schema/settlements.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { ofProgramme } from '../budget/balances.ts';
import { lockMoney } from '../ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { localDate } from '../../language/time.ts';
import { owedBy, settledIn } from './owed.ts';
import { findQuarter } from './queries.ts';
import { difference, type Line } from './rules.ts';

/**
 * Makes final what is owed over a quarter that is over: the whole of it the first time, only what changed after that. What
 * was settled before is never touched. Throws `quarter-not-over`, and `nothing-to-settle` when nothing changed.
 */
export async function closeQuarter(work: Work<StaffActor>, idOrSlug: string, ordinal: number) {
  const { tx, now, actor } = work;
  const { programme, quarter } = await findQuarter(tx, idOrSlug, ordinal);
  if (!actor.municipalityIds.includes(programme.municipalityId)) throw new Problem('not-found');
  if (localDate(now) <= quarter.endsOn) throw new Problem('quarter-not-over');

  await lockMoney(tx, programme.id);
  const owed = await owedBy(tx, ofProgramme(programme.id), quarter.id);
  const earlier = await settledIn(tx, quarter.id);
  const lines = difference(
    owed.flatMap(({ state, quarterId: _, ...line }): Line[] => (state === 'realised' ? [line] : [])),
    earlier.flatMap((settlement) => settlement.lines),
  );
  if (lines.length === 0) throw new Problem('nothing-to-settle');

  const number = (earlier.at(-1)?.number ?? 0) + 1;
  const [settlement] = await tx
    .insert(settlements)
    .values({ quarterId: quarter.id, number, asOf: now, closedBy: actor.account.id })
    .returning({ id: settlements.id });
  const settlementId = settlement!.id;
  await insertRows(
    tx,
    settlementLines,
    lines.map(({ organisationId, sessionId, phaseId, unit, quantity, unitCents, unitVatCents, vatRate }) => ({
      settlementId,
      organisationId,
      sessionId,
      phaseId,
      unit,
      quantity,
      unitCents,
      unitVatCents,
      vatRate,
    })),
  );
  await record(work, {
    action: 'settlement.closed',
    subjectId: settlementId,
    details: { quarterId: quarter.id, number, lines: lines.length },
  });
}
