import { budgetPhases, programmeQuarters } from '../../db/schema/programmes.ts';
import { sessionOrganisers } from '../../db/schema/catalogue.ts';
import type { testApi } from './api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from './fixtures.ts';

type World = Awaited<ReturnType<typeof testApi>>;
type Change = Parameters<typeof makeProgramme>[2];
const DAY = 24 * HOUR;

/**
 * A programme with a phase for the quarter that runs and for the one before it, staff of everyone who has to do with its
 * money, and ways to book and to mark.
 */
export async function moneyWorld(api: World, change: Change = {}) {
  const { db, time, call, signIn } = api;
  const start = time.now;
  const made = await makeProgramme(db, start, { funding: 'perParticipant', ...change });
  const date = (days: number) => new Date(start.getTime() + days * DAY).toISOString().slice(0, 10);
  const [before] = await db
    .insert(programmeQuarters)
    .values({ programmeId: made.programme.id, ordinal: 2, startsOn: date(-99), endsOn: date(-51) })
    .returning();
  const phases = await db
    .insert(budgetPhases)
    .values(
      [made.quarter, before!].map(({ id }) => ({
        quarterId: id,
        ceilingCents: 60_000_00,
        state: 'approved' as const,
      })),
    )
    .returning();
  const cookieOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
    signIn((await makeStaff(db, [role])).email);
  const staff = {
    municipality: await cookieOf({ municipalityId: made.municipality.id }),
    association: await cookieOf({ organisationId: made.association.id }),
    other: await cookieOf({ organisationId: made.otherAssociation.id }),
    funder: await cookieOf({ organisationId: made.funder.id }),
  };
  const slug = made.programme.slug;

  /** A session that can be booked and marked now, or one of the quarter before; given by the first organisation alone. */
  async function session(
    by: 'association' | 'otherAssociation',
    {
      past = false,
      together = false,
      ...change
    }: Parameters<typeof makeSession>[3] & {
      past?: boolean;
      together?: boolean;
    } = {},
  ) {
    const startsAt = past ? new Date(start.getTime() - 60 * DAY) : new Date(start.getTime() + HOUR / 2);
    const row = await makeSession(db, { ...made, association: made[by] }, start, {
      capacity: 100,
      placesPerBusiness: null,
      startsAt,
      ...change,
    });
    const second = by === 'association' ? made.otherAssociation : made.association;
    if (together)
      await db
        .insert(sessionOrganisers)
        .values({ sessionId: row.id, organisationId: second.id, position: 1 });
    return { id: row.id, cookie: by === 'association' ? staff.association : staff.other };
  }
  type Session = Awaited<ReturnType<typeof session>>;

  let person = 0;
  async function book({ id }: Session) {
    const body = { name: 'Noor Jansen', email: `geld${++person}@${slug}.example` };
    const held = await call('POST', `/sessions/${id}/registrations`, { body });
    const registrationId = (held.body as { id: string }).id;
    const code = await api.latestCode(registrationId);
    const answer = await call('POST', `/registrations/${registrationId}/confirmation`, { body: { code } });
    if (answer.status !== 200) throw new Error(`not confirmed: ${answer.status}`);
    return registrationId;
  }
  const mark = ({ id, cookie }: Session, registrationId: string, attendance: string | null) =>
    call('PUT', `/sessions/${id}/attendance`, { cookie, body: { marks: [{ registrationId, attendance }] } });
  async function walkIn({ id, cookie }: Session) {
    const answer = await call('POST', `/sessions/${id}/walk-ins`, {
      cookie,
      body: { name: `Inloper ${++person}`, membership: 'unknown' },
    });
    return (answer.body as { registrationId: string }).registrationId;
  }
  const path = (ordinal = 1) => `/programmes/${slug}/quarters/${ordinal}/settlement`;
  const read = (cookie: string, ordinal = 1) => call('GET', path(ordinal), { cookie });
  /** Two months later, when both quarters are over. */
  async function close(cookie: string | undefined = staff.municipality, ordinal = 1) {
    time.now = new Date(start.getTime() + 60 * DAY);
    const answer = await call('POST', path(ordinal), cookie ? { cookie } : {});
    time.now = start;
    return answer;
  }
  return { ...made, phases, staff, slug, session, book, mark, walkIn, read, close, cookieOf };
}
