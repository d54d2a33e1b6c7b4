import type { Work } from '../../unit-of-work/work.ts';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import type { OperatorActor } from '../../http/actor.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { firstFree, slugOf } from '../../language/slugs.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { NewMunicipality } from './schema.ts';

/** One municipality is made at a time. */
const lockAll = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('municipalities'))`);

/**
 * A municipality that works with the portal from now on, with the organisation that stands for it among the senders and
 * organisers. Refuses a name or CBS code that is there already.
 */
export async function makeMunicipality(work: Work<OperatorActor>, { name, cbsCode }: NewMunicipality) {
  const { tx, now } = work;
  await lockAll(tx);
  const there = await tx.select().from(municipalities);
  const twice = [
    ...(there.some((one) => one.name.toLowerCase() === name.toLowerCase()) ? ['name'] : []),
    ...(there.some((one) => one.cbsCode === cbsCode) ? ['cbsCode'] : []),
  ];
  refuseFields(twice.map((field) => ({ name: field, code: 'in-use' })));
  const slug = firstFree(
    slugOf(name) || 'gemeente',
    there.map((one) => one.slug),
  );
  const [made] = await tx
    .insert(municipalities)
    .values({ name, cbsCode, slug, createdAt: now })
    .returning({ id: municipalities.id, slug: municipalities.slug });
  const used = await tx.select({ slug: organisations.slug }).from(organisations);
  await tx.insert(organisations).values({
    municipalityId: made!.id,
    kind: 'municipality',
    slug: firstFree(
      `gemeente-${slug}`,
      used.map((one) => one.slug),
    ),
    name: `Gemeente ${name}`,
    shortName: name,
    createdAt: now,
  });
  await record(work, { action: 'municipality.made', subjectId: made!.id });
  return made!;
}
