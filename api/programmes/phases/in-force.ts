import { type SQL, sql } from 'drizzle-orm';
import type { budgetPhases } from '../../../db/schema/programmes.ts';
import { localDate } from '../../language/time.ts';
import { type PhaseChange, phaseOn } from './rules.ts';

/** The changes of each phase that were not taken back, as a column of any statement that has `budget_phases` in it. Empty where there is no phase. */
export const changesOfPhase = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'ceilingCents', c.ceiling_cents,
    'effectiveOn', c.effective_on,
    'decidedAt', to_char(c.decided_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
  from phase_changes c where c.phase_id = budget_phases.id
    and not exists (select from phase_change_undos u where u.change_id = c.id))` as SQL<PhaseChange[]>;

/** The local date from which a programme that was stopped pays nothing new, as a column beside `programmes`; else null. */
export const stoppedFrom = sql`(
  select min(m.effective_on)::text from steering_measures m
  where m.programme_id = programmes.id and m.kind = 'stop')` as SQL<string | null>;

type Row = typeof budgetPhases.$inferSelect;

/** The phase with what holds for it at this moment in place of how it began; that stands in `initialCents`. */
export const inForce = (phase: Row, changes: PhaseChange[], now: Date) => ({
  ...phase,
  pausedFrom: null,
  initialCents: phase.ceilingCents,
  ...phaseOn(phase, changes, localDate(now)),
});
