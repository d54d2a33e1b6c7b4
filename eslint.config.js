import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const csp = 'The content security policy forbids inline scripts and styles.';
const noInline = [
  '[name.name="style"]',
  '[name.namespace.name="is"][name.name.name="inline"]',
  '[name.namespace.name="define"][name.name.name="vars"]',
].map((attribute) => ({ selector: `JSXAttribute${attribute}`, message: csp }));

// dependency-cruiser does not read .astro files: these keep the same walls there.
const walls = {
  patterns: [
    { regex: '/(db|emails)/', message: 'A page knows only the API.' },
    {
      regex: '/api/(?!.*(schema|rules|shapes|periods|contract)\\.ts$)',
      allowTypeImports: true,
      message: 'From the API a page takes types, schemas and pure rules.',
    },
  ],
};

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
  {
    files: ['api/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="tx"][callee.property.name="transaction"]',
          message: 'A transaction has no transactions in it: db/pool.ts has no savepoints.',
        },
      ],
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      'no-restricted-syntax': ['error', ...noInline],
      '@typescript-eslint/no-restricted-imports': ['error', walls],
    },
  },
  // The icons come from a table of our own.
  { files: ['site/components/art/Icon.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Drawn by a library, which escapes what it writes.
  { files: ['site/components/Chart.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
  // Data, not a script: every `<` in it is escaped.
  { files: ['site/components/session/JsonLd.astro'], rules: { 'astro/no-set-html-directive': 'off' } },
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
