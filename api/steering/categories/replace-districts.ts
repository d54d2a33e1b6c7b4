import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { districts } from '../../../db/schema/categories.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { ownMunicipality } from '../../people/municipalities/queries.ts';
import { record } from '../../unit-of-work/audit.ts';
import { repeated } from './rules.ts';
import type { DistrictTable } from './schema.ts';

/** Gives a municipality other districts, for every report that is read from now on. Who may is judged by `ownMunicipality`. */
export async function replaceDistricts(
  work: Work<AccountActor>,
  municipalityId: string,
  { rows }: DistrictTable,
) {
  const { tx, actor } = work;
  await tx.select().from(municipalities).where(eq(municipalities.id, municipalityId)).for('no key update');
  await ownMunicipality(tx, actor, municipalityId);
  const twice = repeated(rows.map(({ area }) => area));
  refuseFields(twice.map((n) => ({ name: `rows.${n}.area`, code: 'in-use' })));
  await tx.delete(districts).where(eq(districts.municipalityId, municipalityId));
  await insertRows(
    tx,
    districts,
    rows.map((row, position) => ({ municipalityId, ...row, position })),
  );
  await record(work, {
    action: 'districts.replaced',
    subjectId: municipalityId,
    details: { rows: rows.length },
  });
}
