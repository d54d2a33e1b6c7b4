import type { Block, Row } from './blocks.ts';
import type { Locale, RegistrationFacts, SessionFacts } from './facts.ts';
import { costLines } from './cost.ts';
import { linesOfTime, sessionName } from './words.ts';
import { list } from '../api/language/lists.ts';

const words = {
  nl: {
    when: 'Wanneer',
    where: 'Waar',
    access: 'Toegankelijkheid',
    online: 'Online meedoen',
    onlineOnly: 'Online',
    orOnline: 'U kunt ook online meedoen.',
    linkLater: 'De organisator laat u weten hoe u meedoet.',
    by: 'Door',
    leader: 'Begeleider',
    cost: 'Kosten',
    more: 'Meer informatie',
  },
  en: {
    when: 'When',
    where: 'Where',
    access: 'Accessibility',
    online: 'Join online',
    onlineOnly: 'Online',
    orOnline: 'You can also join online.',
    linkLater: 'The organiser will tell you how to join.',
    by: 'By',
    leader: 'Led by',
    cost: 'Costs',
    more: 'More information',
  },
};

/**
 * What one wants to know of a session: when, where, by whom and what it costs. `brief` is for a session one does not go to;
 * only a participant gets the online link.
 */
export function sessionPanel(
  facts: RegistrationFacts,
  locale: Locale,
  detail: 'brief' | 'public' | 'participant',
): Block {
  const t = words[locale];
  const { session } = facts;
  const rows: Row[] = [{ label: t.when, lines: linesOfTime(session, locale), strong: true }];
  if (detail !== 'brief') rows.push(...placeRows(session, locale));
  if (detail === 'participant' && session.deliveryMode !== 'onLocation')
    rows.push(onlineRow(session, locale));
  if (session.organisers.length > 0) rows.push({ label: t.by, lines: [list(session.organisers, locale)] });
  if (session.leader && detail !== 'brief') rows.push({ label: t.leader, lines: [session.leader] });
  if (facts.cost && detail !== 'brief') {
    rows.push({
      label: t.cost,
      lines: costLines(facts.cost, facts.sender.municipality?.name ?? null, locale),
    });
  }
  rows.push({ label: t.more, lines: [], link: { label: session.url, url: session.url } });
  return { kind: 'panel', title: sessionName(session, locale), rows };
}

function placeRows({ venue, deliveryMode }: SessionFacts, locale: Locale): Row[] {
  const t = words[locale];
  if (!venue || deliveryMode === 'online') return [{ label: t.where, lines: [t.onlineOnly] }];
  const address = [venue.name, `${venue.street}, ${venue.postcode} ${venue.city}`];
  return [
    { label: t.where, lines: deliveryMode === 'hybrid' ? [...address, t.orOnline] : address },
    ...(venue.accessibility ? [{ label: t.access, lines: [venue.accessibility] }] : []),
  ];
}

function onlineRow({ onlineUrl }: SessionFacts, locale: Locale): Row {
  const t = words[locale];
  return onlineUrl
    ? { label: t.online, lines: [], link: { label: onlineUrl, url: onlineUrl } }
    : { label: t.online, lines: [t.linkLater] };
}
