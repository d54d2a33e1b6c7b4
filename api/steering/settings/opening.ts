import { and, count, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import type { programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import type { Locale } from '../../language/locale.ts';
import { localDate } from '../../language/time.ts';
import { rulesInForce } from '../../paying/eligibility/queries.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { currentSettings, quartersOf } from './queries.ts';
import { missingOf, type Opening } from './opening.rules.ts';
import { missingWords } from './opening-words.ts';

type Programme = typeof programmes.$inferSelect;

/** What stands around the settings of a programme, for the judgement whether it can open. */
export async function openingOf(db: Reader, programme: Programme, now: Date): Promise<Opening> {
  const [own, quarters, { rules }, [published]] = await Promise.all([
    db
      .select({ id: organisations.id })
      .from(organisations)
      .where(
        and(
          eq(organisations.municipalityId, programme.municipalityId),
          eq(organisations.kind, 'municipality'),
        ),
      ),
    quartersOf(db, programme.id),
    rulesInForce(db, programme.id, now),
    db
      .select({ count: count() })
      .from(modules)
      .where(and(eq(modules.programmeId, programme.id), eq(modules.status, 'published'))),
  ]);
  return {
    funding: programme.funding,
    municipalityOrganisations: own.map(({ id }) => id),
    phased: quarters.flatMap(({ quarter, phase }) => (phase ? [quarter.ordinal] : [])),
    ruleKinds: rules.map(({ kind }) => kind),
    publishedModules: published!.count,
    today: localDate(now),
  };
}

/** What a programme of the actor's municipality still lacks, in words. */
export async function readMissing(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  now: Date,
  locale: Locale,
) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const missing = missingOf(await currentSettings(db, programme), await openingOf(db, programme, now));
  return {
    canOpen: missing.every(({ weight }) => weight === 'advice'),
    items: missing.map((one) => ({ ...one, sentence: missingWords(one, locale) })),
  };
}
