import type { z } from '@hono/zod-openapi';
import { paths } from '../../language/paths.ts';
import { industries, languages, stages } from '../../language/vocabularies.ts';
import type { modules } from '../../../db/schema/catalogue.ts';
import type { municipalities } from '../../../db/schema/organisations.ts';
import { askedBy } from '../../paying/declarations/rules.ts';
import { borneExVatCents } from '../../money/cost/rules.ts';
import type { Rule } from '../../paying/eligibility/schema.ts';
import type { SessionRow } from './queries.ts';
import { isReserving, reservedUntil } from './reserve.rules.ts';
import { bookingEnds, bookingState, placesLeft } from './rules.ts';
import type { session, sessionDetail } from './schema.ts';
import { type Organisation, toOrganisation } from '../../people/organisations/shapes.ts';
import { toPicture } from '../../people/pictures/shapes.ts';
import { usualCost } from '../../money/cost/rules.ts';

const known = <Word extends string>(words: readonly Word[], kept: string[]) =>
  words.filter((word) => kept.includes(word));

/** For whom a module is, in so far as we have words for it. */
export const forWhom = (module: typeof modules.$inferSelect) => ({
  audience: module.audience,
  stages: known(stages, module.stages),
  industries: known(industries, module.industries),
  languages: known(languages, module.languages),
});

const programmeRef = ({ id, slug, name }: SessionRow['programme']) => ({ id, slug, name });

export function toSession(row: SessionRow, organisers: Organisation[], now: Date): z.input<typeof session> {
  const { module: m } = row;
  const s = { ...row.session, seatsTaken: row.session.seatsTaken - row.seatsLapsed };
  return {
    id: s.id,
    moduleId: m.id,
    moduleSlug: m.slug,
    title: m.title,
    summary: m.summary,
    kind: m.kind,
    topic: m.topic,
    status: s.status === 'cancelled' ? 'cancelled' : 'scheduled',
    startsAt: s.startsAt.toISOString(),
    endsAt: s.endsAt.toISOString(),
    previousStartsAt: s.previousStartsAt?.toISOString() ?? null,
    movedOnline: s.originalDeliveryMode !== null,
    deliveryMode: s.deliveryMode,
    venue: row.venue && { name: row.venue.name, city: row.venue.city },
    capacity: s.capacity,
    placesLeft: placesLeft(s, row.waitlistLength),
    waitlistLength: row.waitlistLength,
    reserve: isReserving(s, now) ? { places: s.reservedPlaces, until: reservedUntil(s).toISOString() } : null,
    booking: bookingState(s, row.waitlistLength, now),
    programmeId: row.programme.id,
    programme: programmeRef(row.programme),
    organisers: organisers.map(({ id, slug, name, shortName }) => ({ id, slug, name, shortName })),
    cost: usualCost(m),
    url: paths.session(s.id),
  };
}

export function toSessionDetail(
  row: SessionRow,
  around: {
    organisers: Organisation[];
    senders: Organisation[];
    conditions: Rule[];
    municipality: typeof municipalities.$inferSelect;
  },
  now: Date,
): z.output<typeof sessionDetail> {
  const { session: s, venue } = row;
  return {
    ...toSession(row, around.organisers, now),
    description: row.module.description,
    leader: s.leader ?? row.module.leader,
    bring: row.module.bring,
    ...forWhom(row.module),
    picture: toPicture(row.module.picture, row.module.pictureAlt),
    venue: venue && {
      name: venue.name,
      room: venue.room,
      street: venue.street,
      postcode: venue.postcode,
      city: venue.city,
      accessibility: venue.accessibility,
    },
    bookingOpensAt: s.bookingOpensAt.toISOString(),
    bookingClosesAt: bookingEnds(s).toISOString(),
    minimumNoticeMinutes: s.minimumNoticeMinutes,
    cancellationDeadlineMinutes: s.cancellationDeadlineMinutes,
    placesPerBusiness: s.placesPerBusiness,
    hasWaitlist: s.hasWaitlist,
    openToNonMembers: s.openToNonMembers,
    memberContributionCents: s.memberContributionCents,
    memberBookingOpensAt: s.memberBookingOpensAt?.toISOString() ?? null,
    needsBookingCode: s.bookingCode !== null,
    bookingUrl: s.bookingUrl,
    requiresOpenAccess: row.programme.requiresOpenAccess,
    senders: around.senders.map(toOrganisation),
    creditLine: row.programme.creditLine,
    conditions: around.conditions,
    declarations: askedBy(around.conditions, borneExVatCents(usualCost(row.module))),
    municipality: { name: around.municipality.name, phone: around.municipality.phone },
  };
}
