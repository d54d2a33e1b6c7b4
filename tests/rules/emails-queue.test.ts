import { expect, test } from 'vitest';
import { costFacts } from '../../api/mail/letters/mail-facts.ts';
import { stillTrue } from '../../api/mail/letters/rules.ts';

const now = new Date('2027-02-01T12:00:00Z');
const later = new Date('2027-02-01T12:30:00Z');
const earlier = new Date('2027-02-01T11:30:00Z');
const session = { status: 'scheduled', endsAt: new Date('2027-02-02T20:30:00Z') };
const open = { expiresAt: later, usedAt: null };

test.each([
  ['confirm', 'a held place', 'held', later, open, true],
  ['confirm', 'a hold that has run out', 'held', earlier, open, false],
  ['confirm', 'a place that was confirmed meanwhile', 'confirmed', null, open, false],
  ['confirm', 'a code that was used', 'held', later, { expiresAt: later, usedAt: earlier }, false],
  ['confirm', 'a code that has expired', 'held', later, { expiresAt: earlier, usedAt: null }, false],
  ['confirm', 'a code that is gone', 'held', later, null, false],
  ['offer', 'an offered place', 'offered', later, open, true],
  ['offer', 'an offer that has run out', 'offered', now, open, false],
  ['confirmed', 'a confirmed place', 'confirmed', null, null, true],
  ['swapped', 'a place in another session', 'confirmed', null, null, true],
  ['confirmed', 'a place that was cancelled meanwhile', 'cancelled', null, null, false],
  ['waitlisted', 'someone in the queue', 'waitlisted', null, null, true],
  ['waitlisted', 'someone who was offered a place meanwhile', 'offered', later, null, false],
  ['cancelled', 'a cancelled place', 'cancelled', null, null, true],
  ['moved', 'a confirmed place', 'confirmed', null, null, true],
  ['moved', 'someone in the queue', 'waitlisted', null, null, true],
  ['moved', 'a held place', 'held', later, null, true],
  ['moved', 'a hold that has run out', 'held', earlier, null, false],
  ['moved', 'a place that was cancelled meanwhile', 'cancelled', null, null, false],
] as const)('a mail "%s" about %s', (kind, _, status, expiresAt, challenge, expected) => {
  expect(stillTrue(kind, { registration: { status, expiresAt }, session, challenge }, now)).toBe(expected);
});

test('a cancelled session is only worth a mail that says so', () => {
  const cancelled = { ...session, status: 'cancelled' };
  const facts = (status: 'confirmed' | 'cancelled') => ({
    registration: { status, expiresAt: null },
    session: cancelled,
    challenge: null,
  });
  expect(stillTrue('confirmed', facts('confirmed'), now)).toBe(false);
  expect(stillTrue('cancelled', facts('cancelled'), now)).toBe(true);
});

test('nothing is mailed about a session that is over', () => {
  const facts = {
    registration: { status: 'confirmed' as const, expiresAt: null },
    session: { ...session, endsAt: now },
    challenge: null,
  };
  expect(stillTrue('confirmed', facts, now)).toBe(false);
});

const rule = (outcome: 'passed' | 'failed' | 'unknown', nl: string) =>
  ({ rule: 'kvkNumber', outcome, reason: { nl, en: `${nl} in English` } }) as const;
const cost = {
  payer: 'municipality',
  exVatCents: 100,
  vatCents: 21,
  inclVatCents: 121,
  ownContributionCents: 0,
} as const;

test.each([
  ['eligible', [rule('passed', 'a'), rule('passed', 'b')], ['a']],
  ['not-eligible', [rule('passed', 'a'), rule('failed', 'b'), rule('failed', 'c')], ['b', 'c']],
  ['needs-review', [rule('passed', 'a'), rule('unknown', 'b')], ['b']],
] as const)('the reasons of a decision "%s" are those that settled it', (outcome, rules, expected) => {
  const decision = { outcome, rules: [...rules], cost };
  expect(costFacts(decision, 'nl').reasons).toEqual(expected);
  expect(costFacts(decision, 'en').reasons).toEqual(expected.map((nl) => `${nl} in English`));
});
