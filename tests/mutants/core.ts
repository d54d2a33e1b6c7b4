import { globSync } from 'node:fs';

const PURE = [
  'api/**/*rules.ts',
  'api/**/{time,money}.ts',
  'api/**/eligibility/{area,business,caps,check,check-rule,cost,judge,reasons-own,replay,rule-words,turns}.ts',
  'api/**/reports/{breakdowns,due,figures,periods,protect,small-cells}.ts',
  'api/**/rule-sets/warnings.ts',
];

/** The pure rules of the portal: what stands in here is mutated. */
export const core = globSync(PURE).sort();
