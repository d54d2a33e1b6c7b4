import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();
const refused = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax').length > 0;
};
const literal = `export const reason = 'Dit bedrijf staat niet in het register.';`;
const template = 'export const reason = (name: string) => `${name} betaalt dit niet voor u.`;';
const page = '---\n---\n<p>Dit betaalt de gemeente niet voor u.</p>\n';

describe('a sentence that people read', { timeout: 60_000 }, () => {
  it.each([
    ['api/paying/eligibility/judge.rules.ts', literal],
    ['api/paying/products/rules.ts', template],
    ['api/http/problem.ts', literal],
    ['site/gemeente/steering/steering-forms.ts', template],
    ['site/gemeente/rules/Version.astro', page],
  ])('is refused in %s', async (path, code) => expect(await refused(path, code)).toBe(true));

  it.each([
    ['api/paying/eligibility/reason-words.ts', literal],
    ['api/publishing/access/words.ts', template],
    ['api/steering/signals/words-nl.ts', literal],
    ['site/texts/nl/rules.ts', template],
    ['emails/templates/decision.ts', literal],
  ])('has its place in %s', async (path, code) => expect(await refused(path, code)).toBe(false));

  it('says a transaction in a transaction is refused in a file of words too', async () =>
    expect(await refused('api/publishing/access/words.ts', 'void tx.transaction();')).toBe(true));
});
