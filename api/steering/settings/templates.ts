import { backOnTrackTargets, deventerMost, deventerProducts } from '../../../db/seed/programme-facts.ts';
import { backOnTrackRules, deventerRules, onderneemvaardigRules } from '../../../db/seed/programme-rules.ts';
import type { Rule } from '../../paying/eligibility/schema.ts';
import type { Beginning } from './beginning.ts';
import type { templateIds } from './schema.ts';

/** The places that a rule of a document names are those of its city: here they are of who begins the programme. */
const inPlaces = (rules: readonly Rule[], places: readonly string[]) =>
  rules.map((rule) => (rule.kind === 'establishedInArea' ? { ...rule, places: [...places] } : rule));

const bare = { products: [], targets: [], maxEntrepreneurs: null, requiresOpenAccess: false };

/**
 * What a programme begins with that is made like one of the documents. No amounts of money but the prices of products: what
 * may be spent is for the decision of each municipality.
 */
export const templates: Record<(typeof templateIds)[number], (places: readonly string[]) => Beginning> = {
  'back-on-track': (places) => ({
    ...bare,
    funding: 'perSession',
    requiresOpenAccess: true,
    // "Alle ondernemers in Amstelveen" says neither where they live nor where their business is: either will do.
    rules: [
      ...backOnTrackRules,
      { kind: 'establishedInArea', basis: 'either', places: [...places], postcodes: [] },
    ],
    targets: backOnTrackTargets.map(({ targetGroup: group, ...target }) => ({ group, ...target })),
  }),
  onderneemvaardig: (places) => ({
    ...bare,
    funding: 'perParticipant',
    rules: inPlaces(onderneemvaardigRules, places),
  }),
  'actieplan-coaching': () => ({
    ...bare,
    funding: 'perParticipant',
    rules: deventerRules,
    products: deventerProducts.map(({ minutes = null, cap = null, ...product }) => ({
      ...product,
      minutes,
      cap,
    })),
    maxEntrepreneurs: deventerMost,
  }),
};
