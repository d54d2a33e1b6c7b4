import { afterAll, describe, expect, it } from 'vitest';
import { sessionOrganisers, sessions as sessionTable } from '../../db/schema/catalogue.ts';
import { tidySessions } from '../../api/mail/jobs/tidy-sessions.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession } from '../support/fixtures.ts';
import { dateOf, momentOf, plusDays } from './amsterdam.ts';

const MINUTE = 60_000;
const DAY = 24 * HOUR;
const CAPACITY = 500;
const { db, sql, deps, time, config, call, latestCode, prove, signIn } = await testApi('empty', {
  worker: false,
});

/** A zone that the server may stand in, and its minutes behind UTC in January and July. */
const zones = { UTC: [0, 0], 'America/Los_Angeles': [480, 420], 'Pacific/Auckland': [-780, -720] } as const;
const nights = { 'the night of 23 hours': '2027-03-28', 'the night of 25 hours': '2027-10-31' };
const tz = process.env.TZ;
afterAll(() => {
  if (tz === undefined) delete process.env.TZ;
  else process.env.TZ = tz;
});

type Planned = { id: string; startsAt: number; opensAt: number; closesAt: number; deadline: number };
type Placed = { id: string; placement: string; expiresAt?: string; payer: string };
type Shown = { id: string; booking: string; placesLeft: number };
const iso = (moment: number) => new Date(moment).toISOString();
const linkOf = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });
let person = 0;
const book = async (sessionId: string, email = `uur${++person}@voorbeeld.example`, cookie?: string) =>
  (
    await call('POST', `/sessions/${sessionId}/registrations`, {
      body: { name: 'Noor Jansen', email },
      ...(cookie && { cookie }),
    })
  ).body as Placed;
const at = (moment: number) => void (time.now = new Date(moment));

/** Thirty days around a night, three sessions a day, and another session with a queue that outlasts them. */
async function thirtyDays(night: string) {
  const start = momentOf(plusDays(night, -15), '10:00');
  at(start);
  const programme = await makeProgramme(db, time.now, { startsOn: night, endsOn: plusDays(night, 3) });
  const { id: _, ...likeness } = await makeSession(db, programme, time.now, { status: 'draft' });
  const planned = Array.from({ length: 31 }, (_, n) => plusDays(night, n - 15)).flatMap((date) =>
    ['00:30', '10:00', '23:30'].map((clock) => {
      const startsAt = momentOf(date, clock);
      const notice = clock === '23:30' ? DAY : 0;
      const closes = clock === '10:00' ? momentOf(plusDays(date, -1), '17:00') : startsAt;
      const deadline = clock === '10:00' ? 2 * DAY : 0;
      return { startsAt, notice, closes, deadline, opensAt: momentOf(plusDays(date, -7), '00:00') };
    }),
  );
  const rows = await db
    .insert(sessionTable)
    .values(
      planned.map((one) => ({
        ...likeness,
        status: 'scheduled' as const,
        startsAt: new Date(one.startsAt),
        endsAt: new Date(one.startsAt + 2 * HOUR),
        bookingOpensAt: new Date(one.opensAt),
        bookingClosesAt: new Date(one.closes),
        minimumNoticeMinutes: one.notice / MINUTE,
        cancellationDeadlineMinutes: one.deadline / MINUTE,
        capacity: CAPACITY,
      })),
    )
    .returning({ id: sessionTable.id });
  const organisationId = programme.association.id;
  await db
    .insert(sessionOrganisers)
    .values(rows.map(({ id }) => ({ sessionId: id, organisationId, position: 0 })));
  const sessions = planned.map((one, n): Planned => {
    const closesAt = Math.min(one.closes, one.startsAt - one.notice);
    return {
      id: rows[n]!.id,
      startsAt: one.startsAt,
      opensAt: one.opensAt,
      deadline: one.deadline,
      closesAt,
    };
  });
  return { start, slug: programme.programme.slug, sessions, startsOn: night, endsOn: plusDays(night, 3) };
}

/** Every eleven hours, so that the clock shows another hour each time; every half hour in the night; and each exact end. */
function stepsOf({ start, sessions, startsOn }: Awaited<ReturnType<typeof thirtyDays>>) {
  const days = Array.from({ length: Math.floor((30 * 24) / 11) }, (_, n) => start + n * 11 * HOUR);
  const night = Array.from({ length: 17 }, (_, n) => momentOf(startsOn, '00:00') + (n - 2) * 30 * MINUTE);
  const ends = sessions
    .filter(({ startsAt }) => dateOf(startsAt) === startsOn)
    .flatMap((one) => [one.opensAt, one.closesAt, one.startsAt - one.deadline, one.startsAt])
    .flatMap((moment) => [moment - 1, moment]);
  return [...new Set([...days, ...night, ...ends])].sort((a, b) => a - b);
}

