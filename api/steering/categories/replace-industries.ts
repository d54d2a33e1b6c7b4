import type { Work } from '../../unit-of-work/work.ts';
import { sql } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { industryCodes } from '../../../db/schema/categories.ts';
import type { OperatorActor } from '../../http/actor.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import { repeated } from './rules.ts';
import type { NewIndustryTable } from './schema.ts';

/** Gives codes of the SBI other branches, for every report that is read from now on. No rows: those of the product again. */
export async function replaceIndustries(work: Work<OperatorActor>, { rows }: NewIndustryTable) {
  const { tx, actor } = work;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('industry_codes'))`);
  const twice = repeated(rows.map(({ code }) => code));
  refuseFields(twice.map((n) => ({ name: `rows.${n}.code`, code: 'in-use' })));
  await tx.delete(industryCodes);
  await insertRows(tx, industryCodes, rows);
  // It is of the whole portal, so the row is about who did it.
  await record(work, {
    action: 'industries.replaced',
    subjectId: actor.account.id,
    details: { rows: rows.length },
  });
}
