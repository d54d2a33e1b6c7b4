import { action, type Block, text } from '../blocks.ts';
import type { Locale, OrganisationDecidedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { shorten } from '../safe.ts';
import { capital, municipalityName } from '../words.ts';

const words = {
  nl: {
    municipality: 'de gemeente',
    approved: {
      title: 'Uw organisatie doet mee',
      story: (who: string, name: string) => `${who} heeft ${name} goedgekeurd. U bent de beheerder.`,
      next: 'Vul eerst in wat ondernemers over u lezen. Daarna kunt u met de gemeente afspreken wat u gaat aanbieden.',
      action: 'Vul uw gegevens in',
    },
    refused: {
      title: 'Uw organisatie doet nu niet mee',
      story: (who: string, name: string) => `${who} heeft ${name} niet goedgekeurd.`,
      next: 'Is er iets veranderd? Dan kunt u zich opnieuw aanmelden.',
      action: 'Bekijk uw aanmelding',
    },
    about: 'Uw aanmelding',
    name: 'Organisatie',
    why: 'Waarom',
  },
  en: {
    municipality: 'the municipality',
    approved: {
      title: 'Your organisation takes part',
      story: (who: string, name: string) => `${who} has approved ${name}. You are its administrator.`,
      next: 'First fill in what entrepreneurs read about you. After that you can agree with the municipality what you will offer.',
      action: 'Fill in your details',
    },
    refused: {
      title: 'Your organisation does not take part now',
      story: (who: string, name: string) => `${who} has not approved ${name}.`,
      next: 'Has something changed? Then you can apply again.',
      action: 'View your application',
    },
    about: 'Your application',
    name: 'Organisation',
    why: 'Why',
  },
};

/** Told to who applied with an organisation: the municipality approved or refused it, and why. */
export function organisationDecided(facts: OrganisationDecidedFacts, locale: Locale): Mail {
  const t = words[locale];
  const { organisation, refusedBecause, recipient, sender, url } = facts;
  const outcome = refusedBecause === null ? t.approved : t.refused;
  const who = sender.municipality ? municipalityName(sender.municipality.name, locale) : t.municipality;
  const why = (refusedBecause ?? '').split('\n').filter((line) => line.trim() !== '');
  const blocks: Block[] = [
    text(outcome.story(capital(who), organisation)),
    ...(why.length > 0
      ? [
          {
            kind: 'panel' as const,
            title: t.about,
            rows: [
              { label: t.name, lines: [organisation] },
              { label: t.why, lines: why },
            ],
          },
        ]
      : []),
    text(outcome.next),
    action(outcome.action, url),
  ];
  const subject = `${outcome.title}: ${shorten(organisation, 110)}`;
  return compose({ subject, title: outcome.title, recipientName: recipient.name, blocks, sender }, locale);
}
