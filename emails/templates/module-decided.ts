import { action, type Block, text } from '../blocks.ts';
import type { Locale, ModuleDecidedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { shorten } from '../safe.ts';
import { capital, municipalityName } from '../words.ts';

const words = {
  nl: {
    municipality: 'de gemeente',
    approved: {
      title: 'Uw module is goedgekeurd',
      story: (who: string, module: string, programme: string) =>
        `${who} heeft ‘${module}’ goedgekeurd. De module staat nu in het aanbod van ${programme}.`,
      next: 'Plan een sessie. Dan kunnen ondernemers zich aanmelden.',
      action: 'Bekijk de module',
    },
    sentBack: {
      title: 'Verander nog iets aan uw module',
      story: (who: string, module: string, programme: string) =>
        `${who} vraagt u iets te veranderen aan ‘${module}’, voor ${programme}.`,
      next: 'Verander de module en stuur die opnieuw naar de gemeente.',
      action: 'Verander de module',
    },
    module: 'De module',
    name: 'Titel',
    why: 'Wat moet anders',
  },
  en: {
    municipality: 'the municipality',
    approved: {
      title: 'Your module was approved',
      story: (who: string, module: string, programme: string) =>
        `${who} approved ‘${module}’. Everyone can now find the module in ${programme}.`,
      next: 'Plan a session. Then entrepreneurs can book it.',
      action: 'View the module',
    },
    sentBack: {
      title: 'Change something in your module',
      story: (who: string, module: string, programme: string) =>
        `${who} asks you to change something in ‘${module}’, for ${programme}.`,
      next: 'Change the module and send it to the municipality again.',
      action: 'Change the module',
    },
    module: 'The module',
    name: 'Title',
    why: 'What must be different',
  },
};

/** Told to who offers a module: the municipality approved it, or sent it back with what must be different. */
export function moduleDecided(facts: ModuleDecidedFacts, locale: Locale): Mail {
  const t = words[locale];
  const { module, programme, sentBackBecause, recipient, sender, url } = facts;
  const outcome = sentBackBecause === null ? t.approved : t.sentBack;
  const who = sender.municipality ? municipalityName(sender.municipality.name, locale) : t.municipality;
  const why = (sentBackBecause ?? '').split('\n').filter((line) => line.trim() !== '');
  const blocks: Block[] = [
    text(outcome.story(capital(who), module, programme)),
    ...(why.length > 0
      ? [
          {
            kind: 'panel' as const,
            title: t.module,
            rows: [
              { label: t.name, lines: [module] },
              { label: t.why, lines: why },
            ],
          },
        ]
      : []),
    text(outcome.next),
    action(outcome.action, url),
  ];
  const subject = `${outcome.title}: ${shorten(module, 110)}`;
  return compose({ subject, title: outcome.title, recipientName: recipient.name, blocks, sender }, locale);
}
