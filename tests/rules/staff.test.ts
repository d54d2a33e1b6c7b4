import { describe, expect, it, test } from 'vitest';
import { covers } from '../../api/http/duties.rules.ts';
import { dutiesOf, isDutyOf, leavesNobodyInCharge, stateOf } from '../../api/people/staff/rules.ts';

describe('a duty', () => {
  it.each([
    ['administrator', 'administrator', true],
    ['administrator', 'money', true],
    ['administrator', 'door', true],
    ['programme', 'programme', true],
    ['programme', 'reader', true],
    ['programme', 'money', false],
    ['programme', 'administrator', false],
    ['money', 'money', true],
    ['money', 'reader', true],
    ['money', 'programme', false],
    ['reader', 'reader', true],
    ['reader', 'programme', false],
    ['editor', 'editor', true],
    ['editor', 'door', true],
    ['editor', 'administrator', false],
    ['door', 'door', true],
    ['door', 'editor', false],
  ] as const)('%s for what needs %s: %s', (duty, needed, expected) => {
    expect(covers(duty, needed)).toBe(expected);
  });

  it('is of an organisation or of a municipality', () => {
    expect(dutiesOf.organisation.every((duty) => isDutyOf('organisation', duty))).toBe(true);
    expect(dutiesOf.municipality.every((duty) => isDutyOf('municipality', duty))).toBe(true);
    expect(isDutyOf('organisation', 'money')).toBe(false);
    expect(isDutyOf('municipality', 'door')).toBe(false);
  });
});

test.each([
  ['the only administrator goes', ['administrator'], null, true],
  ['the only administrator does less', ['administrator', 'editor'], 'editor', true],
  ['the only administrator stays one', ['administrator'], 'administrator', false],
  ['one of two goes', ['administrator', 'administrator'], null, false],
  ['an editor goes where there is an administrator', ['editor', 'administrator'], null, false],
  ['an editor goes where there is none', ['editor'], null, false],
] as const)('nobody would be in charge when %s', (_, duties, to, expected) => {
  const people = duties.map((duty, n) => ({ accountId: String(n), duty }));
  expect(leavesNobodyInCharge(people, '0', to)).toBe(expected);
});

test.each([
  ['open', { expiresAt: 2, acceptedAt: null, endedAt: null }],
  ['expired', { expiresAt: 1, acceptedAt: null, endedAt: null }],
  ['accepted', { expiresAt: 1, acceptedAt: 1, endedAt: null }],
  ['ended', { expiresAt: 2, acceptedAt: null, endedAt: 1 }],
] as const)('an invitation is %s', (expected, { expiresAt, acceptedAt, endedAt }) => {
  const day = (n: number) => new Date(Date.UTC(2027, 0, n));
  const given = {
    expiresAt: day(expiresAt),
    acceptedAt: acceptedAt && day(acceptedAt),
    endedAt: endedAt && day(endedAt),
  };
  expect(stateOf(given, day(1))).toBe(expected);
});
