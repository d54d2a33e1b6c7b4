import type { Work } from '../../unit-of-work/work.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { plusMinutes } from '../../language/time.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { takesSessions } from '../modules/rules.ts';
import { makeVenue } from '../venues/make-venue.ts';
import { isChoosable } from '../venues/queries.ts';
import { holdModule } from './hold-module.ts';
import { notParties, setOrganisers } from './organisers.ts';
import { ownModules } from './own-modules.ts';
import { wrongSession } from './rules.ts';
import type { NewSession } from './schema.ts';

/**
 * Makes a session from a module of one of the actor's organisations, as a draft that nobody else sees. Everything that is
 * wrong with it is told at once. Throws `invalid-input`.
 */
export async function createSession(work: Work<OrganisationActor>, input: NewSession) {
  const { tx, now, actor } = work;
  const { moduleId, newVenue, coOrganiserIds = [], ...given } = input;
  const held = await holdModule(tx, moduleId);
  const module = (await ownModules(tx, actor)).find(({ id }) => id === moduleId);
  const startsAt = new Date(given.startsAt);
  const online = given.deliveryMode === 'online';
  const row = {
    moduleId,
    deliveryMode: given.deliveryMode,
    capacity: given.capacity,
    reservedPlaces: given.reservedPlaces,
    reservedDays: given.reservedDays,
    ...plainTerms(given),
    startsAt,
    endsAt: given.endsAt ? new Date(given.endsAt) : plusMinutes(startsAt, module?.durationMinutes ?? 60),
    onlineUrl: given.deliveryMode === 'onLocation' ? null : (given.onlineUrl ?? null),
    bookingOpensAt: given.bookingOpensAt ? new Date(given.bookingOpensAt) : now,
    bookingClosesAt: given.bookingClosesAt ? new Date(given.bookingClosesAt) : startsAt,
    memberBookingOpensAt: given.memberBookingOpensAt ? new Date(given.memberBookingOpensAt) : null,
  };
  const known = online || !given.venueId || (await isChoosable(tx, actor, given.venueId));
  const hasVenue = given.venueId !== undefined || newVenue !== undefined;
  refuseFields([
    ...(module ? [] : [{ name: 'moduleId', code: whyNot(actor, held) }]),
    ...wrongSession({ ...row, hasVenue }, now),
    ...(known ? [] : [{ name: 'venueId', code: 'invalid' as const }]),
    ...((await notParties(tx, moduleId, coOrganiserIds)).length > 0
      ? [{ name: 'coOrganiserIds', code: 'invalid' as const }]
      : []),
  ]);
  const venueId = online
    ? null
    : (given.venueId ?? (await makeVenue(work, module!.organisation.id, newVenue!)));
  const [made] = await tx
    .insert(sessions)
    .values({ ...row, status: 'draft', venueId, changedAt: now, createdAt: now })
    .returning({ id: sessions.id });
  await setOrganisers(tx, made!.id, moduleId, coOrganiserIds);
  await record(work, { action: 'session.created', subjectId: made!.id });
  return made!.id;
}

const plain = [
  'leader',
  'minimumNoticeMinutes',
  'cancellationDeadlineMinutes',
  'placesPerBusiness',
  'hasWaitlist',
  'openToNonMembers',
  'memberContributionCents',
  'bookingCode',
  'bookingUrl',
  'listed',
] as const satisfies (keyof NewSession)[];

/** What was given of the terms that are kept as they come. */
const plainTerms = (given: Partial<Pick<NewSession, (typeof plain)[number]>>) =>
  Object.fromEntries(
    plain.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  ) as Partial<Pick<NewSession, (typeof plain)[number]>>;

/** A module of one's own that is no longer or not yet published is named as such; of others nothing is said. */
const whyNot = (
  { organisationIds }: OrganisationActor,
  module: Awaited<ReturnType<typeof holdModule>>,
): 'not-published' | 'invalid' =>
  module && organisationIds.includes(module.organisationId) && !takesSessions(module.status)
    ? 'not-published'
    : 'invalid';
