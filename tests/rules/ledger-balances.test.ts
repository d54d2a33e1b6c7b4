import { describe, expect, it } from 'vitest';
import { changesOfPhases, type Held, movesBetween, withoutNew } from '../../api/money/ledger/rules.ts';

const held = (state: Held['state'], change: Partial<Held> = {}): Held => ({
  programmeId: 'p',
  sessionId: 's',
  phaseId: 'q1',
  state,
  cents: 100_00,
  vatCents: 21_00,
  ...change,
});
const states = (moves: ReturnType<typeof movesBetween>) =>
  moves.map(({ fromState, toState, cents, vatCents }) => `${fromState} ${toState} ${cents} ${vatCents}`);

describe('where the ledger has more than one balance of a place', () => {
  it('what stands as it should stays, and the rest is given back', () =>
    expect(states(movesBetween([held('committed'), held('reserved')], held('reserved')))).toEqual([
      'committed free 10000 2100',
    ]));

  it('one that only must go on to another state goes on, and the rest is given back', () =>
    expect(
      states(movesBetween([held('reserved', { cents: 1 }), held('committed')], held('realised'))),
    ).toEqual(['reserved free 1 2100', 'committed realised 10000 2100']));

  it('of two that could go on the first does', () =>
    expect(states(movesBetween([held('committed'), held('reserved')], held('realised')))).toEqual([
      'reserved free 10000 2100',
      'committed realised 10000 2100',
    ]));

  it('the same price with other VAT is another sum', () =>
    expect(states(movesBetween([held('committed')], held('committed', { vatCents: 9_00 })))).toEqual([
      'committed free 10000 2100',
      'free committed 10000 900',
    ]));
});

describe('when there is no room for anything new', () => {
  const to = held('realised', { cents: 300_00 });
  it.each<[string, Partial<Held>, number | null]>([
    ['what is held in the phase stays', {}, 100_00],
    ['down to a cent', { cents: 1 }, 1],
    ['what is held in another phase is of no use', { phaseId: 'q2' }, null],
    ['nor what is held for another session', { sessionId: 's2' }, null],
    ['nor in another programme', { programmeId: 'p2' }, null],
    ['nor a balance below nothing', { cents: -100_00 }, null],
  ])('%s', (_, change, cents) =>
    expect(withoutNew([held('committed', change)], to)?.cents ?? null).toBe(cents),
  );

  it('it is found among the others, and gets the state that it should have', () =>
    expect(
      withoutNew(
        [held('committed', { phaseId: 'q0' }), held('committed'), held('reserved', { sessionId: 's2' })],
        to,
      ),
    ).toEqual(held('realised')));

  it('of two in the phase the first counts, and the other is given back', () => {
    const both = [held('committed', { cents: 60_00 }), held('reserved')];
    expect(states(movesBetween(both, withoutNew(both, to)))).toEqual([
      'reserved free 10000 2100',
      'committed realised 6000 2100',
    ]);
  });
});

it('money that is in no phase changes none', () =>
  expect(changesOfPhases(movesBetween([held('reserved', { phaseId: null })], held('reserved')))).toEqual(
    new Map([['q1', { reserved: 100_00, committed: 0, realised: 0 }]]),
  ));
