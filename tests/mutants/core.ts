import { globSync } from 'node:fs';

const PURE = [
  'api/**/*rules.ts',
  'api/language/{ages,time,amounts,numbers,working-days}.ts',
  'api/**/eligibility/{business,reason-words-own,rule-words}.ts',
  'api/**/reports/due.ts',
  'api/**/rule-sets/warning*.ts',
];

/** The pure rules of the portal: what stands in here is mutated. */
export const core = globSync(PURE).sort();
