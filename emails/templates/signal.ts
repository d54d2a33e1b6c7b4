import { action, type Block, text } from '../blocks.ts';
import type { Locale, SignalFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../moments.ts';
import { shorten } from '../safe.ts';

const words = {
  nl: {
    subject: 'Signaal',
    story: (programme: string) => `In ${programme} valt iets op. Kijk ernaar, en bespreek het met elkaar.`,
    asOf: 'Stand van',
    note: 'Een signaal is geen oordeel. De cijfers kunnen nog veranderen.',
    action: 'Bekijk het kwartaal',
  },
  en: {
    subject: 'Signal',
    story: (programme: string) =>
      `Something stands out in ${programme}. Look at it, and discuss it together.`,
    asOf: 'As of',
    note: 'A signal is not a judgement. The figures may still change.',
    action: 'View the quarter',
  },
};

/** For the municipality and the associations: a figure of a programme that asks for attention. */
export function signal(facts: SignalFacts, locale: Locale): Mail {
  const t = words[locale];
  const { recipient, sender, programme, figures } = facts;
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
    text(t.note),
    action(t.action, facts.url),
  ];
  const subject = `${t.subject}: ${shorten(facts.title, 110)}, ${shorten(programme, 60)}`;
  return compose({ subject, title: facts.title, recipientName: recipient.name, blocks, sender }, locale);
}
