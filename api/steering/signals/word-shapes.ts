import type { SignalKind } from './rules.ts';

type SignalFigures = Record<string, number>;

/** What a signal says: its figures `f`, its threshold `t`, and the group of a target in words. */
export type Words = Record<
  SignalKind,
  (facts: { f: SignalFigures; t: SignalFigures; group: string }) => {
    title: string;
    explanation: string;
    figures: [label: string, value: number | string][];
    /** What the associations can do. */
    suggestions: string[];
  }
>;
