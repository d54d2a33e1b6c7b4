import { aidNote } from '../aid.ts';
import { action, type Block, note, type Row, text } from '../blocks.ts';
import { costLines } from '../cost.ts';
import type { DecisionFacts, Locale } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { municipalityName, sessionName, subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Besluit',
    title: {
      eligible: 'De gemeente betaalt mee',
      'not-eligible': 'De gemeente betaalt niet mee',
      'needs-review': 'Wij kijken nog naar uw aanmelding',
    },
    story: {
      eligible: (who: string) => `Alles is in orde. Daarom betaalt ${who} mee.`,
      'not-eligible': (who: string) =>
        `Uw aanmelding past niet bij de regels. Daarom betaalt ${who} niet mee.`,
      'needs-review': (who: string) =>
        `Wij weten nog niet alles. Daarom kijkt iemand van ${who} ernaar. U hoort van ons. Uw plaats blijft van u.`,
    },
    municipality: 'de gemeente',
    cost: 'Kosten',
    why: 'Waarom',
    met: 'Dit is in orde',
    unmet: 'Dit past niet bij de regels',
    unknown: 'Dit weten wij nog niet',
    decided: 'Datum van het besluit',
    disagree: 'Klopt er iets niet? Laat het ons weten.',
    action: 'Bekijk uw aanmelding',
  },
  en: {
    subject: 'Decision',
    title: {
      eligible: 'The municipality contributes',
      'not-eligible': 'The municipality does not contribute',
      'needs-review': 'We are still looking at your booking',
    },
    story: {
      eligible: (who: string) => `Everything is in order. That is why ${who} contributes.`,
      'not-eligible': (who: string) =>
        `Your booking does not fit the rules. That is why ${who} does not contribute.`,
      'needs-review': (who: string) =>
        `We do not know everything yet. That is why someone of ${who} looks at it. You will hear from us. You keep your place.`,
    },
    municipality: 'the municipality',
    cost: 'Costs',
    why: 'Why',
    met: 'This is in order',
    unmet: 'This does not fit the rules',
    unknown: 'What we do not know yet',
    decided: 'Date of the decision',
    disagree: 'Is something not right? Please let us know.',
    action: 'View your booking',
  },
};

/** Who pays, with every reason: those that were met as well. */
export function decision(facts: DecisionFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender, outcome } = facts;
  const municipality = sender.municipality?.name ?? null;
  const who = municipality ? municipalityName(municipality, locale) : t.municipality;
  const blocks: Block[] = [
    text(t.story[outcome](who)),
    { kind: 'panel', title: sessionName(session, locale), rows: rows(facts, municipality, locale) },
    ...aidNote(facts, locale),
    note(t.disagree),
    action(t.action, facts.manageUrl),
  ];
  return compose(
    {
      subject: `${t.subject}: ${subjectOf(session, locale)}`,
      title: t.title[outcome],
      recipientName: recipient.name,
      blocks,
      sender,
    },
    locale,
  );
}

function rows(facts: DecisionFacts, municipality: string | null, locale: Locale): Row[] {
  const t = words[locale];
  const { cost, reasons, decidedAt } = facts;
  const [headline] = cost ? costLines(cost, municipality, locale) : [];
  const because = (label: string, met: DecisionFacts['reasons'][number]['met']): Row => ({
    label,
    lines: reasons.filter((reason) => reason.met === met).map(({ sentence }) => sentence),
  });
  return [
    ...(headline ? [{ label: t.cost, lines: [headline], strong: true as const }] : []),
    because(t.unmet, 'no'),
    because(t.unknown, 'unknown'),
    because(t.met, 'yes'),
    { label: t.decided, lines: [longDate(decidedAt, locale)] },
  ].filter(({ lines }) => lines.length > 0);
}
