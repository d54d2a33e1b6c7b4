import type { z } from 'zod';
import { costOf } from '../../money/cost/rules.ts';
import type { FieldCode } from '../../http/problem.ts';
import type { Price } from '../../paying/eligibility/facts.ts';
import type { step } from './schema.ts';

export type Status = 'draft' | 'submitted' | 'published' | 'archived';
export type Step = z.output<typeof step>;
/** Who makes it, and the municipality of its programme, that looks at it. */
export type Side = 'organiser' | 'municipality';

type Transition = {
  from: Status;
  to: Status;
  by: Side;
  /** Only where the municipality looks before the public sees it, or only where it does not. */
  where?: 'reviewed' | 'free';
};

/** What can become of a module, by whom. What is published never becomes a draft again: sessions hang on it. */
export const transitions: Record<Step, Transition> = {
  submit: { from: 'draft', to: 'submitted', by: 'organiser', where: 'reviewed' },
  publish: { from: 'draft', to: 'published', by: 'organiser', where: 'free' },
  'take-back': { from: 'submitted', to: 'draft', by: 'organiser' },
  approve: { from: 'submitted', to: 'published', by: 'municipality' },
  'send-back': { from: 'submitted', to: 'draft', by: 'municipality' },
  archive: { from: 'published', to: 'archived', by: 'organiser' },
  'bring-back': { from: 'archived', to: 'published', by: 'organiser' },
};

type Known = { status: Status; sides: readonly Side[]; reviewed: boolean };

const isOpen = ({ by, where }: Transition, { sides, reviewed }: Omit<Known, 'status'>) =>
  sides.includes(by) && (where === undefined || (where === 'reviewed') === reviewed);

/** The steps that someone can take with a module as it is. */
export const stepsFrom = ({ status, ...known }: Known): Step[] =>
  (Object.keys(transitions) as Step[]).filter(
    (step) => transitions[step].from === status && isOpen(transitions[step], known),
  );

/** What a step makes of a module: its new status, `done` when that is what it is already, or why it cannot be. */
export function judgeStep(
  step: Step,
  { status, ...known }: Known,
): { to: Status } | 'done' | 'not-allowed' | 'module-not-changeable' {
  const { from, to, by } = transitions[step];
  if (!known.sides.includes(by)) return 'not-allowed';
  if (!isOpen(transitions[step], known)) return 'module-not-changeable';
  if (status === from) return { to };
  return status === to ? 'done' : 'module-not-changeable';
}

/** Whether its words can be changed: not while the municipality looks at it, nor when it is put away. */
export const isChangeable = (status: Status) => status === 'draft' || status === 'published';
/** Of these, whether sessions can be made. */
export const takesSessions = (status: Status) => status === 'published';

/** What the municipality approved when it let the module be offered: with another price it is another module. */
const APPROVED = [
  'kind',
  'durationMinutes',
  'productId',
  'priceExVatCents',
  'vatRate',
  'ownContributionCents',
] as const;
type Approved = Record<(typeof APPROVED)[number], unknown>;

type Wrong = { name: string; code: FieldCode };

/** What would change of what was approved. */
export function wrongChange(
  before: Approved & { status: Status },
  after: Approved,
  { reviewed }: { reviewed: boolean },
): Wrong[] {
  if (!reviewed || before.status !== 'published') return [];
  return APPROVED.filter((name) => before[name] !== after[name]).map((name) => ({ name, code: 'approved' }));
}

/** Nobody pays more than it costs. */
export function wrongPrice(price: Price): Wrong[] {
  const { inclVatCents } = costOf(price, 'municipality');
  return price.ownContributionCents > inclVatCents
    ? [{ name: 'ownContributionCents', code: 'too-long' }]
    : [];
}
