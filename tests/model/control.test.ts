import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeErrors } from '../support/console.ts';
import type { Weights } from './commands.ts';
import { openDoor } from './door.ts';
import { sequences, START } from './property.ts';
import { MINUTE, type Rules, rules } from './rules.ts';

/*
 * That the sequences would find it. Each control breaks one rule, of the portal by a trigger in its database or of the
 * model, and a sequence must be found in which the two differ. The seed is fixed, so that it is found every time.
 */
const door = await openDoor(START);
const seed = 20270328;
const check = async (weights: Weights, broken: Partial<Rules> = {}, shrink = false) =>
  fc.check(sequences(door, { weights, rules: broken }).property, {
    seed,
    numRuns: 1000,
    endOnFailure: !shrink,
  });

describe('a portal with a rule broken is found out', () => {
  const controls: [string, Weights, 'registrations' | 'sessions', string][] = [
    [
      'who comes last is first in the queue',
      { register: 60 },
      'registrations',
      `if new.status = 'waitlisted' and new.waitlisted_at > '2020-01-01' then
         new.waitlisted_at := '2020-01-01'::timestamptz - (new.waitlisted_at - '2020-01-01'::timestamptz); end if;`,
    ],
    [
      'a place whose time is up stays taken',
      { waitUntil: 20 },
      'registrations',
      `if new.status = 'expired' then return null; end if;`,
    ],
    [
      'a place that is given is not counted',
      {},
      'sessions',
      `new.seats_taken := least(new.seats_taken, old.seats_taken);`,
    ],
    [
      'a place that is given up is not freed',
      { cancel: 20 },
      'sessions',
      `new.seats_taken := greatest(new.seats_taken, old.seats_taken);`,
    ],
    [
      'a move forgets the queue it left',
      { swap: 40, register: 60 },
      'registrations',
      `if new.status = 'offered' then return null; end if;`,
    ],
  ];
  it.each(controls)('%s', { timeout: 300_000 }, async (_, weights, table, body) => {
    await door.sql.unsafe(`
      create function broken() returns trigger language plpgsql as $$ begin ${body} return new; end $$;
      create trigger broken before insert or update on ${table} for each row execute function broken()`);
    const found = await check(weights).finally(() => door.sql`drop function broken cascade`);
    // The door may notice it first, and says so.
    const heard = takeErrors().filter(
      (line) => !line.startsWith('Error: Not every registration could go to'),
    );
    expect([found.failed, heard]).toEqual([true, []]);
  });
});

describe('a model with a rule broken is found out', () => {
  const controls: [string, Weights, Partial<Rules>][] = [
    [
      'a place lapses a millisecond late',
      { waitUntil: 40 },
      { hasLapsed: (one, now) => rules.hasLapsed(one, now - 1) },
    ],
    [
      'an offer is kept for a day, also near the start',
      { setCapacity: 20, confirm: 60, cancel: 20 },
      { offeredUntil: (_, now) => now + 24 * 60 * MINUTE },
    ],
    ['a business may have any number of places', { register: 80, confirm: 80 }, { ofBusiness: () => 0 }],
    ['who did not prove the address is offered a place', { register: 60, cancel: 20 }, { binds: () => true }],
    [
      'an address can be proved for an hour',
      { waitUntil: 40 },
      { provedWithin: ({ startsAt }, now) => Math.min(now + 60 * MINUTE, startsAt) },
    ],
    ['a request sent twice counts twice', { repeat: 40 }, { keepsAnswers: 0 }],
  ];
  // Found after a while, so only by `npm run test:model`.
  const slow: typeof controls = [
    [
      'a place can be given up until the start',
      { cancel: 40, wait: 10 },
      { leavableUntil: (_, { startsAt }) => startsAt },
    ],
    ['what was refused for good stays held', { register: 80, confirm: 40 }, { forGood: [] }],
    ['capacity can be lowered below what is taken', { setCapacity: 40 }, { lowestCapacity: () => 0 }],
    [
      'places that the queue waits for are free',
      { register: 50, confirm: 70, look: 80, waitUntil: 50 },
      { placesFree: (capacity, taken) => capacity - taken },
    ],
  ];
  const asked = process.env.MODEL_RUNS ? [...controls, ...slow] : controls;
  it.each(asked)('%s', { timeout: 300_000 }, async (_, weights, broken) => {
    expect((await check(weights, broken)).failed).toBe(true);
  });

  it('is shown by a sequence of a few commands, that can be run again', { timeout: 300_000 }, async () => {
    const found = await check({ repeat: 20 }, { keepsAnswers: 0 }, true);
    const [, list] = found.counterexample!;
    expect(list.length).toBeLessThanOrEqual(5);
    expect(list.map((command) => command.do)).toContain('repeat');
    expect(fc.defaultReportMessage(found)).toContain(`{ seed: ${seed}, path: "${found.counterexamplePath}"`);
  });
});
