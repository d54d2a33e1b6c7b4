import { action, type Block, text } from '../blocks.ts';
import type { Locale, MeasureUndoneFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { shorten } from '../safe.ts';
import { capital, municipalityName } from '../words.ts';

const words = {
  nl: {
    title: 'Een maatregel gaat niet door',
    story: (who: string, programme: string) =>
      `${who} heeft een maatregel in ${programme} ongedaan gemaakt. Het blijft zoals het was.`,
    municipality: 'De gemeente',
    what: 'Wat niet doorgaat',
    from: 'Zou ingaan op',
    why: 'Waarom',
    action: 'Bekijk het programma',
  },
  en: {
    title: 'A measure is off',
    story: (who: string, programme: string) =>
      `${who} took back a measure in ${programme}. Everything stays as it was.`,
    municipality: 'The municipality',
    what: 'What is off',
    from: 'Was to begin on',
    why: 'Why',
    action: 'View the programme',
  },
};

/** Told to the associations: a measure that they heard of was taken back before it began. */
export function measureUndone(facts: MeasureUndoneFacts, locale: Locale): Mail {
  const t = words[locale];
  const { recipient, sender, programme } = facts;
  const name = sender.municipality ? municipalityName(sender.municipality.name, locale) : t.municipality;
  const blocks: Block[] = [
    text(t.story(capital(name), programme)),
    {
      kind: 'panel',
      title: t.title,
      rows: [
        { label: t.what, lines: [facts.description], strong: true },
        { label: t.from, lines: [longDate(facts.from, locale)] },
        { label: t.why, lines: [facts.motivation] },
      ],
    },
    action(t.action, facts.url),
  ];
  const subject = `${t.title}: ${shorten(programme, 60)}`;
  return compose({ subject, title: t.title, recipientName: recipient.name, blocks, sender }, locale);
}
