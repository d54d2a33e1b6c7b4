import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmeQuarters } from '../../../db/schema/programmes.ts';
import { signalReadings, signalResponses, signals } from '../../../db/schema/signals.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { findProgramme } from '../../programmes/programmes/queries.ts';
import { isForMunicipality, news } from './life.rules.ts';
import type { SignalList } from './schema.ts';
import { wordsOf } from './words.ts';

/**
 * The signals of a programme that the actor may see: an association that executes it all of them at once, the
 * municipality those whose day has come. Others hear `not-found`.
 */
export async function listSignals(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  { quarter, locale }: { quarter?: number | undefined; locale: Locale },
  now: Date,
): Promise<SignalList> {
  const { programme } = await findProgramme(db, idOrSlug, actor);
  const parties = await db
    .select()
    .from(programmeParties)
    .where(
      and(
        eq(programmeParties.programmeId, programme.id),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    );
  const executes = parties.some(({ role }) => role === 'executor');
  if (parties.length === 0 && !actor.municipalityIds.includes(programme.municipalityId)) {
    throw new Problem('not-found');
  }
  const found = await db
    .select({ signal: signals, quarter: programmeQuarters })
    .from(signals)
    .innerJoin(programmeQuarters, eq(programmeQuarters.id, signals.quarterId))
    .where(
      and(
        eq(signals.programmeId, programme.id),
        quarter === undefined ? undefined : eq(programmeQuarters.ordinal, quarter),
      ),
    )
    .orderBy(desc(signals.openedAt), asc(signals.id));
  const shown = found.filter(({ signal }) => executes || isForMunicipality(signal, now));
  const ids = shown.map(({ signal }) => signal.id);
  const [readings, responses] = await Promise.all([readingsOf(db, ids), responsesOf(db, ids)]);
  const items = shown.map(({ signal, quarter: of }) => {
    const all = readings.get(signal.id)!;
    const { level, figures, threshold, at } = all.at(-1)!;
    const { kind, subject } = signal;
    return {
      id: signal.id,
      quarter: { ordinal: of.ordinal, startsOn: of.startsOn, endsOn: of.endsOn },
      kind,
      subject,
      level,
      since: signal.openedAt.toISOString(),
      closedAt: signal.closedAt?.toISOString() ?? null,
      municipalityFrom: signal.municipalityFrom.toISOString(),
      figures,
      threshold,
      asOf: at.toISOString(),
      words: wordsOf({ kind, subject, figures, threshold }, locale),
      history: news(all).map((one) => ({
        at: one.at.toISOString(),
        level: one.level,
        figures: one.figures,
        explanation: wordsOf({ ...one, kind, subject }, locale).explanation,
      })),
      responses: (responses.get(signal.id) ?? []).map(({ response, organisation }) => ({
        organisation,
        text: response.text,
        at: response.at.toISOString(),
      })),
    };
  });
  const rank = ({ closedAt, level }: (typeof items)[number]) =>
    closedAt !== null ? 2 : level === 'action' ? 0 : 1;
  return { mayRespond: executes, items: items.sort((a, b) => rank(a) - rank(b)) };
}

export async function readingsOf(db: Reader, signalIds: string[]) {
  const rows = await db
    .select()
    .from(signalReadings)
    .where(inArray(signalReadings.signalId, signalIds))
    .orderBy(asc(signalReadings.at), asc(signalReadings.id));
  return Map.groupBy(rows, (row) => row.signalId);
}

async function responsesOf(db: Reader, signalIds: string[]) {
  const rows = await db
    .select({ response: signalResponses, organisation: organisations.name })
    .from(signalResponses)
    .innerJoin(organisations, eq(organisations.id, signalResponses.organisationId))
    .where(inArray(signalResponses.signalId, signalIds))
    .orderBy(asc(signalResponses.at), asc(signalResponses.id));
  return Map.groupBy(rows, (row) => row.response.signalId);
}
