import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const csp = 'The content security policy forbids inline scripts and styles.';
const noInline = [
  '[name.name="style"]',
  '[name.namespace.name="is"][name.name.name="inline"]',
  '[name.namespace.name="define"][name.name.name="vars"]',
].map((attribute) => ({ selector: `JSXAttribute${attribute}`, message: csp }));

// What people read stands where it can be found: no Dutch sentence elsewhere, and its English stands beside it.
const dutch = '/ (de|het|een|niet|geen|uw|voor|van|wordt|worden|deze|dit|naar|bij|met) /i';
const sentences = (message) =>
  [`Literal[value=${dutch}]`, `TemplateElement[value.raw=${dutch}]`, `JSXText[value=${dutch}]`].map(
    (selector) => ({ selector, message }),
  );
const ofTheApi = sentences('What the API says to people stands in a file of words, beside the rule.');
const ofPages = sentences('What people read on a page stands in site/texts.');

const oneTransaction = {
  selector: 'CallExpression[callee.object.name="tx"][callee.property.name="transaction"]',
  message: 'A transaction has no transactions in it: db/pool.ts has no savepoints.',
};

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
  { files: ['api/**'], rules: { 'no-restricted-syntax': ['error', oneTransaction, ...ofTheApi] } },
  {
    // Words, and a stand-in that speaks as KVK does.
    files: ['api/**/*words*.ts', 'api/language/vocabularies.ts', 'api/paying/business-register/stand-in*.ts'],
    rules: { 'no-restricted-syntax': ['error', oneTransaction] },
  },
  {
    files: ['site/**/*.ts'],
    ignores: ['site/texts/**', 'site/style-guide/**'],
    rules: { 'no-restricted-syntax': ['error', ...ofPages] },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'no-restricted-syntax': ['error', ...noInline, ...ofPages],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: floors }],
    },
  },
  ...walls,
  // The style guide shows every component on examples in Dutch.
  {
    files: ['site/style-guide/**/*.astro', 'site/pages/dev/componenten.astro'],
    rules: { 'no-restricted-syntax': ['error', ...noInline] },
  },
  // The icons come from a table of our own.
  { files: ['site/ui/art/Icon.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Drawn by a library, which escapes what it writes.
  { files: ['site/ui/charts/Chart.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Data, not a script: every `<` in it is escaped.
  { files: ['site/aanbod/session/JsonLd.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // What starts the portal tells so in the terminal.
  {
    files: ['site/start.ts', 'site/run/**', 'tests/support/global.ts', 'tests/bench/run.ts'],
    rules: { 'no-console': 'off' },
  },
);
