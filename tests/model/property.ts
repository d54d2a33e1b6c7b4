import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { brokenInvariants } from '../support/invariants.ts';
import { type Command, commands, KNOWN, PEOPLE, sessionsOf, type Weights } from './commands.ts';
import type { Answered, Call, Client, Door } from './door.ts';
import { lookAtRegistration, lookAtSession } from './look.ts';
import { apply, Model } from './model.ts';
import type { Request } from './requests.ts';
import { find, momentsAhead, requestOf } from './resolve.ts';
import { type Rules, rules as ours } from './rules.ts';
import { inDatabase, inModel } from './seen.ts';
import type { Answer, Session, World } from './world.ts';

/** Just before the night in which Dutch clocks go forward. */
export const START = Date.UTC(2027, 2, 27, 8);

/** How often each command was carried out, and how often each answer was given. */
type Tally = Map<string, number>;

type Sent = { request: Request; call: Call; key: string | undefined; body?: Record<string, unknown> };
export type Play = { door: Door; client: Client; rules: Rules; world: World; sent: Sent[]; tally: Tally };

/**
 * Random sequences of commands, carried out by the portal and by the model: after every command both must look the same,
 * and no invariant may be broken. On a failure fast-check prints seed, path and the shortest sequence that it found;
 * `MODEL_SEED=… MODEL_PATH=…` runs just that again.
 */
export function sequences(
  door: Door,
  given: { weights?: Weights; rules?: Partial<Rules>; maxLength?: number } = {},
) {
  const tally: Tally = new Map();
  const rules = { ...ours, ...given.rules };
  const property = fc.asyncProperty(
    sessionsOf(START),
    commands(given.weights, given.maxLength),
    async (sessions: Session[], list: Command[]) => {
      const play = await begin(door, rules, sessions, tally);
      for (const command of list) await step(play, command);
    },
  );
  return { property, tally };
}

/** Runs so many sequences, and tells what happened in them. */
export async function runSequences(door: Door, numRuns: number, weights: Weights) {
  const { property, tally } = sequences(door, { weights });
  const { MODEL_SEED: seed, MODEL_PATH: path } = process.env;
  await fc.assert(property, { numRuns, ...(seed && { seed: Number(seed) }), ...(path && { path }) });
  return tally;
}

async function begin(door: Door, rules: Rules, sessions: Session[], tally: Tally): Promise<Play> {
  const client = await door.begin(sessions);
  const proved = Array.from({ length: PEOPLE }, (_, n) => n < KNOWN);
  const world: World = { now: START, turns: 0, sessions, registrations: [], letters: [], kept: [], proved };
  return { door, client, rules, world: structuredClone(world), sent: [], tally };
}

async function step(play: Play, command: Command) {
  const { world } = play;
  switch (command.do) {
    case 'wait':
      world.now += command.for;
      return;
    case 'waitUntil': {
      const moment = momentsAhead(world, command.what)[command.nth];
      if (moment !== undefined) world.now = Math.max(world.now, moment + command.offset);
      return;
    }
    case 'tidy': {
      await play.door.everyMinute(world.now);
      const model = new Model(play.rules, world);
      world.sessions.forEach((_, n) => model.settle(n));
      count(play, 'tidy');
      break;
    }
    case 'look':
      await lookAtSession(play, command.session % world.sessions.length);
      await lookAtRegistration(play, find(world, command.which));
      return;
    case 'repeat':
    case 'reuseKey': {
      const sent = play.sent[command.nth % play.sent.length];
      if (!sent) return;
      if (command.do === 'repeat') await carryOut(play, sent, 'again ');
      else await reuseKey(play, sent);
      break;
    }
    default: {
      const request = requestOf(command, world);
      if (!request) return;
      const key = request.key ? randomUUID() : undefined;
      const sent: Sent = { request, call: await play.door.callFor(play.client, request), key };
      if (key) play.sent.push(sent);
      await carryOut(play, sent);
    }
  }
  await compare(play);
  // Nothing happens twice in the same millisecond.
  play.world.now += 1;
}

const isKept = ({ world, rules }: Play, key: string | undefined) =>
  world.kept.some((one) => one.key === key && one.at > world.now - rules.keepsAnswers);

async function carryOut(play: Play, sent: Sent, again = '') {
  const { now, registrations } = play.world;
  const was = 'registration' in sent.request ? ` ${registrations[sent.request.registration]!.status}` : '';
  const replays = isKept(play, sent.key);
  const actual = await play.door.ask(sent.call, now, sent.key);
  if (replays) {
    expect([actual.replayed, actual.body]).toEqual([true, sent.body]);
    return count(play, `${again}${sent.request.ask}: replayed`);
  }
  const { world, answer } = apply(play.rules, play.world, sent.request);
  expectAnswer(play.client, actual, answer, world);
  if (sent.key && 'status' in answer) {
    world.kept.push({ key: sent.key, at: now });
    sent.body = actual.body;
  }
  play.world = world;
  const outcome = 'refusal' in answer ? answer.refusal : String(answer.body.placement ?? 'done');
  count(play, `${again}${sent.request.ask}${was}: ${outcome}`);
}

async function reuseKey(play: Play, { call, key }: Sent) {
  if (!isKept(play, key)) return;
  const other = { ...call, options: { ...call.options, body: { name: 'Iemand anders' } } };
  const actual = await play.door.ask(other, play.world.now, key);
  expect(actual.body.code).toBe('idempotency-key-reused');
  count(play, 'another request with the key: refused');
}

function expectAnswer(client: Client, actual: Answered, expected: Answer, world: World) {
  if ('refusal' in expected) {
    expect({ refusal: actual.body.code, taken: actual.body.taken }).toEqual({
      taken: undefined,
      ...expected,
    });
    return;
  }
  const { about, made, signsIn } = expected;
  const body = expected.body.expiresAt
    ? { ...expected.body, expiresAt: new Date(expected.body.expiresAt as number).toISOString() }
    : expected.body;
  const shown = Object.fromEntries(Object.keys(body).map((name) => [name, actual.body[name]]));
  expect({ status: actual.status, ...shown, code: actual.body.code }).toEqual({
    status: expected.status,
    ...body,
  });
  const id = actual.body.id as string;
  if (made) client.registrations.push(id);
  const known = client.registrations.indexOf(id);
  expect(known).toBe(about ?? -1);
  const session = actual.body.session as { id: string } | undefined;
  if (session && about !== undefined) {
    expect(client.sessions.indexOf(session.id)).toBe(world.registrations[about]!.session);
  }
  if (signsIn !== undefined) client.cookies[signsIn] = actual.cookie;
}

/**
 * Every session as the model has it. The portal may free and offer what has lapsed whenever it comes across it, so where
 * it did so already, the model follows.
 */
async function compare({ door, client, rules, world }: Play) {
  const [stored, broken] = await Promise.all([inDatabase(door.sql, client), brokenInvariants(door.sql)]);
  const model = new Model(rules, world);
  stored.forEach((seen, n) => {
    for (const settle of [() => model.lapse(n), () => model.offer(n)]) {
      if (!isDeepStrictEqual(inModel(world, n), seen)) settle();
    }
  });
  expect(stored).toEqual(stored.map((_, n) => inModel(world, n)));
  expect(broken.map((row) => ({ ...row }))).toEqual([]);
}

function count({ tally }: Play, what: string) {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}
