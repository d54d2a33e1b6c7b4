import { describe, expect, test } from 'vitest';
import type { SessionFacts } from '../../emails/facts.ts';
import { feed, type FeedItem } from '../../emails/feed.ts';
import { invite } from '../../emails/invite.ts';
import { faultsIn, readByIcalJs, readByNodeIcal } from '../support/ics.ts';
import { calendar, registration } from './emails-facts.ts';

const { session } = registration;
const titles = {
  plain: session.title,
  empty: '',
  'of 1,000 characters': 'Boekhouden voor de zaak, '.repeat(40),
  'of 1,000 emoji': '👩‍🌾'.repeat(200),
  'with everything that means something': 'Zoë "de baas"; Ünal, \\ \\, C:\\map: a=b ^n %0A &amp; <b>',
  'with a property in it': 'Sterk\r\nATTENDEE:mailto:victim@example.com\r\nX-EVIL:1',
  'with a component in it': 'Sterk\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil',
  'that is the end of one': 'END:VEVENT',
  'with other line breaks': 'een\u2028twee\u2029drie\u0085vier\u000bvijf\u0000zes',
  'that turns the line': 'abc\u202edef\u2066ghi',
};
const joinUrls = {
  plain: session.onlineUrl,
  'with a break in it': 'https://meet.example/a\r\nATTENDEE:mailto:victim@example.com',
  'with quotes and letters': 'https://meet.example/zaal één?naam="a";b,c',
  'that is no web address': 'javascript:alert(1)',
  none: null,
};
const places = {
  onLocation: { deliveryMode: 'onLocation', onlineUrl: null },
  online: { deliveryMode: 'online', venue: null },
  hybrid: { deliveryMode: 'hybrid' },
} as const satisfies Record<string, Partial<SessionFacts>>;

const itemOf = (change: Partial<FeedItem & { session: FeedItem['session'] }> = {}): FeedItem => ({
  uid: 'sessie@opkoers.example',
  sequence: 3,
  changedAt: calendar.stampedAt,
  cancelled: false,
  session,
  about: {
    summary: 'Kort, en; krachtig\nX-EVIL:1',
    organisers: ['VAD', 'O;A'],
    creditLine: 'Mogelijk, dankzij',
    url: session.url,
  },
  ...change,
});

const about = { name: 'Opkoers', siteUrl: 'https://opkoers.example', isDemo: false };

/** Every kind of file there is, about this session. */
const filesOf = (change: Partial<SessionFacts>, locale: 'nl' | 'en') => {
  const facts = { ...registration, session: { ...session, ...change } };
  const item = (more: Partial<FeedItem> = {}) => itemOf({ session: facts.session, ...more });
  return [
    ...(['REQUEST', 'CANCEL', 'PUBLISH'] as const).map((method) => invite(method, facts, calendar, locale)),
    {
      content: feed({ ...about, name: facts.session.title || 'Agenda' }, [item()], locale),
      contentType: '',
    },
    {
      content: feed(
        { ...about, name: 'Mijn, agenda; "x"', isDemo: true },
        [item({ about: null, cancelled: true })],
        locale,
      ),
      contentType: '',
    },
  ];
};

describe.each(['nl', 'en'] as const)(
  'every file in %s keeps the rules, and both parsers read the same',
  (locale) => {
    const check = (change: Partial<SessionFacts>) => {
      for (const { content, contentType } of filesOf(change, locale)) {
        expect(faultsIn(content)).toEqual([]);
        const found = readByIcalJs(content);
        expect(found).toHaveLength(1);
        expect(readByNodeIcal(content)).toEqual(found);
        expect(found[0]!.startsAt).toBe(session.startsAt.toISOString());
        expect(found[0]!.endsAt).toBe(session.endsAt.toISOString());
        const method = /^METHOD:(.*)$/m.exec(content)?.[1]?.trim();
        expect(/method=(\w+)$/.exec(contentType)?.[1]).toBe(method);
        expect(content.replace(/\r\n /g, '').match(/^(ATTENDEE.*victim|X-EVIL|UID:evil)/gm)).toBeNull();
      }
    };
    test.each(Object.entries(titles))('with a title %s', (_, title) => check({ title }));
    test.each(Object.entries(joinUrls))('with a link to join %s', (_, onlineUrl) => check({ onlineUrl }));
    test.each(Object.entries(places))('%s', (_, place) => check(place));
    test('with a place that is hard to write', () =>
      check({ venue: { ...session.venue!, name: 'Zaal; "B", 1\\2\nX-EVIL:1', street: 'Laan, 1' } }));
  },
);

