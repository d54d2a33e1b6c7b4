import { usualCost } from '../../money/cost/rules.ts';
import { borneExVatCents } from '../../money/cost/rules.ts';
import type { Paying } from '../eligibility/queries.ts';
import { askedBy, type Declared, keptOf } from './rules.ts';
import type { NewDeclaration } from './schema.ts';

/** What the rules in force for a session ask of the entrepreneur. */
export const askedFor = ({ ruleSet, module }: Paying) =>
  askedBy(ruleSet.rules, borneExVatCents(usualCost(module)));

/** What of that was given; null when nothing. */
export const declaredIn = (paying: Paying, given: NewDeclaration): Declared | null =>
  keptOf(askedFor(paying), given);
