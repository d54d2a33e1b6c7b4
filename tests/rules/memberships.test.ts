import { describe, expect, it } from 'vitest';
import { summarise, wordOfRoster } from '../../api/places/memberships/rules.ts';

const now = new Date('2026-11-25T10:00:00Z');
const roster = { isComplete: true, kvkNumbers: 40, replacedAt: new Date('2026-03-01T10:00:00Z') };

describe('the word of a roster', () => {
  it('is member for who stands on it, however the list came', () => {
    expect(wordOfRoster({ ...roster, isComplete: false }, true, null, now)).toBe('member');
    expect(wordOfRoster(null, true, null, now)).toBe('member');
  });
  it('is not-member only for a given KVK number that a complete list misses', () => {
    expect(wordOfRoster(roster, false, '12345678', now)).toBe('not-member');
    expect(wordOfRoster(roster, false, null, now)).toBe('unknown');
    expect(wordOfRoster({ ...roster, isComplete: false }, false, '12345678', now)).toBe('unknown');
    expect(wordOfRoster({ ...roster, kvkNumbers: 0 }, false, '12345678', now)).toBe('unknown');
    expect(wordOfRoster(null, false, '12345678', now)).toBe('unknown');
  });
  it('says nothing of who is missing when it is older than a year', () => {
    const of = (replacedAt: string) => ({ ...roster, replacedAt: new Date(replacedAt) });
    expect(wordOfRoster(of('2025-11-25T10:00:00Z'), false, '12345678', now)).toBe('not-member');
    expect(wordOfRoster(of('2025-11-25T09:59:59.999Z'), false, '12345678', now)).toBe('unknown');
  });
});

describe('what is known together', () => {
  const says = (organisationId: string, membership: 'member' | 'not-member' | 'unknown') => ({
    organisationId,
    membership,
  });
  it.each([
    ['nothing', [], 'unknown'],
    ['one of two is not', [says('vad', 'not-member')], 'unknown'],
    ['neither', [says('vad', 'not-member'), says('oa', 'not-member')], 'not-member'],
    ['one of two does not know', [says('vad', 'not-member'), says('oa', 'unknown')], 'unknown'],
    ['one is', [says('vad', 'not-member'), says('oa', 'member')], 'member'],
    ['they disagree', [says('vad', 'not-member'), says('oa', 'not-member'), says('vad', 'member')], 'member'],
  ] as const)('%s', (_, known, outcome) => {
    expect(summarise(['vad', 'oa'], [...known])).toBe(outcome);
  });
  it('is what the only association says', () => {
    expect(summarise(['vad'], [says('vad', 'not-member')])).toBe('not-member');
    expect(summarise(['vad'], [says('khn', 'not-member')])).toBe('unknown');
  });
  it('is unknown where there is no association', () => {
    expect(summarise([], [])).toBe('unknown');
  });
});
