import { action, type Block, text } from '../blocks.ts';
import type { Locale, MeasureFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { shorten } from '../safe.ts';
import { capital, municipalityName } from '../words.ts';

const words = {
  nl: {
    subject: 'Maatregel',
    measures: {
      reduceContribution: 'De bijdrage gaat omlaag',
      pause: 'Het programma staat even stil',
      coSteer: 'De gemeente stuurt mee',
      scaleDown: 'Er komen minder bijeenkomsten',
      stop: 'Het programma stopt',
    },
    story: (who: string, programme: string) => `${who} neemt een maatregel in ${programme}.`,
    municipality: 'De gemeente',
    what: 'Wat er verandert',
    from: 'Vanaf',
    why: 'Waarom',
    action: 'Bekijk het programma',
  },
  en: {
    subject: 'Measure',
    measures: {
      reduceContribution: 'The contribution goes down',
      pause: 'The programme is paused',
      coSteer: 'The municipality steers along',
      scaleDown: 'There will be fewer sessions',
      stop: 'The programme stops',
    },
    story: (who: string, programme: string) => `${who} takes a measure in ${programme}.`,
    municipality: 'The municipality',
    what: 'What changes',
    from: 'From',
    why: 'Why',
    action: 'View the programme',
  },
};

/** Told to the associations: what the municipality changes in a programme, from when and why. */
export function measure(facts: MeasureFacts, locale: Locale): Mail {
  const t = words[locale];
  const { recipient, sender, programme } = facts;
  const title = t.measures[facts.measure];
  const name = sender.municipality ? municipalityName(sender.municipality.name, locale) : t.municipality;
  const blocks: Block[] = [
    text(t.story(capital(name), programme)),
    {
      kind: 'panel',
      title,
      rows: [
        { label: t.what, lines: [facts.description], strong: true },
        { label: t.from, lines: [longDate(facts.from, locale)] },
        { label: t.why, lines: [facts.motivation] },
      ],
    },
    action(t.action, facts.url),
  ];
  const subject = `${t.subject}: ${title}, ${shorten(programme, 60)}`;
  return compose({ subject, title, recipientName: recipient.name, blocks, sender }, locale);
}
