import { parseEuros } from '../../../api/language/money.ts';

const SENTENCE = 'verklaring-';
export const fieldOf = (code: string) => `${SENTENCE}${code}`;

/**
 * What was filled in of a declaration, for the API. What is no amount goes as none at all, so that the API refuses it
 * together with everything else that is wrong.
 */
export function declarationOf(values: Record<string, string>) {
  const declarations: Record<string, boolean> = {};
  for (const [name, answer] of Object.entries(values)) {
    if (name.startsWith(SENTENCE)) declarations[name.slice(SENTENCE.length)] = answer === 'ja';
  }
  const amount = values.deMinimisCents?.trim() ?? '';
  return {
    ...(Object.keys(declarations).length > 0 && { declarations }),
    ...(values.steun || amount ? { deMinimisCents: centsOf(values.steun, amount) } : {}),
  };
}

/** Who says that there was none, and fills in an amount, has to choose. */
function centsOf(aid: string | undefined, amount: string): number {
  if (aid === 'geen') return amount ? NaN : 0;
  return parseEuros(amount) ?? NaN;
}
