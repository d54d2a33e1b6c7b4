import { action, type Block, text } from '../blocks.ts';
import type { Locale, ModuleSubmittedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { shorten } from '../safe.ts';

const words = {
  nl: {
    title: 'Een module om te beoordelen',
    story: (organisation: string, programme: string) =>
      `${organisation} stuurde een module in voor ${programme}. Keurt u de module goed? Dan staat die meteen in het aanbod.`,
    module: 'De module',
    name: 'Titel',
    summary: 'In één zin',
    organisation: 'Van',
    colleagues: 'Uw collega’s die modules beoordelen, kregen deze mail ook.',
    action: 'Bekijk de module',
  },
  en: {
    title: 'A module to review',
    story: (organisation: string, programme: string) =>
      `${organisation} sent in a module for ${programme}. Do you approve it? Then everyone can find it at once.`,
    module: 'The module',
    name: 'Title',
    summary: 'In one sentence',
    organisation: 'From',
    colleagues: 'Your colleagues who review modules received this e-mail too.',
    action: 'View the module',
  },
};

/** Told to who reviews modules for the municipality: one waits for them. */
export function moduleSubmitted(facts: ModuleSubmittedFacts, locale: Locale): Mail {
  const t = words[locale];
  const { module, summary, organisation, programme, recipient, sender, url } = facts;
  const blocks: Block[] = [
    text(t.story(organisation, programme)),
    {
      kind: 'panel',
      title: t.module,
      rows: [
        { label: t.name, lines: [module], strong: true },
        { label: t.summary, lines: [summary] },
        { label: t.organisation, lines: [organisation] },
      ],
    },
    text(t.colleagues),
    action(t.action, url),
  ];
  const subject = `${t.title}: ${shorten(module, 110)}`;
  return compose({ subject, title: t.title, recipientName: recipient.name, blocks, sender }, locale);
}
