import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import config from '../../eslint.config.js';

type Case = [path: string, code: string];
const page = (code: string) => `---\n${code}\n---\n<p>Tekst</p>\n`;
const imports = (...paths: string[]) =>
  paths.map((path, n) => `import { one${n} } from '${path}';\none${n}();\n`).join('');

const api = 'From the API a page takes types, schemas and pure rules.';
const floor = 'A page knows only the API.';
const nested = 'A transaction has no transactions in it: db/pool.ts has no savepoints.';
const door = 'What a registration becomes, it becomes in api/places/life/become.ts.';
const births = 'A registration begins as a newcomer or as a walk-in.';
const reading = 'A page reads through site/answers.ts: then it cannot take a failure for nothing.';
const ofTheApi = 'What the API says to people stands in a file of words, beside the rule.';
const ofPages = 'What people read on a page stands in site/texts.';
const addresses = 'The addresses of pages stand in api/language/paths.ts.';
const chances = 'The control of a race tries until it bites: tests/support/races.ts.';
const csp = 'The content security policy forbids inline scripts and styles.';

/** By what is said of it: code that breaks a wall. */
const broken: Record<string, Case[]> = {
  [floor]: [
    ['site/pages/some.astro', page(imports('../../db/pool.ts'))],
    ['site/mijn/Some.astro', page(imports('../../emails/mail.ts'))],
  ],
  [api]: [
    ['site/pages/some.astro', page(imports('../../api/money/ledger/queries.ts'))],
    ['site/mijn/Some.astro', page(imports('../../api/app.ts'))],
  ],
  [nested]: [['api/money/some.ts', 'export const twice = (tx) => tx.transaction(() => null);\n']],
  [door]: [
    [
      'api/places/some.ts',
      "export const end = (tx) => tx.update(registrations).set({ status: 'cancelled' });\n",
    ],
    ['api/mail/some.ts', "export const end = (tx) => tx.update(registrations).set({ name: 'x', status });\n"],
  ],
  [births]: [
    ['api/places/some.ts', 'export const begin = (tx) => tx.insert(registrations).values({});\n'],
    ['api/places/some.ts', 'export const begin = (tx) => insertRows(tx, registrations, []);\n'],
  ],
  [reading]: [
    ['site/mijn/some.ts', 'export const all = (api) => api.programmes.$get();\n'],
    ['site/pages/some.astro', page('const all = await api.programmes.$get();\nrun(all);')],
  ],
  [addresses]: [
    ['site/mijn/some.ts', "export const there = '/mijn/agenda';\n"],
    ['api/mail/some.ts', 'export const there = (id) => `/sessies/${id}`;\n'],
  ],
  [ofTheApi]: [
    ['api/money/some.ts', "export const said = 'Er is geen geld meer voor deze fase.';\n"],
    ['api/money/some.ts', 'export const said = (one) => `Dat is niet ${one}`;\n'],
  ],
  [ofPages]: [
    ['site/mijn/some.ts', "export const said = 'U hebt nog geen plaats.';\n"],
    ['site/mijn/Some.astro', '<p>Uw plaats is voor u.</p>\n'],
  ],
  [chances]: [
    ['tests/races/some.test.ts', "it('negative control: without the lock', () => expect(race()).toBe(2));\n"],
    [
      'tests/races/some.test.ts',
      "describe('negative control', () => it('two', () => expect(race()).toBe(2)));\n",
    ],
  ],
  [csp]: [
    ['site/ui/Some.astro', '<p style="color: red">Tekst</p>\n'],
    ['site/ui/Some.astro', '<script is:inline>alert(1);</script>\n'],
    ['site/ui/Some.astro', '<style define:vars={{ one: 1 }}></style>\n'],
  ],
};

