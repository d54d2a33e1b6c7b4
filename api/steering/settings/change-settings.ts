import { isDeepStrictEqual } from 'node:util';
import type { Work } from '../../unit-of-work/work.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeVersions } from '../../../db/schema/programme-desk.ts';
import type { programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMoney } from '../../money/ledger/lock.ts';
import { Problem } from '../../http/problem.ts';
import { mayTakePart } from '../../people/organisations/rules.ts';
import { localDate } from '../../language/time.ts';
import { reasons } from '../../http/validation.ts';
import { faultsOfContributions } from '../../money/contributions/queries.ts';
import type { Locale } from '../../language/locale.ts';
import { openingOf } from './opening.ts';
import { missingOf } from './opening.rules.ts';
import { missingWords } from './opening-words.ts';
import { faultsOf } from './rules.ts';
import type { ChangeOfSettings, Settings } from './schema.ts';
import { currentSettings, datedSessions, quartersOf, savedVersion, versionOf } from './queries.ts';
import { writeProgramme, writeQuarters } from './write-settings.ts';

type Programme = typeof programmes.$inferSelect;

/**
 * Saves the settings of a programme as a new version. Throws `not-found` for staff of another municipality,
 * `changed-meanwhile` when it is not the newest version that was changed, and `invalid-input` with everything that is wrong,
 * or still missing when it opens.
 */
export async function changeSettings(
  work: Work<StaffActor>,
  idOrSlug: string,
  change: ChangeOfSettings,
  locale: Locale,
) {
  const { programme, version } = await lockedSettings(work, idOrSlug);
  if (change.version !== version) throw new Problem('changed-meanwhile');
  return saveVersion(work, programme, version, change, locale);
}

/**
 * Saves some of the settings on top of the newest version, whatever else was saved since. Throws what `changeSettings`
 * throws, and `changed-meanwhile` only when one of these was changed after the version that was seen.
 */
export async function changePart(
  work: Work<StaffActor>,
  idOrSlug: string,
  change: ChangeOfSettings,
  locale: Locale,
) {
  const { programme, version } = await lockedSettings(work, idOrSlug);
  if (change.version < 1 || change.version > version) throw new Problem('changed-meanwhile');
  if (change.version !== version) {
    const [seen, newest] = await Promise.all(
      [change.version, version].map((one) => savedVersion(work.tx, programme.id, one)),
    );
    const parts = Object.keys(change.settings) as (keyof Settings)[];
    const isSame = (part: keyof Settings) => isDeepStrictEqual(seen?.[part], newest?.[part]);
    if (!parts.every(isSame)) throw new Problem('changed-meanwhile');
  }
  return saveVersion(work, programme, version, change, locale);
}

/** Under the lock of its money, which whoever decides on its money and whoever changes it takes too. */
async function lockedSettings({ tx, actor }: Work<StaffActor>, idOrSlug: string) {
  const { id } = await ownProgramme(tx, actor, idOrSlug);
  await lockMoney(tx, id);
  return { programme: await ownProgramme(tx, actor, id), version: await versionOf(tx, id) };
}

async function saveVersion(
  work: Work<StaffActor>,
  programme: Programme,
  version: number,
  { motivation, settings: changed }: ChangeOfSettings,
  locale: Locale,
) {
  const { tx, now, actor } = work;
  const programmeId = programme.id;
  const before = await currentSettings(tx, programme);
  const settings: Settings = { ...before, ...changed };
  const quarters = await quartersOf(tx, programmeId);
  const faults = faultsOf(before, settings, {
    today: localDate(now),
    sessions: await datedSessions(tx, programmeId),
    uses: quarters.map(({ phase }) => ({ phaseCents: phase?.ceilingCents ?? null })),
  });
  faults.push(...faultsOfContributions(settings, programme.funding));
  faults.push(...(await unknownParties(tx, programme.municipalityId, before, settings)));
  const invalidParams = [
    ...faults.map(({ name, ...fault }) => ({
      name: `settings.${name}`,
      ...fault,
      reason: reasons[fault.code],
    })),
    ...(await whatBlocks(work, programme, settings, locale)),
  ];
  if (invalidParams.length > 0) throw new Problem('invalid-input', { invalidParams });

  await writeProgramme(tx, programmeId, settings);
  await writeQuarters(tx, programmeId, quarters, settings);
  if (version === 1) {
    await tx
      .insert(programmeVersions)
      .values({ programmeId, version: 1, settings: before, at: programme.createdAt })
      .onConflictDoNothing();
  }
  await tx.insert(programmeVersions).values({
    programmeId,
    version: version + 1,
    settings,
    motivation,
    accountId: actor.account.id,
    at: now,
  });
  const details = { version: version + 1 };
  await record(work, { action: 'programme.settings-changed', subjectId: programmeId, details });
  return { version: version + 1 };
}

/** Everything that is missing of a programme that is to open now, each at its state. */
async function whatBlocks(
  { tx, now }: Work<StaffActor>,
  programme: Programme,
  settings: Settings,
  locale: Locale,
) {
  if (settings.status !== 'running' || programme.status === 'running') return [];
  return missingOf(settings, await openingOf(tx, programme, now))
    .filter(({ weight }) => weight === 'blocking')
    .map((one) => ({
      name: 'settings.status',
      code: 'explained' as const,
      reason: missingWords(one, locale),
    }));
}

/**
 * Only approved organisations of the municipality are parties. What has ended stays in a programme that does not run, as
 * what it was. Locks them, so that none ends in between.
 */
async function unknownParties(tx: Tx, municipalityId: string, before: Settings, after: Settings) {
  const ids = after.parties.map(({ organisationId }) => organisationId);
  const found = await tx
    .select({ id: organisations.id, status: organisations.status })
    .from(organisations)
    .where(and(inArray(organisations.id, ids), eq(organisations.municipalityId, municipalityId)))
    .orderBy(asc(organisations.id))
    .for('share');
  const stays = ({ id }: { id: string }) =>
    after.status !== 'running' && before.parties.some(({ organisationId }) => organisationId === id);
  const known = found.filter((one) => mayTakePart(one) || stays(one));
  return ids.flatMap((id, n) =>
    known.some((one) => one.id === id)
      ? []
      : [{ name: `parties.${n}.organisationId`, code: 'invalid' as const }],
  );
}
