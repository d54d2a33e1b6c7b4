import type { z } from 'zod';
import type { newSession, ownSession } from '../../../api/publishing/sessions/schema.ts';
import type { FieldError } from '../../forms.ts';
import type { Locale } from '../../links.ts';
import { amount, choice, flag, hours, moment, ticked, wholeNumber } from '../../typed.ts';
import { typedMoney } from '../../../api/language/amounts.ts';
import { inHours } from '../../../api/language/numbers.ts';
import { localDate, localTime } from '../../../api/language/time.ts';
import { deliveryModes } from '../../../api/language/vocabularies.ts';

type Values = Record<string, string>;
export type OwnSessionDetail = z.output<typeof ownSession>;

const PARTNER = 'partner-';
export const partnerField = (organisationId: string) => `${PARTNER}${organisationId}`;

/** The moment of a date that may be left out, at midnight where it has no time. */
const momentIn = (values: Values, name: string) => {
  const [date = '', time = ''] = [values[`${name}Date`], values[`${name}Time`]];
  return moment(date, time || (date && '00:00')) ?? null;
};

/** Who may book, as filled in. */
export function accessOf(values: Values) {
  return {
    openToNonMembers: values.audience !== 'members',
    listed: flag(values.listed),
    memberContributionCents: amount(values.memberPrice) ?? null,
    memberBookingOpensAt: momentIn(values, 'memberOpens'),
    bookingCode: values.bookingCode ?? '',
    bookingUrl: values.bookingUrl ?? '',
  };
}

/** What a draft is made or changed into. */
export function sessionOf(values: Values): z.input<typeof newSession> {
  const { date = '', startTime = '', endTime = '' } = values;
  const deliveryMode = choice(values.deliveryMode, deliveryModes, 'onLocation');
  const { venueName = '', street = '', postcode = '', city = '' } = values;
  const isNewVenue =
    deliveryMode !== 'online' && !values.venueId && venueName + street + postcode + city !== '';
  const [opens, closes] = [momentIn(values, 'opens'), momentIn(values, 'closes')];
  return {
    moduleId: values.moduleId ?? '',
    startsAt: moment(date, startTime),
    ...(endTime && { endsAt: moment(date, endTime) }),
    deliveryMode,
    ...(values.venueId && deliveryMode !== 'online' && { venueId: values.venueId }),
    ...(isNewVenue && { newVenue: { name: venueName, street, postcode, city } }),
    onlineUrl: deliveryMode === 'onLocation' ? '' : (values.onlineUrl ?? ''),
    capacity: wholeNumber(values.capacity),
    leader: values.leader ?? '',
    reservedPlaces: wholeNumber(values.reservedPlaces) ?? 0,
    ...(opens && { bookingOpensAt: opens }),
    ...(closes && { bookingClosesAt: closes }),
    minimumNoticeMinutes: hours(values.noticeHours) ?? 0,
    cancellationDeadlineMinutes: hours(values.deadlineHours) ?? 0,
    placesPerBusiness: wholeNumber(values.placesPerBusiness) ?? null,
    hasWaitlist: flag(values.hasWaitlist),
    coOrganiserIds: ticked(values, PARTNER),
    ...accessOf(values),
  };
}

const fieldOf: Record<string, string> = {
  startsAt: 'date',
  endsAt: 'endTime',
  'newVenue.name': 'venueName',
  'newVenue.street': 'street',
  'newVenue.postcode': 'postcode',
  'newVenue.city': 'city',
  bookingOpensAt: 'opensDate',
  bookingClosesAt: 'closesDate',
  minimumNoticeMinutes: 'noticeHours',
  cancellationDeadlineMinutes: 'deadlineHours',
  memberBookingOpensAt: 'memberOpensDate',
  memberContributionCents: 'memberPrice',
};

/** The API speaks of moments, minutes and cents, the form of dates, times, hours and euros. */
export const ofSessionForm = (fields: FieldError[]) =>
  fields.map((field) => ({ ...field, name: fieldOf[field.name] ?? field.name }));

const dated = (name: string, moment: string | null) =>
  moment ? { [`${name}Date`]: localDate(moment), [`${name}Time`]: localTime(moment) } : {};

export const accessValues = (own: OwnSessionDetail, locale: Locale): Values => ({
  audience: own.openToNonMembers ? 'everyone' : 'members',
  ...(own.listed && { listed: 'on' }),
  memberPrice: own.memberContributionCents === null ? '' : typedMoney(own.memberContributionCents, locale),
  ...dated('memberOpens', own.memberBookingOpensAt),
  bookingCode: own.bookingCode ?? '',
  bookingUrl: own.bookingUrl ?? '',
});

/** A draft as its form holds it. */
export const valuesOf = (own: OwnSessionDetail, locale: Locale): Values => ({
  moduleId: own.session.moduleId,
  date: localDate(own.session.startsAt),
  startTime: localTime(own.session.startsAt),
  endTime: localTime(own.session.endsAt),
  deliveryMode: own.session.deliveryMode,
  venueId: own.venueId ?? '',
  onlineUrl: own.onlineUrl ?? '',
  capacity: String(own.session.capacity),
  leader: own.leader ?? '',
  reservedPlaces: String(own.reservedPlaces),
  ...dated('opens', own.bookingOpensAt),
  ...dated('closes', own.bookingClosesAt === own.session.startsAt ? null : own.bookingClosesAt),
  noticeHours: inHours(own.minimumNoticeMinutes, locale),
  deadlineHours: inHours(own.cancellationDeadlineMinutes, locale),
  placesPerBusiness: own.placesPerBusiness === null ? '' : String(own.placesPerBusiness),
  ...(own.hasWaitlist && { hasWaitlist: 'on' }),
  ...Object.fromEntries(own.session.organisers.slice(1).map(({ id }) => [partnerField(id), 'on'])),
  ...accessValues(own, locale),
});

/** What an empty form starts with. */
export const freshValues: Values = {
  deliveryMode: 'onLocation',
  capacity: '12',
  reservedPlaces: '0',
  noticeHours: '0',
  deadlineHours: '24',
  placesPerBusiness: '1',
  hasWaitlist: 'on',
  audience: 'everyone',
  listed: 'on',
};