test('a title reads back as it was typed, in both parsers', () => {
  const title = 'Zoë "de baas"; Ünal, \\ 👩‍🌾 en C:\\map';
  const { content } = invite('REQUEST', { ...registration, session: { ...session, title } }, calendar, 'nl');
  for (const read of [readByIcalJs, readByNodeIcal])
    expect(read(content)[0]!.summary).toBe(`Workshop ${title}`);
});

test('a backslash before an n is no line break', () => {
  const title = 'Van C:\\nieuw naar D:\\Nog';
  const { content } = invite('REQUEST', { ...registration, session: { ...session, title } }, calendar, 'nl');
  // Only this one: node-ical takes the escaped backslash for the beginning of an escaped n.
  expect(readByIcalJs(content)[0]!.summary).toBe(`Workshop ${title}`);
});

test('an online meeting is named as a conference, in the update and not in the cancellation', () => {
  const unfolded = (content: string) => content.replace(/\r\n /g, '');
  const conference =
    'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Online meedoen":https://meet.example/zichtbaar\r\n';
  expect(unfolded(invite('REQUEST', registration, calendar, 'nl').content)).toContain(conference);
  expect(invite('CANCEL', registration, calendar, 'nl').content).not.toContain('CONFERENCE');
  const onLocation = { ...registration, session: { ...session, deliveryMode: 'onLocation' as const } };
  expect(invite('REQUEST', onLocation, calendar, 'nl').content).not.toContain('CONFERENCE');
});

test('an end in the hour that comes twice is the right one of the two', () => {
  const night = { startsAt: new Date('2027-10-30T22:00:00Z'), endsAt: new Date('2027-10-31T01:30:00Z') };
  for (const { content } of filesOf(night, 'nl')) {
    expect(faultsIn(content)).toEqual([]);
    for (const read of [readByIcalJs, readByNodeIcal])
      expect(read(content)).toMatchObject([
        { startsAt: night.startsAt.toISOString(), endsAt: night.endsAt.toISOString() },
      ]);
  }
});

describe('several meetings under one registration', () => {
  const second = { startsAt: new Date('2027-03-28T07:00:00Z'), endsAt: new Date('2027-03-28T09:00:00Z') };
  const meetings = [
    { session, sequence: 2, firstStartsAt: session.startsAt },
    {
      session: { ...session, ...second, deliveryMode: 'online' as const, venue: null },
      sequence: 4,
      // It was a week earlier when it was first sent.
      firstStartsAt: new Date('2027-03-21T08:00:00Z'),
    },
  ];
  test('are one file of one uid, each with its own times and sequence', () => {
    const { content } = invite('REQUEST', registration, { ...calendar, meetings }, 'nl');
    expect(faultsIn(content)).toEqual([]);
    const found = readByIcalJs(content);
    expect(found.map(({ uid, sequence, startsAt }) => [uid, sequence, startsAt])).toEqual([
      [calendar.uid, 2, session.startsAt.toISOString()],
      [calendar.uid, 4, second.startsAt.toISOString()],
    ]);
    expect(readByNodeIcal(content)).toEqual(found);
    expect(content).toContain('RECURRENCE-ID;TZID=Europe/Amsterdam:20270321T090000');
    expect(content.match(/^CONFERENCE/gm)).toHaveLength(2);
  });
  test('are cancelled together, each one step further', () => {
    const { content } = invite('CANCEL', registration, { ...calendar, meetings }, 'nl');
    expect(faultsIn(content)).toEqual([]);
    expect(readByIcalJs(content).map(({ sequence, status }) => [sequence, status])).toEqual([
      [3, 'CANCELLED'],
      [5, 'CANCELLED'],
    ]);
  });
});

