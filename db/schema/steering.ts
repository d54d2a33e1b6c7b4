import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.ts';
import { id, moment } from './columns.ts';
import { budgetPhases, programmeQuarters, programmes } from './programmes.ts';

export const evaluationDecision = pgEnum('evaluation_decision', ['continue', 'scaleDown', 'stop']);
export const phaseChangeKind = pgEnum('phase_change_kind', ['release', 'pay', 'reduce', 'pause', 'resume']);
export const measureKind = pgEnum('measure_kind', [
  'reduceContribution',
  'pause',
  'coSteer',
  'scaleDown',
  'stop',
]);
export const measureTrigger = pgEnum('measure_trigger', [
  'lowInterest',
  'onlyMembers',
  'targetOutOfReach',
  'budget',
  'evaluation',
  'other',
]);

const by = () =>
  uuid()
    .notNull()
    .references(() => accounts.id);

/**
 * What the municipality finds of a quarter, with the figures as they were; never changed, only added to. The newest of a
 * quarter counts: the phase of the next one is released on it.
 */
export const quarterEvaluations = pgTable(
  'quarter_evaluations',
  {
    id,
    quarterId: uuid()
      .notNull()
      .references(() => programmeQuarters.id),
    decision: evaluationDecision().notNull(),
    text: text().notNull(),
    figures: jsonb().notNull(),
    decidedBy: by(),
    decidedAt: moment().notNull(),
  },
  (t) => [index('quarter_evaluations_quarter').on(t.quarterId, t.decidedAt)],
);

/** A decision to steer (sturingsmaatregel); never changed, only added to. `ceilingCents` is what is left of the phase. */
export const steeringMeasures = pgTable(
  'steering_measures',
  {
    id,
    programmeId: uuid()
      .notNull()
      .references(() => programmes.id),
    quarterId: uuid()
      .notNull()
      .references(() => programmeQuarters.id),
    trigger: measureTrigger().notNull(),
    kind: measureKind().notNull(),
    motivation: text().notNull(),
    effectiveOn: date({ mode: 'string' }).notNull(),
    ceilingCents: integer(),
    decidedBy: by(),
    decidedAt: moment().notNull(),
  },
  (t) => [
    index('steering_measures_programme').on(t.programmeId, t.decidedAt),
    check(
      'steering_measures_amount',
      sql`(kind = 'reduceContribution') = (ceiling_cents is not null) and coalesce(ceiling_cents, 0) >= 0`,
    ),
  ],
);

/**
 * What happens to the money of a phase, from a local date on; never changed, only added to. The row of the phase says how
 * it began: what is in force on a date follows from both (api/phases/rules).
 */
export const phaseChanges = pgTable(
  'phase_changes',
  {
    id,
    phaseId: uuid()
      .notNull()
      .references(() => budgetPhases.id),
    kind: phaseChangeKind().notNull(),
    ceilingCents: integer(),
    effectiveOn: date({ mode: 'string' }).notNull(),
    motivation: text(),
    measureId: uuid().references(() => steeringMeasures.id),
    decidedBy: by(),
    decidedAt: moment().notNull(),
  },
  (t) => [
    index('phase_changes_phase').on(t.phaseId, t.effectiveOn),
    check(
      'phase_changes_amount',
      sql`(kind = 'reduce') = (ceiling_cents is not null) and coalesce(ceiling_cents, 0) >= 0`,
    ),
    check('phase_changes_motivation', sql`kind in ('release', 'pay') or motivation is not null`),
  ],
);

/** A change of a phase that was taken back before it had effect: it counts no more. Never changed, only added to. */
export const phaseChangeUndos = pgTable('phase_change_undos', {
  id,
  changeId: uuid()
    .notNull()
    .unique('phase_change_undos_change_id_unique')
    .references(() => phaseChanges.id),
  motivation: text().notNull(),
  undoneBy: by(),
  undoneAt: moment().notNull(),
});
