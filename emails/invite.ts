import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarFacts, Locale, RegistrationFacts } from './facts.ts';
import type { Attachment } from './mail.ts';
import { local, ZONE } from './moments.ts';
import { oneLine, shorten } from './safe.ts';
import { list, municipalityName, sessionName } from './words.ts';

const words = {
  nl: {
    file: 'afspraak.ics',
    by: 'Door',
    online: 'Online meedoen',
    access: 'Toegankelijkheid',
    call: 'Vragen? Bel',
  },
  en: {
    file: 'appointment.ics',
    by: 'By',
    online: 'Join online',
    access: 'Accessibility',
    call: 'Questions? Call',
  },
};

/**
 * The appointment as a calendar file (RFC 5545, 5546). REQUEST puts it in, or changes it; CANCEL, one step further in the
 * sequence, takes it out; PUBLISH is the file that someone fetches without being sent it, which names no attendee. The
 * reader is already taking part, so no answer is asked for.
 */
export function invite(
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
  facts: Pick<RegistrationFacts, 'recipient' | 'session' | 'sender'>,
  calendar: CalendarFacts,
  locale: Locale,
): Attachment {
  const { session, recipient } = facts;
  // ical-generator would swap them without a word.
  if (session.endsAt <= session.startsAt) throw new Error('a session must end after it starts');
  const cancel = method === 'CANCEL';
  const attendee = {
    name: shorten(recipient.name, 100) || recipient.email,
    email: recipient.email,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  };
  const file = ical({
    prodId: { company: 'Opkoers', product: 'Portal', language: locale.toUpperCase() },
    method: ICalCalendarMethod[method],
    // A zone on the calendar itself would make every time depend on the zone of the server.
    timezone: { name: null, generator: getVtimezoneComponent },
  });
  file.createEvent({
    id: calendar.uid,
    sequence: cancel ? calendar.sequence + 1 : calendar.sequence,
    stamp: calendar.stampedAt,
    start: local(session.startsAt),
    end: local(session.endsAt),
    timezone: ZONE,
    summary: shorten(sessionName(session, locale), 200),
    description: description(facts, locale),
    location: location(session),
    url: session.url,
    status: cancel ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancel ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: oneLine(calendar.organiser.name), email: calendar.organiser.email },
    attendees: method === 'PUBLISH' ? [] : [attendee],
    alarms: cancel ? [] : [{ type: ICalAlarmType.display, triggerBefore: 24 * 60 * 60 }],
  });
  return {
    filename: words[locale].file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: `${file.toString()}\r\n`,
  };
}

function description({ session, sender }: Pick<RegistrationFacts, 'session' | 'sender'>, locale: Locale) {
  const t = words[locale];
  const { municipality } = sender;
  const phone = municipality?.phone;
  return [
    session.organisers.length > 0 && `${t.by} ${oneLine(list(session.organisers, locale))}`,
    session.onlineUrl &&
      session.deliveryMode !== 'onLocation' &&
      `${t.online}: ${oneLine(session.onlineUrl)}`,
    session.venue?.accessibility && `${t.access}: ${oneLine(session.venue.accessibility)}`,
    phone && `${t.call} ${municipalityName(municipality.name, locale)}: ${oneLine(phone)}`,
    sender.creditLine && oneLine(sender.creditLine),
  ]
    .filter(Boolean)
    .join('\n');
}

function location({ venue, deliveryMode, onlineUrl }: RegistrationFacts['session']) {
  if (deliveryMode === 'online' || !venue) return oneLine(onlineUrl ?? 'Online');
  return {
    title: oneLine(venue.name),
    address: oneLine(`${venue.street}, ${venue.postcode} ${venue.city}`),
    ...(venue.geo && { geo: venue.geo }),
  };
}
