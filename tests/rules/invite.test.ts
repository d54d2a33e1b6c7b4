import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { invite } from '../../emails/invite.ts';
import { readByIcalJs, readByNodeIcal } from '../support/ics.ts';
import { calendar, registration } from './emails-facts.ts';

/** Reads a file as a calendar program does: with the zone that stands in the file itself. */
function read(content: string) {
  const file = new ICAL.Component(ICAL.parse(content) as unknown[]);
  const zone = new ICAL.Timezone(file.getFirstSubcomponent('vtimezone')!);
  const component = file.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(component);
  const instant = (time: ICAL.Time) => {
    time.zone = zone;
    return time.toJSDate().toISOString();
  };
  return { file, component, event, startsAt: instant(event.startDate), endsAt: instant(event.endDate) };
}

test('a file that someone fetches is the same appointment, published, without attendees', () => {
  const sent = read(invite('REQUEST', registration, calendar, 'nl').content);
  const { content, contentType } = invite('PUBLISH', registration, calendar, 'nl');
  const fetched = read(content);
  expect(contentType).toContain('method=PUBLISH');
  expect(content).toContain('METHOD:PUBLISH');
  expect(content).not.toContain('ATTENDEE');
  expect(fetched.event.uid).toBe(sent.event.uid);
  expect(fetched.event.sequence).toBe(sent.event.sequence);
  expect([fetched.startsAt, fetched.endsAt]).toEqual([sent.startsAt, sent.endsAt]);
});

const moments = [
  ['a winter evening', '2027-02-02T18:30:00.000Z', '2027-02-02T20:30:00.000Z', '2027-02-02T19:30:00'],
  ['a summer evening', '2027-07-06T17:30:00.000Z', '2027-07-06T19:30:00.000Z', '2027-07-06T19:30:00'],
  [
    'the evening before the clock goes forward',
    '2027-03-27T18:30:00.000Z',
    '2027-03-27T20:30:00.000Z',
    '2027-03-27T19:30:00',
  ],
  [
    'the morning after it went forward',
    '2027-03-28T07:00:00.000Z',
    '2027-03-28T09:00:00.000Z',
    '2027-03-28T09:00:00',
  ],
  [
    'through the night in which it goes forward',
    '2027-03-27T22:30:00.000Z',
    '2027-03-28T04:00:00.000Z',
    '2027-03-27T23:30:00',
  ],
  [
    'across the change itself, forward',
    '2027-03-28T00:30:00.000Z',
    '2027-03-28T01:30:00.000Z',
    '2027-03-28T01:30:00',
  ],
  [
    'across the change itself, back, in the hour that comes twice',
    '2027-10-30T23:30:00.000Z',
    '2027-10-31T02:00:00.000Z',
    '2027-10-31T01:30:00',
  ],
  [
    'the evening before the clock goes back',
    '2027-10-30T17:30:00.000Z',
    '2027-10-30T19:30:00.000Z',
    '2027-10-30T19:30:00',
  ],
  [
    'the morning after it went back',
    '2027-10-31T08:00:00.000Z',
    '2027-10-31T10:00:00.000Z',
    '2027-10-31T09:00:00',
  ],
  [
    'through the night in which it goes back',
    '2027-10-30T21:30:00.000Z',
    '2027-10-31T05:00:00.000Z',
    '2027-10-30T23:30:00',
  ],
] as const;

