import { describe, expect, test } from 'vitest';
import type { RuleOutcome } from '../../api/paying/eligibility/judge.rules.ts';
import { asksNumber, judgeNumber } from '../../api/places/registrations/kvk-number.rules.ts';
import { ASK_AGAIN_DAYS, judgeAsking } from '../../api/places/reviews/ask-number.rules.ts';

const place = { status: 'confirmed', outcome: 'needs-review', kvkNumber: null } as const;
const here = '69599084';

describe('a number that is given later', () => {
  test.each([
    [{}, null],
    [{ status: 'held' }, null],
    [{ status: 'waitlisted', outcome: 'not-eligible' }, null],
    [{ status: 'cancelled' }, 'registration-ended'],
    [{ status: 'expired', kvkNumber: here }, 'registration-ended'],
    [{ kvkNumber: here }, 'same'],
    [{ kvkNumber: here, outcome: 'eligible' }, 'same'],
    [{ kvkNumber: '69599068', outcome: 'not-eligible' }, null],
    [{ kvkNumber: '69599068', outcome: 'eligible' }, 'kvk-number-settled'],
    [{ outcome: 'eligible' }, 'kvk-number-settled'],
  ] as const)('of %j is judged %s', (change, judged) =>
    expect(judgeNumber({ ...place, ...change }, here)).toBe(judged),
  );
});

describe('whether a number is asked', () => {
  const found = (
    rule: RuleOutcome['rule'],
    outcome: RuleOutcome['outcome'],
    saw: RuleOutcome['saw'] = {},
  ) => ({
    rule,
    outcome,
    saw,
  });
  test.each([
    ['it is not known', {}, [found('kvkNumber', 'unknown')], 'number'],
    ['the business is not known', {}, [found('businessActive', 'unknown')], 'number'],
    ['the place is not known', {}, [found('establishedInArea', 'unknown', { basis: 'either' })], 'number'],
    ['it may be wrong', { kvkNumber: here }, [found('businessActive', 'failed')], 'correction'],
    ['only the home counts', {}, [found('establishedInArea', 'unknown', { basis: 'residence' })], null],
    ['it is known', { kvkNumber: here }, [found('kvkNumber', 'passed')], null],
    ['another rule is in the way', {}, [found('budgetRoom', 'failed')], null],
    ['the municipality pays', { outcome: 'eligible' }, [found('kvkNumber', 'unknown')], null],
    ['it has ended', { status: 'cancelled' }, [found('kvkNumber', 'unknown')], null],
  ] as const)('where %s', (_, change, rules, asked) =>
    expect(asksNumber({ ...place, ...change }, rules)).toBe(asked),
  );
});

describe('asking for a number by mail', () => {
  const now = new Date('2027-03-30T10:00:00Z');
  const days = (number: number) => new Date(now.getTime() - number * 24 * 3_600_000);
  const open = { ...place, requested: false, reachable: true, lastAskedAt: null };
  test.each([
    ['someone who waits for a review', {}, 'asked'],
    ['someone whose place is not certain, and who asked', { status: 'held', requested: true }, 'asked'],
    ['someone whose place is not certain', { status: 'held' }, 'not-open'],
    ['someone who gave it up', { status: 'cancelled', requested: true }, 'not-open'],
    ['someone who is paid for', { outcome: 'eligible', requested: true }, 'not-open'],
    ['someone who gave one', { kvkNumber: here }, 'number-known'],
    ['someone from the door', { reachable: false }, 'unreachable'],
    ['someone just asked', { lastAskedAt: now }, 'asked-before'],
    ['someone asked within the week', { lastAskedAt: days(ASK_AGAIN_DAYS - 0.1) }, 'asked-before'],
    // The clocks changed in between: a week of local days is an hour shorter.
    ['someone asked a week ago', { lastAskedAt: days(ASK_AGAIN_DAYS) }, 'asked'],
  ] as const)('%s is %s', (_, change, outcome) =>
    expect(judgeAsking({ ...open, ...change }, now)).toBe(outcome),
  );
});
