import type { Block, Row } from './blocks.ts';
import type { GivenFacts, Locale } from './facts.ts';
import { unlinked } from './safe.ts';
import { money } from './words.ts';

const words = {
  nl: {
    title: 'Dit is ingevuld',
    name: 'Naam',
    kvkNumber: 'KVK-nummer',
    declared: 'Verklaard',
    yes: 'ja',
    no: 'nee',
    aid: 'Eerdere steun (de-minimis)',
  },
  en: {
    title: 'This was filled in',
    name: 'Name',
    kvkNumber: 'KVK number',
    declared: 'Declared',
    yes: 'yes',
    no: 'no',
    aid: 'Earlier aid (de minimis)',
  },
};

/** What was filled in with a booking: the reader confirms this, and may not have typed it. */
export function givenPanel(
  { name, kvkNumber, declarations, deMinimisCents }: GivenFacts,
  locale: Locale,
): Block {
  const t = words[locale];
  const lines = declarations.map(({ sentence, answer }) => `${sentence} (${answer ? t.yes : t.no})`);
  const rows: Row[] = [{ label: t.name, lines: [unlinked(name)], strong: true }];
  if (kvkNumber) rows.push({ label: t.kvkNumber, lines: [kvkNumber] });
  if (lines.length > 0) rows.push({ label: t.declared, lines });
  if (deMinimisCents !== null) rows.push({ label: t.aid, lines: [money(deMinimisCents, locale)] });
  return { kind: 'panel', title: t.title, rows };
}
