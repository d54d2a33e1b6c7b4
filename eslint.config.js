import { readFileSync } from 'node:fs';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const csp = 'The content security policy forbids inline scripts and styles.';
const noInline = [
  '[name.name="style"]',
  '[name.namespace.name="is"][name.name.name="inline"]',
  '[name.namespace.name="define"][name.name.name="vars"]',
].map((attribute) => ({ selector: `JSXAttribute${attribute}`, message: csp }));

const ofApi = [
  {
    selector: 'CallExpression[callee.object.name="tx"][callee.property.name="transaction"]',
    message: 'A transaction has no transactions in it: db/pool.ts has no savepoints.',
  },
];
const doorOfPlaces = [
  {
    selector:
      'CallExpression[callee.property.name="set"][callee.object.callee.property.name="update"][callee.object.arguments.0.name="registrations"] > ObjectExpression > Property[key.name="status"]',
    message: 'What a registration becomes, it becomes in api/places/life/become.ts.',
  },
];
const births = ['insert', 'insertRows'].map((name) => ({
  selector: `CallExpression:matches([callee.property.name="${name}"][arguments.0.name="registrations"], [callee.name="${name}"][arguments.1.name="registrations"])`,
  message: 'A registration begins as a newcomer or as a walk-in.',
}));
const readings = [
  {
    selector:
      'CallExpression[callee.property.name="$get"]:not(CallExpression[callee.name=/^(mustHave|mayHave|fileFrom)$/] > *)',
    message: 'A page reads through site/answers.ts: then it cannot take a failure for nothing.',
  },
];

// Every address of a page is written once: read as text, so that any version of node can lint.
const MAP = 'api/language/paths.ts';
const routes = [...readFileSync(new URL(MAP, import.meta.url), 'utf8').matchAll(/page\('(\/[^'[]+)/g)];
const starts = routes.map(([, start]) => start.replace(/\/$/, '').replaceAll('/', '\\u002F'));
const noPaths = ['Literal[value', 'TemplateElement[value.raw'].map((text) => ({
  selector: `${text}=/^(${starts.join('|')})(?![\\w-])/]`,
  message: `The addresses of pages stand in ${MAP}.`,
}));

// What people read stands where it can be found: no Dutch sentence elsewhere, and its English stands beside it.
const dutch = '/ (de|het|een|niet|geen|uw|voor|van|wordt|worden|deze|dit|naar|bij|met) /i';
const sentences = (message) =>
  [`Literal[value=${dutch}]`, `TemplateElement[value.raw=${dutch}]`, `JSXText[value=${dutch}]`].map(
    (selector) => ({ selector, message }),
  );
const ofTheApi = sentences('What the API says to people stands in a file of words, beside the rule.');
const ofPages = sentences('What people read on a page stands in site/texts.');

// Who wins a race is chance: a control that tries once fails on a busy machine.
const chances = ['[callee.name=/^(it|test)$/]', '[callee.name="describe"]'].map((called) => ({
  selector: `CallExpression${called}[arguments.0.value=/control/]:not(:has(CallExpression[callee.name="untilItBites"]))`,
  message: 'The control of a race tries until it bites: tests/support/races.ts.',
}));

// dependency-cruiser does not read .astro files: these keep the same walls there.
const floors = [
  { regex: '/(db|emails)/', message: 'A page knows only the API.' },
  {
    regex: '/api/(?!language/)(?!.*(schema|rules|shapes|contract)\\.ts$)',
    allowTypeImports: true,
    message: 'From the API a page takes types, schemas and pure rules.',
  },
];

// Who reads a page has a desk; what several desks show lies in show/, what knows no domain in ui/.
const desks = ['aanbod', 'boeken', 'mijn', 'organisatie', 'gemeente', 'open-data', 'style-guide'];
const above = {
  ui: ['show', 'frame', 'pages', ...desks],
  show: ['frame', 'pages', ...desks],
  frame: ['show', 'pages', ...desks],
  ...Object.fromEntries(desks.map((desk) => [desk, ['pages', ...desks.filter((other) => other !== desk)]])),
};
const walls = Object.entries(above).flatMap(([folder, unknown]) => {
  const wall = {
    regex: `^(\\.\\./)+(${unknown.join('|')})/`,
    message: `site/${folder} knows nothing of ${unknown.join(', ')}.`,
  };
  const restrict = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });
  return [
    { files: [`site/${folder}/**/*.ts`], rules: restrict(wall) },
    { files: [`site/${folder}/**/*.astro`], rules: restrict(...floors, wall) },
  ];
});

const refusing = (files, ...what) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...what.flat()] },
});

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.data/', 'coverage/'] },
  tseslint.configs.strict,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-recommended'],
  {
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  // What a verb has at hand comes as one value: api/unit-of-work/work.ts.
  {
    files: ['{api,db,emails,site}/**'],
    rules: { '@typescript-eslint/max-params': ['error', { max: 5 }] },
  },
  refusing(['api/**'], ofApi, doorOfPlaces, births, noPaths, ofTheApi),
  refusing([MAP], ofApi, doorOfPlaces, births),
  // The door itself, and the two places where a registration begins.
  refusing(['api/places/life/become.ts'], ofApi, births, noPaths, ofTheApi),
  refusing(
    ['api/places/registrations/newcomers.ts', 'api/places/attendance/walk-in.ts'],
    ofApi,
    doorOfPlaces,
    noPaths,
    ofTheApi,
  ),
  // Words, and a stand-in that speaks as KVK does.
  refusing(
    ['api/**/*words*.ts', 'api/language/vocabularies.ts', 'api/paying/business-register/stand-in*.ts'],
    ofApi,
    doorOfPlaces,
    births,
    noPaths,
  ),
  refusing(['emails/**'], noPaths),
  refusing(['site/**/*.ts'], readings, noPaths, ofPages),
  refusing(['site/{texts,style-guide}/**/*.ts'], readings, noPaths),
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'no-restricted-syntax': ['error', ...noInline, ...readings, ...noPaths, ...ofPages],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: floors }],
    },
  },
  ...walls,
  // The style guide shows every component on examples in Dutch.
  {
    files: ['site/style-guide/**/*.astro', 'site/pages/dev/componenten.astro'],
    rules: { 'no-restricted-syntax': ['error', ...noInline, ...readings, ...noPaths] },
  },
  // The icons come from a table of our own.
  { files: ['site/ui/art/Icon.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Made by a library, which escapes what it writes.
  {
    files: ['site/ui/charts/Chart.astro', 'site/ui/Markdown.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  // Data, not a script: every `<` in it is escaped.
  { files: ['site/aanbod/session/JsonLd.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Without the controls that are no chance: made sure by a trigger, by waiting for a lock, or by two that seed for seconds.
  {
    ...refusing(['tests/races/**'], chances),
    ignores: ['tests/races/{idempotency,replies,first-start}.test.ts'],
  },
  // What starts the portal tells so in the terminal.
  {
    files: [
      'site/start.ts',
      'site/run/**',
      'tests/support/global.ts',
      'tests/bench/run.ts',
      'tests/mutants/run.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
