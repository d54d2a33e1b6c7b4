import { bySystem, type Work } from '../../unit-of-work/work.ts';
import { and, desc, eq, gte, isNull, lt, notExists, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/open.ts';
import { programmeDesks, programmeVersions } from '../../../db/schema/programme-desk.ts';
import { programmeParties, programmeQuarters, programmes } from '../../../db/schema/programmes.ts';
import { signalReadings, signalRuns, signals } from '../../../db/schema/signals.ts';
import { record } from '../../unit-of-work/audit.ts';
import { thresholdsOf } from '../settings/rules.ts';
import { settings } from '../settings/schema.ts';
import { atHour, endOfDate, localDate } from '../../language/time.ts';
import { quarterFacts } from './facts.ts';
import { isChanged, isLookedAt } from './life.rules.ts';
import { type Reading, readingsOf } from './rules.ts';

const thresholdsThen = settings.pick({ thresholds: true });
type Programme = typeof programmes.$inferSelect;

/**
 * Looks once a local day at the figures of every programme that runs: opens the signals that became true, writes down what
 * they say now, and closes what is true no longer. Who looks second on a day does nothing, and nobody looks back. At one
 * programme when it is named.
 */
export async function look(work: Work, programmeId?: string) {
  const { tx, now } = work;
  const runOn = localDate(now);
  const running = await toLookAt(tx, now, programmeId);
  if (running.length === 0) return;
  const first = await tx
    .insert(signalRuns)
    .values(running.map(({ id }) => ({ programmeId: id, runOn })))
    .onConflictDoNothing()
    .returning();
  for (const { programmeId } of first) {
    await lookAt(
      work,
      running.find(({ id }) => id === programmeId)!,
    );
  }
}

/** Programmes that run, and were not looked at today. */
export function toLookAt(db: Reader, now: Date, programmeId?: string) {
  const seen = db
    .select({ one: sql`1` })
    .from(signalRuns)
    .where(and(eq(signalRuns.programmeId, programmes.id), gte(signalRuns.runOn, localDate(now))));
  const which = programmeId === undefined ? undefined : eq(programmes.id, programmeId);
  return db
    .select()
    .from(programmes)
    .where(and(eq(programmes.status, 'running'), notExists(seen), which));
}

async function lookAt(work: Work, programme: Programme) {
  const { tx, now } = work;
  const today = localDate(now);
  const quarters = await tx
    .select()
    .from(programmeQuarters)
    .where(eq(programmeQuarters.programmeId, programme.id));
  for (const quarter of quarters.filter((one) => isLookedAt(one, today))) {
    const thresholds = thresholdsOf(await thresholdsAt(tx, programme.id, quarter, today));
    const readings = readingsOf(await quarterFacts(tx, programme, quarter, now), thresholds);
    await keep(work, { programme, quarterId: quarter.id, days: thresholds.associationDays }, readings);
  }
}

/** A quarter that has ended is judged by the thresholds of its last day. */
async function thresholdsAt(tx: Tx, programmeId: string, { endsOn }: { endsOn: string }, today: string) {
  if (endsOn < today) {
    const [then] = await tx
      .select()
      .from(programmeVersions)
      .where(and(eq(programmeVersions.programmeId, programmeId), lt(programmeVersions.at, endOfDate(endsOn))))
      .orderBy(desc(programmeVersions.version))
      .limit(1);
    // Of an earlier version only this is read: the rest of it may have had another shape then.
    if (then) return thresholdsThen.parse(then.settings).thresholds;
  }
  const [desk] = await tx.select().from(programmeDesks).where(eq(programmeDesks.programmeId, programmeId));
  return desk ?? null;
}

async function keep(
  work: Work,
  { programme, quarterId, days }: { programme: Programme; quarterId: string; days: number },
  readings: Reading[],
) {
  const { tx, now } = work;
  const open = await tx
    .select()
    .from(signals)
    .where(and(eq(signals.quarterId, quarterId), isNull(signals.closedAt)));
  const matches = (signal: { kind: string; subject: string }, reading: Reading) =>
    signal.kind === reading.kind && signal.subject === reading.subject;
  for (const signal of open.filter((one) => !readings.some((reading) => matches(one, reading)))) {
    await tx.update(signals).set({ closedAt: now }).where(eq(signals.id, signal.id));
    await record(bySystem(work), { action: 'signal.closed', subjectId: signal.id });
  }
  const municipalityFrom = (await hasAssociations(tx, programme.id)) ? atHour(now, days, 0) : now;
  for (const reading of readings) {
    const known = open.find((one) => matches(one, reading));
    const id = known?.id ?? (await openSignal(work, programme.id, quarterId, reading, municipalityFrom));
    const [last] = await tx
      .select()
      .from(signalReadings)
      .where(eq(signalReadings.signalId, id))
      .orderBy(desc(signalReadings.at), desc(signalReadings.id))
      .limit(1);
    const { level, figures, threshold } = reading;
    if (isChanged(last, reading)) {
      await tx.insert(signalReadings).values({ signalId: id, level, figures, threshold, at: now });
    }
  }
}

async function openSignal(
  work: Work,
  programmeId: string,
  quarterId: string,
  { kind, subject }: Reading,
  municipalityFrom: Date,
) {
  const { tx, now } = work;
  const [made] = await tx
    .insert(signals)
    .values({
      programmeId,
      quarterId,
      kind,
      subject,
      openedAt: now,
      municipalityFrom: municipalityFrom < now ? now : municipalityFrom,
    })
    .returning({ id: signals.id });
  await record(bySystem(work), { action: 'signal.opened', subjectId: made!.id });
  return made!.id;
}

/** Without an association that executes it there is nobody to hear of a signal first. */
async function hasAssociations(tx: Tx, programmeId: string) {
  const [found] = await tx
    .select({ one: sql`1` })
    .from(programmeParties)
    .where(and(eq(programmeParties.programmeId, programmeId), eq(programmeParties.role, 'executor')))
    .limit(1);
  return found !== undefined;
}
