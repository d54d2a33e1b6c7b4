import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import {
  elapsedShare,
  type QuarterFacts,
  readingsOf,
  stillPossible,
} from '../../api/steering/signals/rules.ts';
import { wordsOf } from '../../api/steering/signals/words.ts';
import { plusDays } from '../../api/language/time.ts';
import { quiet } from './signals-facts.ts';

const figure = fc.nat({ max: 400 });
type Facts = Record<'day' | 'held' | 'planned' | 'committedCents', number>;
const facts = fc.record({
  day: fc.integer({ min: -5, max: 120 }),
  places: figure,
  taken: figure,
  member: figure,
  notMember: figure,
  unknown: figure,
  unmarked: fc.nat({ max: 3 }),
  held: fc.nat({ max: 15 }),
  planned: fc.nat({ max: 15 }),
  committedCents: fc.nat({ max: 60_000_00 }),
});
const of = ({ day, held, planned, committedCents, ...rest }: Facts): QuarterFacts => ({
  ...quiet,
  ...(rest as object),
  today: plusDays(quiet.startsOn, day),
  groups: [{ group: 'knowledgeAndCoaching', held, planned, min: 8, max: 12 }],
  phase: { ceilingCents: 60_000_00, committedCents, realisedCents: 0 },
});

describe('always', () => {
  const always = (property: (made: QuarterFacts) => void) =>
    fc.assert(fc.property(facts, (made) => property(of(made as never))));

  it('at most one signal of each kind and subject, with words in both languages', () =>
    always((made) => {
      const readings = readingsOf(made, proposedThresholds);
      const keys = readings.map(({ kind, subject }) => `${kind} ${subject}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const reading of readings) {
        for (const locale of ['nl', 'en'] as const) {
          expect(JSON.stringify(wordsOf(reading, locale))).not.toMatch(/undefined|NaN|null|Infinity/);
        }
      }
    }));

  it('unknown membership never makes or takes away a signal about members', () =>
    always((made) => {
      const about = (facts: QuarterFacts) =>
        readingsOf(facts, proposedThresholds)
          .map(({ kind }) => kind)
          .filter((kind) => kind === 'members-only' || kind === 'few-non-members');
      expect(about({ ...made, unknown: 0 })).toEqual(about(made));
    }));

  it('with fewer than ten known nothing is said of members', () =>
    always((made) => {
      const little = { ...made, member: made.member % 6, notMember: made.notMember % 4 };
      const kinds = readingsOf(little, proposedThresholds).map(({ kind }) => kind);
      expect(kinds).not.toContain('members-only');
      expect(kinds).not.toContain('few-non-members');
    }));

  it('one more place taken, non-member or session never makes that signal worse', () =>
    always((made) => {
      const rank = (facts: QuarterFacts, ...kinds: string[]) => {
        const found = readingsOf(facts, proposedThresholds).find(({ kind }) => kinds.includes(kind));
        return found === undefined ? 0 : found.level === 'attention' ? 1 : 2;
      };
      expect(rank({ ...made, taken: made.taken + 1 }, 'low-interest')).toBeLessThanOrEqual(
        rank(made, 'low-interest'),
      );
      const group = made.groups[0]!;
      const more = { ...made, groups: [{ ...group, planned: group.planned + 1 }] };
      const short = ['target-not-planned', 'target-unreachable'];
      expect(rank(more, ...short)).toBeLessThanOrEqual(rank(made, ...short));
    }));

  it('as days pass, less is possible and more is over', () => {
    fc.assert(
      fc.property(fc.nat({ max: 120 }), (day) => {
        const at = (days: number) => ({ ...quiet, today: plusDays(quiet.startsOn, days) });
        expect(stillPossible(at(day + 1), proposedThresholds)).toBeLessThanOrEqual(
          stillPossible(at(day), proposedThresholds),
        );
        expect(elapsedShare(at(day + 1))).toBeGreaterThanOrEqual(elapsedShare(at(day)));
      }),
    );
    expect(elapsedShare({ ...quiet, today: quiet.endsOn })).toBe(1);
    expect(elapsedShare({ ...quiet, today: plusDays(quiet.endsOn, 60) })).toBe(1);
    expect(elapsedShare({ ...quiet, today: plusDays(quiet.startsOn, -1) })).toBe(0);
  });
});
