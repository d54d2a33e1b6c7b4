import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, like } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmes, ruleSets } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { paths } from '../../language/paths.ts';
import { firstFree, slugOf } from '../../language/slugs.ts';
import { localDate } from '../../language/time.ts';
import { reasons } from '../../http/validation.ts';
import type { NewProgramme } from './schema.ts';

const refuse = (name: string, code: 'required' | 'before-start') =>
  new Problem('invalid-input', { invalidParams: [{ name, code, reason: reasons[code] }] });

/**
 * A new programme of the actor's municipality: a draft that only its staff sees, with one rule (it must be running), and
 * the municipality itself as first party. Its settings and rules are filled in after that.
 */
export async function makeProgramme(work: Work<StaffActor>, input: NewProgramme) {
  const { tx, now, actor } = work;
  if (actor.municipalityIds.length === 0) throw new Problem('not-allowed');
  const { municipalityId: asked, ...wanted } = input;
  const municipalityId = asked ?? (actor.municipalityIds.length === 1 ? actor.municipalityIds[0]! : null);
  if (!municipalityId) throw refuse('municipalityId', 'required');
  if (!actor.municipalityIds.includes(municipalityId)) throw new Problem('not-allowed');
  if (wanted.startsOn >= wanted.endsOn) throw refuse('endsOn', 'before-start');

  // One at a time for each municipality: two programmes of the same name get addresses of their own.
  await tx.select().from(municipalities).where(eq(municipalities.id, municipalityId)).for('no key update');
  const slug = await slugFor(tx, wanted.name);
  const [made] = await tx
    .insert(programmes)
    .values({ ...wanted, municipalityId, slug, status: 'draft' })
    .returning({ id: programmes.id, slug: programmes.slug });
  await tx.insert(ruleSets).values({
    programmeId: made!.id,
    version: 1,
    rules: [{ kind: 'programmeRunning' }],
    validFrom: localDate(now),
  });
  const [own] = await tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.municipalityId, municipalityId), eq(organisations.kind, 'municipality')));
  if (own) {
    await tx
      .insert(programmeParties)
      .values({ programmeId: made!.id, organisationId: own.id, role: 'funder', position: 1 });
  }
  await record(work, { action: 'programme.made', subjectId: made!.id });
  return made!;
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
