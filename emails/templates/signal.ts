import { action, type Block, text } from '../blocks.ts';
import type { Locale, SignalFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { shorten } from '../safe.ts';

const words = {
  nl: {
    subject: 'Signaal',
    story: (programme: string) =>
      `In ${programme} valt iets op. U ziet dit als eerste. Laat in het portaal weten wat u eraan doet.`,
    asOf: 'Stand van',
    note: 'Een signaal is geen oordeel. De cijfers kunnen nog veranderen.',
    suggestions: 'Wat u kunt doen:',
    action: 'Bekijk het signaal',
  },
  en: {
    subject: 'Signal',
    story: (programme: string) =>
      `Something stands out in ${programme}. You are the first to see it. Say in the portal what you do about it.`,
    asOf: 'As of',
    note: 'A signal is not a judgement. The figures may still change.',
    suggestions: 'What you can do:',
    action: 'View the signal',
  },
};

/** For the associations, before the municipality sees it: a figure of a programme that asks for attention. */
export function signal(facts: SignalFacts, locale: Locale): Mail {
  const t = words[locale];
  const { recipient, sender, programme, figures, suggestions } = facts;
  const blocks: Block[] = [
    text(t.story(programme)),
    {
      kind: 'panel',
      title: facts.title,
      rows: [
        ...figures.map(({ label, value }) => ({ label, lines: [value] })),
        { label: t.asOf, lines: [longDate(facts.asOf, locale)] },
      ],
    },
    text(facts.explanation),
    ...(suggestions.length > 0 ? [text([t.suggestions, ...suggestions].join(' '))] : []),
    text(t.note),
    action(t.action, facts.url),
  ];
  const subject = `${t.subject}: ${shorten(facts.title, 110)}, ${shorten(programme, 60)}`;
  return compose({ subject, title: facts.title, recipientName: recipient.name, blocks, sender }, locale);
}
