import { describe, expect, it } from 'vitest';
import {
  brokenRules,
  type Change,
  hasPassed,
  isSameForBoth,
  judgeAccess,
  type Settings,
  stretches,
  type Trial,
} from '../../api/publishing/access/rules.ts';

const open: Settings = {
  openToNonMembers: true,
  memberContributionCents: null,
  memberBookingOpensAt: null,
  bookingOpensAt: new Date('2026-11-01T08:00:00Z'),
  hasBookingCode: false,
  hasBookingUrl: false,
  listed: true,
};
const shown = { parties: ['vad', 'oa'], senders: ['oa', 'vad', 'khn'], creditLine: 'Met dank.' };
const opensAt = (time: string) => ({ memberBookingOpensAt: new Date(`2026-11-01T${time}Z`) });

describe('what makes a session closed to some', () => {
  it.each([
    ['nothing', {}, []],
    ['members only', { openToNonMembers: false }, ['everyone']],
    ['another price for members, even if it is nothing', { memberContributionCents: 0 }, ['same-price']],
    ['members first', opensAt('07:59:59'), ['same-opening']],
    ['a code', { hasBookingCode: true }, ['no-code']],
    ['a site of their own', { hasBookingUrl: true }, ['no-detour']],
    ['not in the list', { listed: false }, ['listed']],
    ['several at once', { listed: false, hasBookingCode: true }, ['no-code', 'listed']],
  ])('%s', (_, change, broken) => expect(brokenRules({ ...open, ...change }, shown)).toEqual(broken));

  it('members at the same moment as everyone is no privilege', () =>
    expect(brokenRules({ ...open, ...opensAt('08:00:00') }, shown)).toEqual([]));

  it.each([
    ['one who agreed is not named', { senders: ['vad', 'khn'] }, ['senders']],
    ['nobody is thanked', { creditLine: ' ' }, ['credit-line']],
    ['nobody has to be named', { parties: [], senders: [] }, []],
  ])('what is shown: %s', (_, change, broken) =>
    expect(brokenRules(open, { ...shown, ...change })).toEqual(broken),
  );
});

const day = (n: number) => new Date(Date.UTC(2026, 10, n));
const change = (n: number, after: Partial<Change['after']>): Change => ({
  at: day(n),
  by: 'organiser',
  after: { ...open, status: 'scheduled', ...after },
});
const history = [change(1, { status: 'draft', listed: false }), change(2, { listed: false }), change(3, {})];

describe('the whole time of a session', () => {
  it('goes from one change to the next, and a draft breaks nothing', () => {
    expect(stretches(history)).toEqual([
      { from: day(1), until: day(2), by: 'organiser', published: false, broken: [] },
      { from: day(2), until: day(3), by: 'organiser', published: true, broken: ['listed'] },
      { from: day(3), until: null, by: 'organiser', published: true, broken: [] },
    ]);
  });

  const judged = (
    changes: Change[],
    trials: Parameters<typeof judgeAccess>[2] = null,
    earlier: Parameters<typeof judgeAccess>[3] = [],
    programme = shown,
  ) => judgeAccess(changes, programme, trials, earlier);
  const of = (all: ReturnType<typeof judged>, check: string) => all.find((one) => one.check === check)!;

  it('a rule that was broken for a day holds now, and has not passed', () => {
    const listed = of(judged(history), 'listed');
    expect(listed).toEqual({ check: 'listed', now: true, times: [{ from: day(2), until: day(3) }] });
    expect(hasPassed(listed)).toBe(false);
    expect(hasPassed(of(judged(history), 'everyone'))).toBe(true);
  });

  it('a rule that is broken still does not hold now', () =>
    expect(of(judged(history.slice(0, 2)), 'listed')).toEqual({
      check: 'listed',
      now: false,
      times: [{ from: day(2), until: null }],
    }));

  it('what a programme shows counts as it is now, with the days on which a check missed it', () => {
    const earlier = [
      { at: day(4), failed: ['senders', 'trial'] },
      { at: day(5), failed: [] },
    ];
    const all = judged(history, null, earlier, { ...shown, creditLine: '' });
    expect(of(all, 'senders')).toEqual({
      check: 'senders',
      now: true,
      times: [{ from: day(4), until: day(4) }],
    });
    expect(of(all, 'credit-line')).toEqual({ check: 'credit-line', now: false, times: [] });
    expect(hasPassed(of(all, 'credit-line'))).toBe(false);
    expect(all.map(({ check }) => check)).not.toContain('trial');
  });

  it('a trial is one of the checks, with what earlier trials met', () => {
    const one: Trial = { answers: ['confirmed'], mails: ['confirmed'], cents: 0 };
    const trials = { member: one, nonMember: one, reserving: false };
    expect(judged(history, trials, [{ at: day(4), failed: ['trial'] }]).at(-1)).toEqual({
      check: 'trial',
      now: true,
      times: [{ from: day(4), until: day(4) }],
    });
  });
});

describe('a member and someone who is none', () => {
  const place: Trial = { answers: ['held', 'confirmed'], mails: ['confirm'], cents: 4_500 };
  const full: Trial = { answers: ['session-full'], mails: [], cents: null };
  it.each([
    ['meet the same', place, place, false, true],
    ['both meet a full session', full, full, false, true],
    ['pay another price', { ...place, cents: 0 }, place, false, false],
    ['get another mail', { ...place, mails: [] }, place, false, false],
    ['only the member gets a place', place, full, false, false],
    ['only the other gets a place', full, place, false, false],
    ['only the other gets a place, of those kept for them', full, place, true, true],
    ['neither gets a place, of those kept', full, { ...full, answers: ['closed'] }, true, false],
    ['only the member gets a place, though some are kept', place, full, true, false],
    [
      'only the other gets a place at once, of those kept',
      full,
      { ...place, answers: ['confirmed'] },
      true,
      true,
    ],
    ['both get one of those kept, at another price', { ...place, cents: 0 }, place, true, false],
  ])('%s', (_, member, nonMember, reserving, same) =>
    expect(isSameForBoth({ member, nonMember, reserving })).toBe(same),
  );
});
