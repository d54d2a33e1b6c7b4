import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, like } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { insertRows } from '../../../db/insert.ts';
import { programmeContributions } from '../../../db/schema/contributions.ts';
import { programmeDesks } from '../../../db/schema/programme-desk.ts';
import {
  products,
  programmeParties,
  programmeQuarters,
  programmes,
  ruleSets,
} from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { whichMunicipality } from '../../http/which-municipality.ts';
import { paths } from '../../language/paths.ts';
import { firstFree, slugOf } from '../../language/slugs.ts';
import { localDate } from '../../language/time.ts';
import { beginningOf, type Begun } from './beginning.ts';
import type { NewProgramme } from './schema.ts';
import { insertTargets } from './write-settings.ts';

/**
 * A new programme of the actor's municipality: a draft that only its staff sees, with its quarters proposed. It begins with
 * one rule (it must be running) and the municipality itself as first party, or with what a template or another programme of
 * the municipality has. Throws `not-found` for a programme of another one.
 */
export async function makeProgramme(work: Work<StaffActor>, input: NewProgramme) {
  const { tx, now, actor } = work;
  const { name, startsOn, endsOn, creditLine } = input;
  const municipalityId = whichMunicipality(actor, input.municipalityId);
  refuseFields(startsOn < endsOn ? [] : [{ name: 'endsOn', code: 'before-start' }]);

  // One at a time for each municipality: two programmes of the same name get addresses of their own.
  const [municipality] = await tx
    .select()
    .from(municipalities)
    .where(eq(municipalities.id, municipalityId))
    .for('no key update');
  const begun = await beginningOf(tx, actor, input, placesOf(municipality!), now);
  const { funding, requiresOpenAccess, maxEntrepreneurs, kept } = begun;
  const slug = await slugFor(tx, name);
  const [made] = await tx
    .insert(programmes)
    .values({
      ...kept,
      name,
      startsOn,
      endsOn,
      creditLine,
      funding,
      requiresOpenAccess,
      maxEntrepreneurs,
      municipalityId,
      slug,
      status: 'draft',
    })
    .returning({ id: programmes.id, slug: programmes.slug });
  const programmeId = made!.id;
  await tx
    .insert(ruleSets)
    .values({ programmeId, version: 1, rules: begun.rules, validFrom: localDate(now) });
  await writeBeginning(tx, programmeId, municipalityId, begun);
  const details = input.from ? { from: input.from } : {};
  await record(work, { action: 'programme.made', subjectId: programmeId, details });
  return made!;
}

/** The places of a municipality as the register spells them; as it is called itself, while nobody said otherwise. */
const placesOf = ({ name, places }: typeof municipalities.$inferSelect) =>
  places.length > 0 ? places : [name];

async function writeBeginning(tx: Tx, programmeId: string, municipalityId: string, begun: Begun) {
  const parties = begun.parties.length > 0 ? begun.parties : await ownParty(tx, municipalityId);
  const mine = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ programmeId, ...row }));
  await insertRows(tx, programmeParties, mine(parties));
  await insertRows(tx, products, mine(begun.products.map((product, n) => ({ ...product, position: n + 1 }))));
  await insertRows(tx, programmeContributions, mine(begun.contributions));
  if (begun.desk) await tx.insert(programmeDesks).values({ programmeId, ...begun.desk });
  for (const [n, { targets, ...quarter }] of begun.quarters.entries()) {
    const [row] = await tx
      .insert(programmeQuarters)
      .values({ programmeId, ordinal: n + 1, ...quarter })
      .returning({ id: programmeQuarters.id });
    await insertTargets(tx, row!.id, targets);
  }
}

async function ownParty(tx: Tx, municipalityId: string): Promise<Begun['parties']> {
  const [own] = await tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.municipalityId, municipalityId), eq(organisations.kind, 'municipality')));
  return own ? [{ organisationId: own.id, role: 'funder', position: 1, isSender: true }] : [];
}

/** What stands at `/gemeente` beside the programmes. */
const TAKEN = Object.values(paths.municipality).map(({ route }) => route.split('/')[2] ?? '');

async function slugFor(tx: Tx, name: string) {
  const base = slugOf(name) || 'programma';
  const rows = await tx
    .select({ slug: programmes.slug })
    .from(programmes)
    .where(like(programmes.slug, `${base}%`));
  return firstFree(base, [...TAKEN, ...rows.map(({ slug }) => slug)]);
}
