import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import {
  HOUR,
  makeProgramme,
  makeSession,
  makeStaff,
  type ProgrammeFixture,
  setApart,
} from '../support/fixtures.ts';

const { db, time, call, latestCode, signIn } = await testApi('empty', { worker: false });
let programme: ProgrammeFixture;
const member = 'lid@voorbeeld.example';
const other = 'ander@voorbeeld.example';
let as: Record<string, string>;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now, { funding: 'perParticipant' });
  await setApart(db, programme);
  const staff = await makeStaff(db, [{ organisationId: programme.association.id }]);
  await call('PUT', `/organisations/${programme.association.id}/roster`, {
    cookie: await signIn(staff.email),
    body: { emails: [member] },
  });
  as = { [member]: await signIn(member), [other]: await signIn(other) };
});

const session = (change: Parameters<typeof makeSession>[3]) =>
  makeSession(db, programme, time.now, { capacity: 9, ...change });
const ask = (id: string, email: string, body: object = {}, signedIn = true) =>
  call('POST', `/sessions/${id}/registrations`, {
    body: { name: 'Noor', email, ...body },
    ...(signedIn && { cookie: as[email]! }),
  });
const confirm = async ({ body }: { body: unknown }) => {
  const { id } = body as { id: string };
  return call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
};
const inHours = (hours: number) => new Date(time.now.getTime() + hours * HOUR);

describe('outside programmes for everyone the settings do what they say', () => {
  it('members only: others are refused in words, and a stranger hears it when the address is proved', async () => {
    const { id } = await session({ openToNonMembers: false });
    expect((await ask(id, member)).body).toMatchObject({ placement: 'confirmed' });
    expect(problemIn(await ask(id, other)).code).toBe('members-only');
    const [asMember, asOther] = [
      await session({ openToNonMembers: false }),
      await session({ openToNonMembers: false }),
    ];
    const [first, second] = [
      await ask(asMember.id, member, {}, false),
      await ask(asOther.id, other, {}, false),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await confirm(first)).body).toMatchObject({ status: 'confirmed' });
    expect(problemIn(await confirm(second)).code).toBe('members-only');
  });

  it('a place does not move into a session for members only, or one with a code', async () => {
    const { id, moduleId } = await session({ startsAt: inHours(100) });
    const placed = (await ask(id, other)).body as { id: string };
    const swap = async (to: Parameters<typeof makeSession>[3]) => {
      const { id: sessionId } = await session({ moduleId, ...to });
      return problemIn(
        await call('POST', `/registrations/${placed.id}/swap`, { cookie: as[other]!, body: { sessionId } }),
      ).code;
    };
    expect(await swap({ openToNonMembers: false })).toBe('members-only');
    expect(await swap({ bookingCode: 'geheim' })).toBe('booking-code-wrong');
    expect(await swap({ bookingUrl: 'https://elders.example' })).toBe('booked-elsewhere');
  });

  it('members book earlier, others from the opening', async () => {
    const { id } = await session({ bookingOpensAt: inHours(1), memberBookingOpensAt: inHours(-1) });
    expect((await ask(id, member)).body).toMatchObject({ placement: 'confirmed' });
    expect(problemIn(await ask(id, other)).code).toBe('booking-not-open');
    expect(problemIn(await ask(id, member, {}, false)).code).toBe('booking-not-open');
  });

  it('members pay their own price', async () => {
    const { id } = await session({
      memberContributionCents: 500,
      module: { priceExVatCents: 10_000, ownContributionCents: 2_000 },
    });
    const paid = async (email: string) => {
      const { decision } = (await ask(id, email)).body as {
        decision: { cost: { ownContributionCents: number } };
      };
      return decision.cost.ownContributionCents;
    };
    expect([await paid(member), await paid(other)]).toEqual([500, 2_000]);
  });

  it('a code is asked of everyone, and forgives capitals and spaces', async () => {
    const { id } = await session({ bookingCode: 'Oever 12' });
    expect(problemIn(await ask(id, other)).code).toBe('booking-code-wrong');
    expect(problemIn(await ask(id, other, { bookingCode: 'fout' }, false)).code).toBe('booking-code-wrong');
    expect((await ask(id, 'nieuw@voorbeeld.example', { bookingCode: 'oever12' }, false)).status).toBe(201);
    expect((await ask(id, other, { bookingCode: 'OEVER 12' })).status).toBe(201);
    expect(JSON.stringify((await call('GET', `/sessions/${id}`)).body)).not.toContain('Oever');
  });

  it('a session that is booked elsewhere gives no places here, and says where', async () => {
    const { id } = await session({ bookingUrl: 'https://elders.example/boek' });
    expect(problemIn(await ask(id, other)).code).toBe('booked-elsewhere');
    expect((await call('GET', `/sessions/${id}`)).body).toMatchObject({
      bookingUrl: 'https://elders.example/boek',
    });
  });

  it('a session that is not listed is found with its link only', async () => {
    const { id } = await session({ listed: false });
    expect(JSON.stringify((await call('GET', '/sessions?limit=100')).body)).not.toContain(id);
    expect((await call('GET', `/sessions/${id}`)).status).toBe(200);
  });
});
