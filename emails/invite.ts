import {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addressOf, emptyFile, fileText, nameAndTimes, webAddress } from './calendar-file.ts';
import type { CalendarFacts, Locale, MeetingFacts, RegistrationFacts, SessionFacts } from './facts.ts';
import type { Attachment } from './mail.ts';
import { local } from '../api/language/time.ts';
import { oneLine, shorten } from './safe.ts';
import { demoWords, municipalityName } from './words.ts';
import { list } from '../api/language/lists.ts';

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

type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH';
type Facts = Pick<RegistrationFacts, 'session' | 'sender'> & {
  recipient: RegistrationFacts['recipient'] | null;
};

/**
 * The appointment as a calendar file (RFC 5545, 5546). REQUEST puts it in, or changes it; CANCEL, one step further in the
 * sequence, takes it out; PUBLISH is the file that someone fetches without being sent it, which names no attendee. The
 * reader is already taking part, so no answer is asked for. Several meetings are events of one uid, told apart by the
 * RECURRENCE-ID: that is how RFC 5546 has them in one file.
 */
export function invite(method: Method, facts: Facts, calendar: CalendarFacts, locale: Locale): Attachment {
  const file = emptyFile(locale, { method: ICalCalendarMethod[method] });
  const one = { session: facts.session, sequence: calendar.sequence };
  const meetings: (Omit<MeetingFacts, 'firstStartsAt'> & { firstStartsAt?: Date })[] = calendar.meetings ?? [
    one,
  ];
  for (const meeting of meetings) {
    file.createEvent({
      ...eventOf(method, { ...facts, session: meeting.session }, calendar, locale),
      sequence: meeting.sequence + (method === 'CANCEL' ? 1 : 0),
      ...(meeting.firstStartsAt && { recurrenceId: local(meeting.firstStartsAt) }),
    });
  }
  const conferences = meetings.map(({ session }) => (method === 'CANCEL' ? null : joinLink(session)));
  return {
    filename: words[locale].file,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: fileText(file, words[locale].online, conferences),
  };
}

function eventOf(method: Method, facts: Facts, calendar: CalendarFacts, locale: Locale): ICalEventData {
  const { session, recipient } = facts;
  const cancel = method === 'CANCEL';
  return {
    ...nameAndTimes(session, locale),
    id: calendar.uid,
    stamp: calendar.stampedAt,
    description: description(facts, locale),
    location: location(session),
    url: session.url,
    status: cancel ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancel ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: oneLine(calendar.organiser.name), email: calendar.organiser.email },
    attendees: method === 'PUBLISH' || !recipient ? [] : [attendee(recipient)],
    alarms: cancel ? [] : [{ type: ICalAlarmType.display, triggerBefore: 24 * 60 * 60 }],
  };
}

const attendee = ({ name, email }: RegistrationFacts['recipient']) => ({
  name: shorten(name, 100) || email,
  email,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
});

const joinLink = ({ deliveryMode, onlineUrl }: SessionFacts) =>
  deliveryMode === 'onLocation' ? null : webAddress(onlineUrl);

function description({ session, sender }: Facts, locale: Locale) {
  const t = words[locale];
  const { municipality } = sender;
  const phone = municipality?.phone;
  return [
    sender.isDemo && demoWords[locale].sentence,
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

function location({ venue, deliveryMode, onlineUrl }: SessionFacts) {
  if (deliveryMode === 'online' || !venue) return oneLine(onlineUrl ?? 'Online');
  return { ...addressOf(venue), ...(venue.geo && { geo: venue.geo }) };
}
