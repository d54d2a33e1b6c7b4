import { describe, expect, it } from 'vitest';
import { isOpen, stillTrue } from '../../api/mail/letters/rules.ts';

const now = new Date('2026-12-01T12:00:00Z');
const later = new Date(now.getTime() + 1);
const earlier = new Date(now.getTime() - 1);
const session = { status: 'scheduled', endsAt: later };
const challenge = { expiresAt: later, usedAt: null };

describe('a link in a mail', () => {
  it.each([
    ['works until its time is up', challenge, true],
    ['no longer works at that moment', { ...challenge, expiresAt: now }, false],
    ['works once', { ...challenge, usedAt: earlier }, false],
  ])('%s', (_, one, expected) => expect(isOpen(one, now)).toBe(expected));
});

type Facts = Parameters<typeof stillTrue>[1];
const told = (kind: Parameters<typeof stillTrue>[0], status: string, change: Partial<Facts> = {}) =>
  stillTrue(
    kind,
    {
      registration: {
        status: status as Facts['registration']['status'],
        expiresAt: status === 'held' || status === 'offered' ? later : null,
      },
      session,
      challenge,
      ...change,
    },
    now,
  );

describe('a mail that waited', () => {
  const ofStatus = [
    ['confirm', 'held'],
    ['confirmed', 'confirmed'],
    ['swapped', 'confirmed'],
    ['waitlisted', 'waitlisted'],
    ['stillWaiting', 'waitlisted'],
    ['offer', 'offered'],
    ['cancelled', 'cancelled'],
  ] as const;

  it.each(ofStatus)('%s goes out while the place is %s', (kind, status) => {
    expect(told(kind, status)).toBe(true);
    expect(told(kind, 'expired')).toBe(false);
  });

  it.each([...ofStatus, ['moved', 'confirmed'] as const])('%s not once the session is over', (kind, status) =>
    expect(told(kind, status, { session: { ...session, endsAt: now } })).toBe(false),
  );

  it.each([
    ['confirm', 'held', false],
    ['confirmed', 'confirmed', false],
    ['swapped', 'confirmed', false],
    ['waitlisted', 'waitlisted', false],
    ['offer', 'offered', false],
    ['moved', 'confirmed', false],
    ['stillWaiting', 'waitlisted', true],
    ['cancelled', 'cancelled', true],
  ] as const)('%s of a session that is off', (kind, status, expected) =>
    expect(told(kind, status, { session: { ...session, status: 'cancelled' } })).toBe(expected),
  );

  it.each([
    ['without a link', { challenge: null }],
    ['with a link that was used', { challenge: { ...challenge, usedAt: earlier } }],
    ['with a link whose time is up', { challenge: { ...challenge, expiresAt: now } }],
    ['for a place whose time is up', { registration: { status: 'held', expiresAt: now } }],
    ['for a place without a time', { registration: { status: 'held', expiresAt: null } }],
  ] as const)('asks nothing %s', (_, change) => expect(told('confirm', 'held', change)).toBe(false));

  it('asks who wants to wait to confirm it, and only then says that they do', () => {
    const asked = { registration: { status: 'waitlisted', expiresAt: later } } as const;
    expect([told('confirm', 'waitlisted', asked), told('waitlisted', 'waitlisted', asked)]).toEqual([
      true,
      false,
    ]);
  });

  it('of a session that moved goes to who is still in it', () => {
    const moved = (status: string, expiresAt: Date | null) =>
      told('moved', status, { registration: { status, expiresAt } as Facts['registration'] });
    expect(moved('confirmed', null)).toBe(true);
    expect(moved('held', later)).toBe(true);
    expect(moved('held', now)).toBe(false);
    expect(moved('cancelled', null)).toBe(false);
  });
});
