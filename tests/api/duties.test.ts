import { beforeAll, describe, expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { type Doors, doorsWorld, requestOf } from '../support/doors.ts';
import { makeStaff } from '../support/fixtures.ts';

const api = await testApi();
const { call, time } = api;

const people = ['programme', 'money', 'reader', 'editor', 'door'] as const;
type Person = (typeof people)[number];

/** Every write of staff, and the reads that not everyone who works there may do: whose duty covers it. */
const expected: Record<string, Person[]> = {
  'POST /me/sessions': ['editor'],
  'POST /me/sessions/{id}/publication': ['editor'],
  'DELETE /me/sessions/{id}': ['editor'],
  'POST /me/sessions/online': ['editor'],
  'POST /me/sessions/back': ['editor'],
  'PATCH /sessions/{id}': ['editor'],
  'POST /sessions/{id}/copies': ['editor'],
  'POST /sessions/{id}/cancellation': ['editor'],
  'POST /organisations/{id}/modules': ['editor'],
  'PATCH /modules/{id}': ['editor'],
  'POST /organisations/{id}/venues': ['editor'],
  'PATCH /venues/{id}': ['editor'],
  'PUT /organisations/{id}/roster': ['editor'],
  'POST /signals/{id}/responses': ['editor'],
  'PUT /sessions/{id}/attendance': ['editor', 'door'],
  'POST /sessions/{id}/walk-ins': ['editor', 'door'],
  'GET /sessions/{id}/attendance': ['editor', 'door'],
  'GET /organisations/{id}/billing': [],
  'PUT /organisations/{id}/billing': [],
  'PUT /organisations/{id}/profile': [],
  'POST /organisations/{id}/ending': ['programme'],
  'POST /programmes': ['programme'],
  'PUT /programmes/{id}/settings': ['programme'],
  'PATCH /programmes/{id}/settings': ['programme'],
  'PUT /programmes/{id}/products': ['programme'],
  'POST /programmes/{id}/rule-sets': ['programme'],
  'POST /programmes/{id}/measures': ['programme'],
  'POST /programmes/{id}/quarters/{ordinal}/evaluations': ['programme'],
  'GET /programmes/{id}/reviews': ['programme'],
  'POST /registrations/{id}/review': ['programme'],
  'POST /programmes/{id}/kvk-number-requests': ['programme'],
  'PUT /programmes/{id}/quarters/{ordinal}/phase': ['money'],
  'DELETE /programmes/{id}/quarters/{ordinal}/phase': ['money'],
  'POST /programmes/{id}/quarters/{ordinal}/phase-changes': ['money'],
  'POST /programmes/{id}/quarters/{ordinal}/phase-changes/{change}/undoing': ['money'],
  'POST /programmes/{id}/quarters/{ordinal}/settlement': ['money'],
  'POST /de-minimis-grants/{id}/registration': ['money'],
  'GET /programmes/{id}/budget': ['programme', 'money', 'reader'],
  'GET /programmes/{id}/settings': ['programme', 'money', 'reader'],
};

let world: Doors;
const cookies = {} as Record<Person, string>;
beforeAll(async () => {
  world = await doorsWorld(api);
  for (const duty of people) {
    const isCity = duty !== 'editor' && duty !== 'door';
    const where = isCity
      ? { municipalityId: world.municipality.id }
      : { organisationId: world.association.id };
    cookies[duty] = await api.signIn((await makeStaff(api.db, [{ ...where, duty }])).email);
  }
});

describe('what a duty does not cover is refused', () => {
  it.each(Object.entries(expected))('%s', async (operation, may) => {
    const isRefused: Record<string, boolean> = {};
    // Who is refused goes first, because some of these end something.
    const order = [...people].sort((a, b) => Number(may.includes(a)) - Number(may.includes(b)));
    for (const duty of order) {
      const { path, body } = requestOf(world, operation, time.now);
      const { status } = await call(operation.split(' ')[0]!, path, {
        cookie: cookies[duty],
        ...(body !== undefined && { body }),
      });
      // 404: of where the duty does not reach, nothing is known.
      isRefused[duty] = status === 403 || status === 404;
    }
    expect(isRefused).toEqual(Object.fromEntries(people.map((duty) => [duty, !may.includes(duty)])));
  });
});
