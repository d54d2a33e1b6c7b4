import { asc, count, desc, eq } from 'drizzle-orm';
import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import {
  budgetPhases,
  products,
  programmeQuarters,
  type programmes,
  ruleSets,
} from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import type { CheckedProgramme } from '../eligibility/check.rules.ts';
import { sentenceOf } from '../eligibility/rule-words.ts';
import { rules as ruleList } from '../eligibility/schema.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { localDate } from '../../language/time.ts';
import { placeInTime } from './rules.ts';

type Programme = typeof programmes.$inferSelect;

/** All versions of the rules of a programme, newest first. For its municipality. */
export async function listRuleSets(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  locale: Locale,
  now: Date,
) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const [versions, names] = await Promise.all([versionsOf(db, programme.id, now), namesOf(db, programme.id)]);
  return versions.map(({ id, version, validFrom, replacedFrom, state, createdAt, rules }) => ({
    id,
    version,
    validFrom,
    replacedFrom,
    state,
    savedAt: createdAt.toISOString(),
    rules: rules.map((rule) => ({ rule, sentence: sentenceOf(rule, names)[locale] })),
  }));
}

/** The versions with where they stand today, newest first. */
export async function versionsOf(db: Reader, programmeId: string, now: Date) {
  const rows = await db
    .select()
    .from(ruleSets)
    .where(eq(ruleSets.programmeId, programmeId))
    .orderBy(desc(ruleSets.version));
  const read = rows.map((row) => ({ ...row, rules: ruleList.parse(row.rules) }));
  return placeInTime(read, localDate(now)).sort((a, b) => b.version - a.version);
}

async function namesOf(db: Reader, programmeId: string) {
  const rows = await db.select().from(products).where(eq(products.programmeId, programmeId));
  return new Map(rows.map(({ code, name }) => [code, name]));
}

/** What the rules of a programme must fit. */
export async function checkedProgramme(db: Reader, programme: Programme): Promise<CheckedProgramme> {
  const [catalogue, phases] = await Promise.all([
    db
      .select({ code: products.code, cap: products.cap })
      .from(products)
      .where(eq(products.programmeId, programme.id))
      .orderBy(asc(products.position)),
    db
      .select({ number: count() })
      .from(budgetPhases)
      .innerJoin(programmeQuarters, eq(programmeQuarters.id, budgetPhases.quarterId))
      .where(eq(programmeQuarters.programmeId, programme.id)),
  ]);
  return {
    startsOn: programme.startsOn,
    endsOn: programme.endsOn,
    deMinimis: programme.deMinimis,
    hasBudget: programme.authorisedCents !== null || phases[0]!.number > 0,
    maxEntrepreneurs: programme.maxEntrepreneurs,
    products: catalogue,
  };
}
