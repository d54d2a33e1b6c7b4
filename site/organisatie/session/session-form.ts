import type { z } from 'zod';
import type { newSession, ownSession } from '../../../api/publishing/sessions/schema.ts';
import type { FieldError } from '../../forms.ts';
import { formTime, localDate, momentOf } from '../../format.ts';

type Values = Record<string, string>;
export type OwnSessionDetail = z.output<typeof ownSession>;

const PARTNER = 'partner-';
export const partnerField = (organisationId: string) => `${PARTNER}${organisationId}`;

/** Empty for nothing, and what is no moment stays what it is, so that the API can say so. */
const momentIn = (values: Values, name: string) => {
  const date = values[`${name}Date`] ?? '';
  if (date === '') return null;
  return momentOf(date, values[`${name}Time`] || '00:00') || 'no moment';
};
const numberIn = (value: string | undefined) => (value ? Number(value.replace(',', '.')) : 0);
const hours = (value: string | undefined) => Math.round(numberIn(value) * 60);

/** 12,50 or 12.50, with or without a sign; what is no amount becomes one that the API refuses. */
function centsIn(text: string) {
  const found = /^(?:€\s*)?(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : -1;
}

/** Who may book, as filled in. */
export function accessOf(values: Values) {
  const price = values.memberPrice?.trim() ?? '';
  return {
    openToNonMembers: values.audience !== 'members',
    listed: values.listed === 'on',
    memberContributionCents: price === '' ? null : centsIn(price),
    memberBookingOpensAt: momentIn(values, 'memberOpens'),
    bookingCode: values.bookingCode ?? '',
    bookingUrl: values.bookingUrl ?? '',
  };
}

/** What a draft is made or changed into. */
export function sessionOf(values: Values): z.input<typeof newSession> {
  const { date = '', startTime = '', endTime = '' } = values;
  const mode = values.deliveryMode;
  const deliveryMode = mode === 'online' || mode === 'hybrid' ? mode : 'onLocation';
  const { venueName = '', street = '', postcode = '', city = '' } = values;
  const isNewVenue =
    deliveryMode !== 'online' && !values.venueId && venueName + street + postcode + city !== '';
  const [opens, closes] = [momentIn(values, 'opens'), momentIn(values, 'closes')];
  return {
    moduleId: values.moduleId ?? '',
    startsAt: momentOf(date, startTime),
    ...(endTime && { endsAt: momentOf(date, endTime) }),
    deliveryMode,
    ...(values.venueId && deliveryMode !== 'online' && { venueId: values.venueId }),
    ...(isNewVenue && { newVenue: { name: venueName, street, postcode, city } }),
    onlineUrl: deliveryMode === 'onLocation' ? '' : (values.onlineUrl ?? ''),
    capacity: Number(values.capacity || NaN),
    leader: values.leader ?? '',
    reservedPlaces: numberIn(values.reservedPlaces),
    ...(opens && { bookingOpensAt: opens }),
    ...(closes && { bookingClosesAt: closes }),
    minimumNoticeMinutes: hours(values.noticeHours),
    cancellationDeadlineMinutes: hours(values.deadlineHours),
    placesPerBusiness: values.placesPerBusiness ? numberIn(values.placesPerBusiness) : null,
    hasWaitlist: values.hasWaitlist === 'on',
    coOrganiserIds: Object.keys(values).flatMap((name) =>
      name.startsWith(PARTNER) ? name.slice(PARTNER.length) : [],
    ),
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
  moment ? { [`${name}Date`]: localDate(moment), [`${name}Time`]: formTime(moment) } : {};
const inHours = (minutes: number) => String(minutes / 60);

export const accessValues = (own: OwnSessionDetail): Values => ({
  audience: own.openToNonMembers ? 'everyone' : 'members',
  ...(own.listed && { listed: 'on' }),
  memberPrice:
    own.memberContributionCents === null
      ? ''
      : (own.memberContributionCents / 100).toFixed(2).replace('.', ','),
  ...dated('memberOpens', own.memberBookingOpensAt),
  bookingCode: own.bookingCode ?? '',
  bookingUrl: own.bookingUrl ?? '',
});

/** A draft as its form holds it. */
export const valuesOf = (own: OwnSessionDetail): Values => ({
  moduleId: own.session.moduleId,
  date: localDate(own.session.startsAt),
  startTime: formTime(own.session.startsAt),
  endTime: formTime(own.session.endsAt),
  deliveryMode: own.session.deliveryMode,
  venueId: own.venueId ?? '',
  onlineUrl: own.onlineUrl ?? '',
  capacity: String(own.session.capacity),
  leader: own.leader ?? '',
  reservedPlaces: String(own.reservedPlaces),
  ...dated('opens', own.bookingOpensAt),
  ...dated('closes', own.bookingClosesAt === own.session.startsAt ? null : own.bookingClosesAt),
  noticeHours: inHours(own.minimumNoticeMinutes),
  deadlineHours: inHours(own.cancellationDeadlineMinutes),
  placesPerBusiness: own.placesPerBusiness === null ? '' : String(own.placesPerBusiness),
  ...(own.hasWaitlist && { hasWaitlist: 'on' }),
  ...Object.fromEntries(own.session.organisers.slice(1).map(({ id }) => [partnerField(id), 'on'])),
  ...accessValues(own),
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
