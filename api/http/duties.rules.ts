import type { Duty } from '../language/vocabularies.ts';

export type OrganisationDuty = Extract<Duty, 'administrator' | 'editor' | 'door'>;
export type MunicipalityDuty = Extract<Duty, 'administrator' | 'programme' | 'money' | 'reader'>;

/** Each with what it includes besides itself. An administrator may do everything. */
const included: Record<Exclude<Duty, 'administrator'>, readonly Duty[]> = {
  programme: ['reader'],
  money: ['reader'],
  reader: [],
  editor: ['door'],
  door: [],
};

/** Whether someone with this duty may do what needs that one. */
export const covers = (duty: Duty, needed: Duty): boolean =>
  duty === 'administrator' || duty === needed || included[duty].includes(needed);