const fine: Case[] = [
  ['site/pages/some.astro', page(imports('../../api/money/ledger/rules.ts'))],
  ['site/pages/some.astro', page(imports('../../api/money/cost/some.rules.ts'))],
  ['site/pages/some.astro', page(imports('../../api/language/money.ts'))],
  ['site/pages/some.astro', page("import type { One } from '../../api/app.ts';\n({} as One).run();\n")],
  ['api/money/some.ts', 'export const once = (db) => db.transaction(() => null);\n'],
  [
    'api/places/life/become.ts',
    "export const end = (tx) => tx.update(registrations).set({ status: 'held' });\n",
  ],
  ['api/places/some.ts', "export const end = (tx) => tx.update(sessions).set({ status: 'cancelled' });\n"],
  ['api/places/attendance/walk-in.ts', 'export const begin = (tx) => tx.insert(registrations).values({});\n'],
  ['site/mijn/some.ts', 'export const all = (api) => mustHave(api.programmes.$get());\n'],
  ['api/money/some-words.ts', "export const said = 'Er is geen geld meer voor deze fase.';\n"],
  ['site/texts/nl/some.ts', "export const said = 'U hebt nog geen plaats.';\n"],
  ['tests/races/some.test.ts', "it('control: without', () => untilItBites(async () => race() > 1));\n"],
  ['site/ui/Some.astro', '<p class="red">Tekst</p>\n'],
  ['site/mijn/some.ts', imports('../show/one.ts')],
  ['site/mijn/some.ts', imports('../ui/one.ts')],
  ['site/show/some.ts', imports('../ui/one.ts')],
];

const noDesk = ['frame', 'pages', 'public', 'run', 'show', 'styles', 'texts', 'ui'];
const desks = readdirSync('site', { withFileTypes: true })
  .filter((one) => one.isDirectory() && !noDesk.includes(one.name))
  .map(({ name }) => name);
/** What each folder of the site may not know: whoever adds a desk finds it here at once. */
const strangers: [string, string[]][] = [
  ['ui', ['show', 'frame', 'pages', ...desks]],
  ['show', ['frame', 'pages', ...desks]],
  ['frame', ['pages', ...desks]],
  ...desks.map((desk): [string, string[]] => [desk, ['pages', ...desks.filter((other) => other !== desk)]]),
];

const eslint = new ESLint();
async function saidOf([filePath, code]: Case) {
  const [{ messages } = { messages: [] }] = await eslint.lintText(code, { filePath });
  return messages.map(({ message }) =>
    message.replace(/^'.*' import is restricted from being used by a pattern\. /, ''),
  );
}

/** The sentences that walls of the config speak. */
const sentences = JSON.stringify(config.map(({ rules }) => rules))
  .matchAll(/"message":"([^"]+)"/g)
  .map(([, message]) => message!);

describe('the walls of eslint.config.js', () => {
  it('each have a case that breaks them', () => {
    const ofFolders = /^site\/[a-z-]+ knows nothing of /;
    const named = new Set([...sentences].filter((sentence) => !ofFolders.test(sentence)));
    expect([...named].sort()).toEqual(Object.keys(broken).sort());
  });

  it.each(Object.entries(broken))('%s', async (sentence, cases) => {
    for (const one of cases) expect([one, await saidOf(one)]).toEqual([one, [sentence]]);
  });

  it('let through what only goes where it may', async () => {
    for (const one of fine) expect([one, await saidOf(one)]).toEqual([one, []]);
  });

  it.each(strangers)('site/%s does not know who stands above or beside it', async (folder, unknown) => {
    const from = (up: string) => imports(...unknown.map((other) => `${up}/${other}/one.ts`));
    const files: Case[] = [
      [`site/${folder}/some.ts`, from('..')],
      [`site/${folder}/room/Some.astro`, page(from('../..'))],
    ];
    for (const file of files) {
      const said = (await saidOf(file)).map((one) => one.replace(/ of .*/, ''));
      expect([file[0], said]).toEqual([file[0], unknown.map(() => `site/${folder} knows nothing`)]);
    }
  });

  it('what a page writes unescaped is looked at one by one', async () => {
    const raw = '<p set:html={text} />\n';
    const allowed = [
      'site/ui/art/Icon.astro',
      'site/ui/charts/Chart.astro',
      'site/aanbod/session/JsonLd.astro',
    ];
    expect(await saidOf(['site/ui/Some.astro', raw])).toEqual(['`set:html` can lead to XSS attack.']);
    for (const path of allowed) expect([path, await saidOf([path, raw])]).toEqual([path, []]);
  });
});
