import { aidNote } from '../aid.ts';
import { action, type Block, text } from '../blocks.ts';
import { costLines } from '../cost.ts';
import type { Locale, ReviewFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { longDate } from '../../api/language/dates.ts';
import { capital, municipalityName, sessionName, subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Uitkomst',
    title: { granted: 'De gemeente betaalt mee', refused: 'De gemeente betaalt niet mee' },
    story: {
      granted: (who: string) => `Wij hebben naar uw aanmelding gekeken. ${who} betaalt mee.`,
      refused: (who: string) => `Wij hebben naar uw aanmelding gekeken. ${who} betaalt niet mee.`,
    },
    municipality: 'De gemeente',
    keep: 'Uw plaats blijft van u. Wilt u nu liever niet komen? Annuleer dan.',
    cost: 'Kosten',
    why: 'Uitleg',
    on: 'Datum',
    action: 'Bekijk of annuleer',
  },
  en: {
    subject: 'Outcome',
    title: { granted: 'The municipality contributes', refused: 'The municipality does not contribute' },
    story: {
      granted: (who: string) => `We have looked at your booking. ${who} contributes.`,
      refused: (who: string) => `We have looked at your booking. ${who} does not contribute.`,
    },
    municipality: 'The municipality',
    keep: 'You keep your place. Would you rather not come now? Then please cancel.',
    cost: 'Costs',
    why: 'Explanation',
    on: 'Date',
    action: 'View or cancel',
  },
};

/** What someone of the municipality decided after looking, in that person's words. */
export function reviewOutcome(facts: ReviewFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender, granted, explanation } = facts;
  const municipality = sender.municipality?.name ?? null;
  const name = municipality ? municipalityName(municipality, locale) : t.municipality;
  const outcome = granted ? 'granted' : 'refused';
  const headline = facts.cost && costLines(facts.cost, municipality, locale)[0];
  const blocks: Block[] = [
    text(t.story[outcome](capital(name))),
    {
      kind: 'panel',
      title: sessionName(session, locale),
      rows: [
        ...(headline ? [{ label: t.cost, lines: [headline], strong: true as const }] : []),
        ...(explanation
          ? [{ label: t.why, lines: explanation.split('\n').filter((line) => line.trim() !== '') }]
          : []),
        { label: t.on, lines: [longDate(facts.reviewedAt, locale)] },
      ],
    },
    ...(granted ? aidNote(facts, locale) : [text(t.keep)]),
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