describe.each(Object.entries(zones))('a server in %s', (zone, offsets) => {
  it.each(Object.entries(nights))('thirty days around %s', { timeout: 300_000 }, async (_, night) => {
    process.env.TZ = zone;
    expect([0, 6].map((month) => new Date(2027, month, 1).getTimezoneOffset())).toEqual([...offsets]);
    const month = await thirtyDays(night);
    const offers = await queueUp(month.start, plusDays(night, 17));
    const email = `vast${++person}@voorbeeld.example`;
    const cookie = await signIn(email);
    const holds: { session: string; until: number }[] = [];
    const mine = new Map<string, Planned>();

    for (const now of stepsOf(month)) {
      at(now);
      const where = { now: iso(now), zone };
      await tidySessions(deps);
      await offers.expectAt(now);

      // Booking windows and minimum notice, and holds that end.
      const ahead = month.sessions.filter(({ startsAt }) => startsAt >= now).slice(0, 30);
      const listed = await call('GET', `/sessions?programme=${month.slug}&limit=30`);
      const shown = (listed.body as { items: Shown[] }).items;
      expect({
        ...where,
        shown: shown.map(({ id, booking, placesLeft }) => ({ id, booking, placesLeft })),
      }).toEqual({
        ...where,
        shown: ahead.map((one) => {
          const held = holds.filter(({ session, until }) => session === one.id && until > now).length;
          const placesLeft = CAPACITY - held - (mine.has(one.id) ? 1 : 0);
          return { id: one.id, booking: bookingOf(one, now), placesLeft };
        }),
      });

      // The agenda of a Dutch day.
      const today = dateOf(now);
      const agenda = await call('GET', `/sessions?programme=${month.slug}&from=${today}&until=${today}`);
      expect({ ...where, ids: (agenda.body as { items: Shown[] }).items.map(({ id }) => id) }).toEqual({
        ...where,
        ids: month.sessions.filter(({ startsAt }) => dateOf(startsAt) === today).map(({ id }) => id),
      });

      // Until when a place can be cancelled.
      const { body } = await call('GET', '/me/registrations', { cookie });
      const own = (
        body as { items: { session: { id: string }; cancellable: boolean; cancellableUntil: string }[] }
      ).items;
      for (const { session, cancellable, cancellableUntil } of own) {
        const { startsAt, deadline } = mine.get(session.id)!;
        const until = startsAt - deadline;
        expect({ ...where, cancellable, cancellableUntil }).toEqual({
          ...where,
          cancellable: now < until,
          cancellableUntil: iso(until),
        });
      }
      expect(own).toHaveLength(mine.size);

      // A certain place and a held one, in the first session that is open; the programme pays on its own Dutch dates.
      const open = month.sessions.find((one) => bookingOf(one, now) === 'open' && !mine.has(one.id));
      if (!open) continue;
      const day = dateOf(open.startsAt);
      const payer = month.startsOn <= day && day <= month.endsOn ? 'municipality' : 'entrepreneur';
      expect(await book(open.id, email, cookie)).toMatchObject({ placement: 'confirmed', payer });
      mine.set(open.id, open);
      const until = Math.min(now + 30 * MINUTE, open.startsAt);
      expect(await book(open.id)).toMatchObject({ placement: 'held', payer, expiresAt: iso(until) });
      holds.push({ session: open.id, until });
    }
    expect(holds.length).toBeGreaterThan(50);
    expect(offers.made()).toBeGreaterThan(15);
  });
});

function bookingOf(one: Planned, now: number) {
  if (one.startsAt <= now) return 'past';
  if (now < one.opensAt) return 'not-open';
  return one.closesAt <= now ? 'closed' : 'open';
}

/** One place and a queue: whoever lets an offer lapse makes room for the next, a day each, half of what is left at the end. */
async function queueUp(start: number, date: string) {
  const startsAt = momentOf(date, '10:00');
  at(start);
  const programme = await makeProgramme(db, time.now);
  const { id } = await makeSession(db, programme, time.now, { capacity: 1, startsAt: new Date(startsAt) });
  const first = await book(id);
  const code = await latestCode(first.id);
  await call('POST', `/registrations/${first.id}/confirmation`, { body: { code } });
  const queue: string[] = [];
  for (let n = 0; n < 26; n += 1) {
    const { id: waiting } = await book(id);
    expect((await prove(waiting)).status).toBe(200);
    queue.push(waiting);
  }
  await call('POST', `/registrations/${first.id}/cancellation`, { headers: linkOf(first.id) });
  const untilFrom = (now: number) => Math.min(now + DAY, now + Math.ceil((startsAt - now) / 2));
  let turn = 0;
  let until = untilFrom(start);

  async function expectAt(now: number) {
    if (until <= now) {
      turn += 1;
      until = untilFrom(now);
    }
    const rows = await sql<{ id: string; status: string; until: Date | null }[]>`
      select id, status, expires_at as until from registrations where id = any(${queue}) order by waitlisted_at`;
    expect({ now: iso(now), rows: [...rows] }).toEqual({
      now: iso(now),
      rows: queue.map((one, n) => ({
        id: one,
        status: n < turn ? 'expired' : n === turn ? 'offered' : 'waitlisted',
        until: n === turn ? new Date(until) : null,
      })),
    });
  }
  return { expectAt, made: () => turn + 1 };
}
