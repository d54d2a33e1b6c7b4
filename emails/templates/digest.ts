import { action, type Block, quietLink, type Row, text } from '../blocks.ts';
import type { DigestFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { weekdayAndDay } from '../../api/language/dates.ts';
import { linesOfTime, sessionName } from '../words.ts';
import { list } from '../../api/language/lists.ts';

const words = {
  nl: {
    subject: (from: string, until: string) => `Uw week: ${from} tot en met ${until}`,
    title: 'Uw bijeenkomsten deze week',
    story: (sessions: number, organisations: string) =>
      sessions === 1
        ? `Deze week is er 1 bijeenkomst van ${organisations}.`
        : `Deze week zijn er ${sessions} bijeenkomsten van ${organisations}.`,
    when: 'Wanneer',
    where: 'Waar',
    online: 'Online',
    places: 'Plaatsen',
    taken: (taken: number, capacity: number) => `${taken} van de ${capacity} bezet`,
    waiting: (waiting: number) => `${waiting} op de wachtlijst`,
    unreachable: 'Mail komt niet aan bij',
    call: 'Bel of app deze deelnemers zelf.',
    list: 'Presentielijst',
    action: 'Naar uw bijeenkomsten',
    off: 'Wilt u dit overzicht niet meer? Zet het uit',
  },
  en: {
    subject: (from: string, until: string) => `Your week: ${from} to ${until}`,
    title: 'Your sessions this week',
    story: (sessions: number, organisations: string) =>
      sessions === 1
        ? `This week there is 1 session of ${organisations}.`
        : `This week there are ${sessions} sessions of ${organisations}.`,
    when: 'When',
    where: 'Where',
    online: 'Online',
    places: 'Places',
    taken: (taken: number, capacity: number) => `${taken} of ${capacity} taken`,
    waiting: (waiting: number) => `${waiting} on the waiting list`,
    unreachable: 'Mail does not reach',
    call: 'Call or text these participants yourself.',
    list: 'Attendance list',
    action: 'To your sessions',
    off: 'Do you not want this overview any more? Turn it off',
  },
};

/** On Monday morning, for who works for an organisation: the sessions of this week. */
export function digest(facts: DigestFacts, locale: Locale): Mail {
  const t = words[locale];
  const { recipient, sender, sessions } = facts;
  const blocks: Block[] = [
    text(t.story(sessions.length, list(facts.organisations, locale))),
    ...sessions.map((session): Block => ({
      kind: 'panel',
      title: sessionName(session, locale),
      rows: rowsOf(session, locale),
    })),
    action(t.action, facts.deskUrl),
    quietLink(t.off, facts.unsubscribeUrl),
  ];
  const subject = t.subject(weekdayAndDay(facts.from, locale), weekdayAndDay(facts.until, locale));
  return compose({ subject, title: t.title, recipientName: recipient.name, blocks, sender }, locale);
}

function rowsOf(session: DigestFacts['sessions'][number], locale: Locale): Row[] {
  const t = words[locale];
  const { taken, capacity, waiting, unreachable } = session;
  return [
    { label: t.when, lines: linesOfTime(session, locale), strong: true },
    { label: t.where, lines: [session.place ?? t.online] },
    { label: t.places, lines: [t.taken(taken, capacity), ...(waiting > 0 ? [t.waiting(waiting)] : [])] },
    ...(unreachable.length > 0 ? [{ label: t.unreachable, lines: [...unreachable, t.call] }] : []),
    { label: t.list, lines: [], link: { label: session.url, url: session.url } },
  ];
}
