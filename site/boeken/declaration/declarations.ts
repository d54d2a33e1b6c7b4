import { amount, text, ticked } from '../../typed.ts';

const SENTENCE = 'verklaring-';
export const fieldOf = (code: string) => `${SENTENCE}${code}`;

/** What was filled in of a declaration, for the API. */
export function declarationOf(values: Record<string, string>) {
  const codes = ticked(values, SENTENCE);
  return {
    ...(codes.length > 0 && {
      declarations: Object.fromEntries(codes.map((code) => [code, values[fieldOf(code)] === 'ja'])),
    }),
    ...((values.steun || text(values.deMinimisCents)) && { deMinimisCents: centsOf(values) }),
  };
}

/** Who says that there was aid says how much. Who says that there was none, and fills in an amount, has to choose. */
function centsOf({ steun, deMinimisCents = '' }: Record<string, string>): number {
  if (steun !== 'geen') return amount(deMinimisCents) ?? NaN;
  return text(deMinimisCents) ? NaN : 0;
}
