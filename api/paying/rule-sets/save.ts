import type { Work } from '../../unit-of-work/work.ts';
import { desc, eq } from 'drizzle-orm';
import { ruleSets } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { localDate } from '../../language/time.ts';
import { checkedProgramme } from './queries.ts';
import { readRules } from './rules.ts';
import type { NewRuleSet } from './schema.ts';
import type { Locale } from '../../language/locale.ts';

/**
 * Saves the next version of the rules of a programme. What was decided stays as it is. Throws `not-found` for staff of
 * another municipality, `rules-changed` when someone saved in between, `invalid-input` with all that is wrong.
 */
export async function saveRuleSet(
  work: Work<StaffActor>,
  idOrSlug: string,
  { rules: given, validFrom, basedOn }: NewRuleSet,
  locale: Locale,
) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, idOrSlug);
  await lockMoney(tx, programme.id);
  const [newest] = await tx
    .select({ version: ruleSets.version })
    .from(ruleSets)
    .where(eq(ruleSets.programmeId, programme.id))
    .orderBy(desc(ruleSets.version))
    .limit(1);
  const { rules, errors } = readRules(
    { rules: given, validFrom },
    await checkedProgramme(tx, programme),
    localDate(now),
    locale,
  );
  if (errors.length > 0) throw new Problem('invalid-input', { invalidParams: errors });
  if (basedOn !== undefined && newest !== undefined && basedOn !== newest.version) {
    throw new Problem('rules-changed');
  }
  const version = (newest?.version ?? 0) + 1;
  const [saved] = await tx
    .insert(ruleSets)
    .values({ programmeId: programme.id, version, rules, validFrom, createdAt: now })
    .returning({ id: ruleSets.id });
  const details = { version, validFrom, before: newest?.version ?? null };
  await record(work, { action: 'rules.saved', subjectId: programme.id, details });
  return { id: saved!.id, version, validFrom };
}