describe('a feed', () => {
  const text = (items: FeedItem[]) => feed(about, items, 'nl');
  test('says how often to look, and is the same file for the same facts', () => {
    const content = text([itemOf()]);
    expect(content).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(content).toContain('X-PUBLISHED-TTL:PT1H\r\n');
    expect(content).not.toContain('METHOD');
    expect(content).toContain(`LAST-MODIFIED:20270105T090000Z\r\n`);
    expect(text([itemOf()])).toBe(content);
  });
  test('of a portal with demo data says so in its name and in words', () => {
    const demo = (isDemo: boolean) => feed({ ...about, isDemo }, [itemOf()], 'nl');
    expect(demo(true)).toContain('X-WR-CALNAME:Voorbeeld: Opkoers\r\n');
    expect(demo(true)).toContain('X-WR-CALDESC:Dit is een voorbeeld');
    expect(demo(false)).not.toContain('oorbeeld:');
  });
  test('keeps what is cancelled, as cancelled, also in words', () => {
    const [found] = readByNodeIcal(text([itemOf({ cancelled: true })]));
    expect(found).toMatchObject({ status: 'CANCELLED' });
    expect(found!.summary).toMatch(/^Gaat niet door: /);
  });
  test('of one’s own holds title, time and place, and nothing else', () => {
    const content = text([itemOf({ about: null })]);
    const event = content.slice(content.indexOf('BEGIN:VEVENT')).replace(/\r\n /g, '');
    const names = [...event.matchAll(/^([A-Z-]+)[;:]/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'BEGIN');
    expect(new Set(names)).toEqual(
      new Set(['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'TRANSP', 'LOCATION', 'STATUS'])
        .add('LAST-MODIFIED')
        .add('END'),
    );
  });
  test('never holds a link to join', () => {
    for (const about of [null, itemOf().about])
      for (const place of Object.values(places))
        expect(text([itemOf({ about, session: { ...session, ...place } })])).not.toContain('meet.example');
  });
  test('without sessions is still a calendar', () => expect(faultsIn(text([]))).toEqual([]));
});

describe('the check of the rules finds', () => {
  const good = invite('REQUEST', registration, calendar, 'nl').content;
  test.each([
    ['a bare line feed', good.replace('\r\n', '\n'), 'CRLF'],
    ['a long line', good.replace(/\r\n /g, ''), '75 octets'],
    ['no uid', good.replace(/UID:.*\r\n/, ''), 'without UID'],
    ['a floating time', good.replace('DTSTART;TZID=Europe/Amsterdam', 'DTSTART'), 'floats'],
    ['a comma as it is', good.replace('1\\, 1180', '1, 1180'), 'not escaped'],
    [
      'an alarm before a property',
      good
        .replace(/(BEGIN:VALARM[^]*END:VALARM\r\n)/, '')
        .replace(
          'STATUS',
          'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nDESCRIPTION:x\r\nEND:VALARM\r\nSTATUS',
        ),
      'after a component',
    ],
    ['no attendee', good.replace(/ATTENDEE[^]*?\r\n(?! )/, ''), 'ATTENDEE'],
    [
      'a second event with another uid',
      good.replace(/(BEGIN:VEVENT[^]*END:VEVENT\r\n)/, (one) => one + one.replace('UID:', 'UID:x')),
      'more than one uid',
    ],
  ])('%s', (_, broken, fault) => {
    expect(broken).not.toBe(good);
    expect(faultsIn(broken).join('\n')).toContain(fault);
  });
});