describe.each(['UTC', 'America/New_York', 'Asia/Tokyo'])('on a server in %s', (zone) => {
  const script = fileURLToPath(new URL('./invite-print.ts', import.meta.url));
  const periods = moments.map(([, startsAt, endsAt]) => `${startsAt}/${endsAt}`);
  const printed = execFileSync(process.execPath, [script, ...periods], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  const files = JSON.parse(printed) as { invite: string; feed: string }[];

  test.each(moments.map((moment, index) => [...moment, index] as const))(
    '%s',
    (_, startsAt, endsAt, clock, index) => {
      const { invite: sent, feed: fetched } = files[index]!;
      for (const parse of [readByIcalJs, readByNodeIcal])
        for (const content of [sent, fetched]) expect(parse(content)).toMatchObject([{ startsAt, endsAt }]);
      const found = read(sent);
      expect(found).toMatchObject({ startsAt, endsAt });
      expect(found.event.startDate.toString()).toBe(clock);
      expect(found.component.getFirstProperty('dtstart')!.getParameter('tzid')).toBe('Europe/Amsterdam');
      expect(found.component.getFirstProperty('dtstamp')!.toICALString()).toBe('DTSTAMP:20270105T090000Z');
    },
  );
});

test('a request carries all that a calendar needs', () => {
  const attachment = invite('REQUEST', registration, calendar, 'nl');
  const { file, component, event } = read(attachment.content);
  expect(attachment.contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
  expect(file.getFirstPropertyValue('method')).toBe('REQUEST');
  expect(file.getFirstPropertyValue('prodid')).toBe('-//Opkoers//Portal//NL');
  expect(event.uid).toBe(calendar.uid);
  expect(event.sequence).toBe(2);
  expect(event.summary).toBe('Workshop Beter zichtbaar met een klein budget');
  expect(event.location).toBe('De Zaal\nVoorbeeldstraat 1, 1180 AA Amstelveen');
  expect(event.description).toContain('Online meedoen: https://meet.example/zichtbaar');
  expect(component.getFirstPropertyValue('geo')).toEqual([52.3, 4.86]);
  expect(component.getFirstPropertyValue('url')).toBe(registration.session.url);
  expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(component.getFirstPropertyValue('organizer')).toBe('mailto:noreply@opkoers.example');
  const attendee = event.attendees[0]!;
  expect(String(attendee.getFirstValue()).toLowerCase()).toBe('mailto:noor@example.com');
  expect(attendee.getParameter('partstat')).toBe('ACCEPTED');
  expect(attendee.getParameter('rsvp')).toBe('FALSE');
  expect(attendee.getParameter('cn')).toBe('Noor Voorbeeld');
  expect(String(component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger'))).toBe('-P1D');
});

test('a cancellation is the same appointment, one step further', () => {
  const { file, component, event } = read(invite('CANCEL', registration, calendar, 'en').content);
  expect(file.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(event.uid).toBe(calendar.uid);
  expect(event.sequence).toBe(3);
  expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(component.getFirstSubcomponent('valarm')).toBeNull();
});

test('an online session is where its link is', () => {
  const session = { ...registration.session, deliveryMode: 'online' as const, venue: null };
  expect(read(invite('REQUEST', { ...registration, session }, calendar, 'nl').content).event.location).toBe(
    'https://meet.example/zichtbaar',
  );
});

test('lines are folded at 75 octets and end with CRLF, whatever people typed', () => {
  const typed = 'Zoë "de baas"; Ünal, \\ 👩‍🌾 '.repeat(8);
  const hostile = {
    ...registration,
    recipient: { name: `${typed}\r\nATTENDEE:mailto:victim@example.com`, email: 'noor@example.com' },
    session: { ...registration.session, title: `${typed}\nMETHOD:PUBLISH` },
  };
  const { content } = invite('REQUEST', hostile, calendar, 'nl');
  expect(content.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const { event } = read(content);
  expect(event.attendees).toHaveLength(1);
  expect(event.summary).toMatch(/^Workshop Zoë "de baas"; Ünal, \\ 👩‍🌾/u);
});

test('an end before the start is refused, not swapped', () => {
  const { startsAt, endsAt } = registration.session;
  const session = { ...registration.session, startsAt: endsAt, endsAt: startsAt };
  expect(() => invite('REQUEST', { ...registration, session }, calendar, 'nl')).toThrow('must end after');
});
