import { getVtimezoneComponent } from '@touch4it/ical-timezones';
import ical, { foldLines, type ICalCalendarData } from 'ical-generator';
import type { Locale, SessionFacts } from './facts.ts';
import { local, onTheClock, ZONE } from '../api/language/time.ts';
import { oneLine, shorten } from './safe.ts';
import { sessionName } from './words.ts';

/** An empty calendar that says who made it, and knows the clock of Amsterdam. */
export const emptyFile = (locale: Locale, data: ICalCalendarData) =>
  ical({
    prodId: { company: 'Opkoers', product: 'Portal', language: locale.toUpperCase() },
    // A zone on the calendar itself would make every time depend on the zone of the server.
    timezone: null,
    ...data,
  });

type Timed = Pick<SessionFacts, 'startsAt' | 'endsAt' | 'title' | 'kind'>;

/** The name and the times of a session, as an event has them. Throws when it does not end after it starts. */
export function nameAndTimes(session: Timed, locale: Locale) {
  // ical-generator would swap them without a word.
  if (session.endsAt <= session.startsAt) throw new Error('a session must end after it starts');
  const { startsAt, endsAt } = session;
  const summary = shorten(sessionName(session, locale), 200);
  // A clock time of the hour that comes twice means the first of the two (RFC 5545, 3.3.5).
  if (isSecondTime(startsAt) || isSecondTime(endsAt)) return { start: startsAt, end: endsAt, summary };
  return { start: local(startsAt), end: local(endsAt), timezone: ZONE, summary };
}

const HOUR_MS = 60 * 60 * 1000;
const isSecondTime = (moment: Date) =>
  +onTheClock(moment) === +onTheClock(new Date(moment.getTime() - HOUR_MS));

export const addressOf = (venue: NonNullable<SessionFacts['venue']>) => ({
  title: oneLine(venue.name),
  address: oneLine(`${venue.street}, ${venue.postcode} ${venue.city}`),
});

/** An address on the web as a URI, or null for what is none: it goes into the file without further escaping. */
export function webAddress(value: string | null) {
  const url = value && URL.canParse(value) ? new URL(value) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/**
 * The text of a file; `joinLinks` holds the join link of each event, in their order (RFC 7986, 5.11). The order of parts
 * is that of RFC 5545, which the library does not keep: properties, then the zone and events, and alarms last in an event.
 */
export function fileText(file: ReturnType<typeof emptyFile>, label = '', joinLinks: (string | null)[] = []) {
  let event = 0;
  const text = file.toString().replace(/^BEGIN:VEVENT\r\n[^]*?\r\n(?=END:VEVENT\r\n)/gm, (whole) => {
    const alarms = whole.match(ALARM) ?? [];
    const url = joinLinks[event++];
    const join = url
      ? `${foldLines(`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="${label}":${url}`)}\r\n`
      : '';
    return `${whole.replace(ALARM, '')}${join}${alarms.join('')}`;
  });
  const first = /^(?:BEGIN:VEVENT|END:VCALENDAR)\r?$/m.exec(text)!.index;
  return `${text.slice(0, first)}${AMSTERDAM}${text.slice(first)}\r\n`;
}

const ALARM = /^BEGIN:VALARM\r\n[^]*?\r\nEND:VALARM\r\n/gm;
const AMSTERDAM = `${getVtimezoneComponent(ZONE)!.replace(/\r?\n/g, '\r\n').trim()}\r\n`;
