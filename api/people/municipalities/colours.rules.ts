export type Paper = 'light' | 'dark';

/** What a colour lies on, as `site/styles/theme.css` has it: the page itself, with text, and its coloured grounds. */
const papers = {
  light: { page: '#ffffff', grounds: ['#f6f3ed', '#ece8df'] },
  dark: { page: '#0f1716', grounds: ['#192322', '#24312f'] },
};
/** Of WCAG 2.2: for text (1.4.3) and for parts that mean something (1.4.11). */
const LEAST = { text: 4.5, part: 3 };

/** As WCAG defines it: how light a colour is, from 0 to 1. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** From 1 (the same) to 21 (black on white). Colours are written as #rrggbb. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

export type ColourFault = {
  paper: Paper;
  of: 'text' | 'part';
  ratio: number;
  least: number;
  instead: string;
};

function weakness(colour: string, paper: Paper) {
  const { page, grounds } = papers[paper];
  const asText = contrast(colour, page);
  if (asText < LEAST.text) return { of: 'text' as const, ratio: asText, least: LEAST.text };
  const asPart = Math.min(...grounds.map((ground) => contrast(colour, ground)));
  return asPart < LEAST.part ? { of: 'part' as const, ratio: asPart, least: LEAST.part } : null;
}

/** Why a colour can't be read on this paper, with the nearest that can; null when it can. */
export function faultOfColour(colour: string, paper: Paper): ColourFault | null {
  const found = weakness(colour, paper);
  if (!found) return null;
  const toward = paper === 'light' ? '#000000' : '#ffffff';
  const steps = Array.from({ length: 100 }, (_, n) => mixed(colour, toward, (n + 1) / 100));
  return { paper, ...found, instead: steps.find((step) => !weakness(step, paper))! };
}

function mixed(colour: string, other: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [colour, other].map((one) => parseInt(one.slice(at, at + 2), 16));
    return Math.round(from! + (to! - from!) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
