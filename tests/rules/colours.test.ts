import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourWords } from '../../api/people/municipalities/colour-words.ts';
import { contrast, faultOfColour } from '../../api/people/municipalities/colours.rules.ts';

const anyColour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const paper = fc.constantFrom('light' as const, 'dark' as const);

describe('the contrast of two colours', () => {
  // As WCAG and its checkers give it.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ec0000', '#ffffff', 4.6],
    ['#004699', '#ffffff', 8.99],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('the colour of a municipality', () => {
  it('may be dark on light paper and light on dark, not the other way', () => {
    expect(faultOfColour('#004699', 'light')).toBeNull();
    expect(faultOfColour('#8ab4f8', 'dark')).toBeNull();
    expect(faultOfColour('#004699', 'dark')).toMatchObject({ of: 'text', least: 4.5 });
    expect(faultOfColour('#8ab4f8', 'light')).toMatchObject({ of: 'text', least: 4.5 });
  });

  it('just misses what is needed, and then does not read as if it had it', () => {
    expect(faultOfColour('#767676', 'light')).toBeNull();
    const fault = faultOfColour('#777777', 'light')!;
    expect(colourWords(fault, 'nl')).toMatch(
      /^Tekst in deze kleur is op een lichte pagina niet goed te lezen\./,
    );
    expect(colourWords(fault, 'nl')).toContain('Het contrast is 4,4 op 1, en 4,5 op 1 is nodig.');
    expect(colourWords(fault, 'en')).toContain('The contrast is 4.4 to 1, and 4.5 to 1 is needed.');
  });

  it('is refused with one that can be read', () => {
    fc.assert(
      fc.property(anyColour, paper, (colour, on) => {
        const fault = faultOfColour(colour, on);
        if (fault) expect(faultOfColour(fault.instead, on)).toBeNull();
      }),
    );
  });

  it('is judged on the paper that the pages have', () => {
    const theme = readFileSync('site/styles/theme.css', 'utf8');
    const papers = [...theme.matchAll(/--basis-color-default-bg-(?:document|subtle|hover): (#\w+);/g)];
    const rules = readFileSync('api/people/municipalities/colours.rules.ts', 'utf8');
    const whole = (colour: string) => (colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour);
    expect(papers).toHaveLength(6);
    for (const [, colour] of papers) expect(rules).toContain(whole(colour!));
  });
});
