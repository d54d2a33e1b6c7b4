import { describe, expect, it } from 'vitest';
import type { Weights } from './commands.ts';
import { openDoor } from './door.ts';
import { runSequences, START } from './property.ts';

// `npm run test:model` carries out more.
const RUNS = Number(process.env.MODEL_RUNS ?? 100);

/** What there is more of than usual, and what must have happened for the sequences to show anything. */
const themes: [string, Weights, string[]][] = [
  [
    'places, the queue and offers',
    { register: 45, confirm: 45, cancel: 25, setCapacity: 12 },
    [
      'register: held',
      'register: confirmed',
      'register: waitlist',
      'register: already-registered',
      'register: session-full',
      'confirm held: done',
      'confirm offered: done',
      'confirm waitlisted: done',
      'confirm held: business-has-place',
      'cancel held: done',
      'cancel confirmed: done',
      'cancel offered: done',
      'cancel waitlisted: done',
      'again register: replayed',
    ],
  ],
  [
    'moving to another date',
    { swap: 30, confirm: 20, cancel: 15 },
    [
      'swap held: done',
      'swap held: session-full',
      'swap held: not-found',
      'swap confirmed: done',
      'swap cancelled: registration-ended',
    ],
  ],
  [
    'what organisers change',
    { setCapacity: 20, postpone: 8, cancelSession: 4 },
    [
      'change: done',
      'change: capacity-below-taken',
      'change: session-not-changeable',
      'change: not-found',
      'cancelSession: done',
      'cancelSession: not-found',
      'register: session-cancelled',
    ],
  ],
  [
    'time that passes',
    { waitUntil: 25, wait: 8, tidy: 8, look: 10, confirm: 20, cancel: 20 },
    [
      'register: session-past',
      'register: booking-closed',
      'register: booking-not-open',
      'confirm expired: code-expired',
      'cancel held: registration-ended',
      'cancel confirmed: too-late-to-cancel',
      'tidy',
    ],
  ],
];

// At the same time, each with a portal and a database of its own: while one waits, another goes on.
describe.concurrent(`${RUNS} random sequences each go as in the model`, () => {
  const doors = themes.map(() => openDoor(START));
  it.each(themes.map((theme, n) => [...theme, doors[n]!] as const))(
    '%s',
    { timeout: 900_000 },
    async (_, weights, expected, door) => {
      const seen = new Set<string>();
      const unseen = () => expected.filter((one) => !seen.has(one));
      // What happens is drawn by lot: what has not happened yet is waited for a while longer.
      for (let round = 0; round === 0 || (unseen().length > 0 && round < 12); round++) {
        const tally = await runSequences(await door, RUNS, weights);
        for (const one of tally.keys()) seen.add(one);
      }
      expect(unseen()).toEqual([]);
    },
  );
});
