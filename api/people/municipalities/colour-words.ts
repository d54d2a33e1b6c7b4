import { decimal } from '../../language/numbers.ts';
import type { Locale } from '../../language/locale.ts';
import type { ColourFault } from './colours.rules.ts';

const words = {
  nl: {
    on: { light: 'een lichte pagina', dark: 'een donkere pagina' },
    change: { light: 'donkerdere', dark: 'lichtere' },
    text: (on: string, ratio: string, least: string) =>
      `Tekst in deze kleur is op ${on} niet goed te lezen. Het contrast is ${ratio} op 1, en ${least} op 1 is nodig.`,
    part: (on: string, ratio: string, least: string) =>
      `Lijnen in deze kleur zijn op ${on} niet goed te zien. Het contrast is ${ratio} op 1, en ${least} op 1 is nodig.`,
    instead: (change: string, colour: string) => `Kies een ${change} kleur, zoals ${colour}.`,
  },
  en: {
    on: { light: 'a light page', dark: 'a dark page' },
    change: { light: 'darker', dark: 'lighter' },
    text: (on: string, ratio: string, least: string) =>
      `Text in this colour is hard to read on ${on}. The contrast is ${ratio} to 1, and ${least} to 1 is needed.`,
    part: (on: string, ratio: string, least: string) =>
      `Lines in this colour are hard to see on ${on}. The contrast is ${ratio} to 1, and ${least} to 1 is needed.`,
    instead: (change: string, colour: string) => `Choose a ${change} colour, such as ${colour}.`,
  },
};

/** Why a colour is refused, with what it has and what would do. Rounded down: what is just short is not enough. */
export function colourWords({ paper, of, ratio, least, instead }: ColourFault, locale: Locale): string {
  const t = words[locale];
  const said = (number: number) => decimal(Math.floor(number * 10) / 10, locale);
  return `${t[of](t.on[paper], said(ratio), said(least))} ${t.instead(t.change[paper], instead)}`;
}
