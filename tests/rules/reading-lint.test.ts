import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const lint = new ESLint();

/** What the lint says of a file of the site with this line in it. */
async function complaints(filePath: string, line: string) {
  const text = filePath.endsWith('.astro')
    ? `---\nconst { api } = Astro.locals;\n${line}\n---\n`
    : `${line}\n`;
  const [result] = await lint.lintText(text, { filePath });
  return result!.messages.flatMap(({ ruleId, message }) =>
    ruleId === 'no-restricted-syntax' ? message : [],
  );
}
const files = ['site/pages/mijn/test.astro', 'site/ui/Test.astro', 'site/test.ts'];

it.each(files)('a read of the API that could take a failure for nothing is refused: %s', async (file) => {
  for (const line of [
    'export const answer = await api.programmes.$get();',
    "export const one = (await api.sessions[':id'].$get({ param })).ok;",
    'export const all = await Promise.all([api.programmes.$get(), mayHave(api.me.$get())]);',
  ])
    expect(await complaints(file, line), line).toHaveLength(1);
});

it.each(files)('and one through site/answers.ts is not: %s', async (file) => {
  for (const line of [
    'export const all = await mustHave(api.programmes.$get());',
    'export const me = signedIn && (await mayHave(api.me.$get()));',
    'export const file = await fileFrom(api.calendar.$get({ query }));',
  ])
    expect(await complaints(file, line), line).toEqual([]);
});
