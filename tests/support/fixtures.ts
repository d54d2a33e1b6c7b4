import type { Db } from '../../db/open.ts';
import { accountRoles, accounts } from '../../db/schema/accounts.ts';
import { modules, sessionOrganisers, sessions, venues } from '../../db/schema/catalogue.ts';
import { municipalities, organisations } from '../../db/schema/organisations.ts';
import {
  budgetPhases,
  programmeParties,
  programmeQuarters,
  programmes,
  quarterTargets,
  ruleSets,
} from '../../db/schema/programmes.ts';

let count = 0;
const next = () => ++count;

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A municipality with two associations and a programme of one quarter around `now`, open to book. */
export async function makeProgramme(db: Db, now: Date, change: Partial<typeof programmes.$inferInsert> = {}) {
  const n = next();
  const one = async <T>(rows: Promise<T[]>) => (await rows)[0]!;
  const municipality = await one(
    db
      .insert(municipalities)
      .values({ slug: `gemeente-${n}`, name: `Gemeente ${n}`, cbsCode: String(1000 + n) })
      .returning(),
  );
  const organisation = (name: string, kind: 'association' | 'municipality') =>
    one(
      db
        .insert(organisations)
        .values({
          municipalityId: municipality.id,
          kind,
          slug: `${name}-${n}`,
          name: `${name} ${n}`,
          shortName: name,
        })
        .returning(),
    );
  const funder = await organisation('gemeente', 'municipality');
  const association = await organisation('eerste', 'association');
  const otherAssociation = await organisation('tweede', 'association');
  const date = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const programme = await one(
    db
      .insert(programmes)
      .values({
        municipalityId: municipality.id,
        slug: `programma-${n}`,
        name: `Programma ${n}`,
        status: 'running',
        startsOn: date(-100),
        endsOn: date(200),
        creditLine: 'Mogelijk gemaakt door de gemeente',
        funding: 'perSession',
        ...change,
      })
      .returning(),
  );
  const parties = [funder, association, otherAssociation];
  await db.insert(programmeParties).values(
    parties.map((party, position) => ({
      programmeId: programme.id,
      organisationId: party.id,
      role: position === 0 ? ('funder' as const) : ('executor' as const),
      position,
    })),
  );
  const quarter = await one(
    db
      .insert(programmeQuarters)
      .values({ programmeId: programme.id, ordinal: 1, startsOn: date(-50), endsOn: date(50) })
      .returning(),
  );
  await db
    .insert(quarterTargets)
    .values({ quarterId: quarter.id, targetGroup: 'knowledgeAndCoaching', minSessions: 8, maxSessions: 12 });
  await db.insert(ruleSets).values({
    programmeId: programme.id,
    version: 1,
    validFrom: date(-100),
    rules: [{ kind: 'programmeRunning' }, { kind: 'kvkNumber', required: false }],
  });
  return { municipality, funder, association, otherAssociation, programme, quarter };
}
/** Money for the quarter of the fixture: without it the municipality promises nothing. */
export const setApart = (db: Db, { quarter }: { quarter: { id: string } }, ceilingCents = 1_000_000_00) =>
  db.insert(budgetPhases).values({ quarterId: quarter.id, ceilingCents, state: 'approved' });

export type ProgrammeFixture = Awaited<ReturnType<typeof makeProgramme>>;

/** A session of a new module, two days ahead, with two places. */
export async function makeSession(
  db: Db,
  { programme, association }: ProgrammeFixture,
  now: Date,
  change: Partial<typeof sessions.$inferInsert> & { module?: Partial<typeof modules.$inferInsert> } = {},
) {
  const n = next();
  const { module: moduleChange, ...sessionChange } = change;
  const [venue] = await db
    .insert(venues)
    .values({ name: 'Raadhuis', street: 'Laan 1', postcode: '1182 JR', city: 'Amstelveen' })
    .returning();
  const [module] = await db
    .insert(modules)
    .values({
      programmeId: programme.id,
      organisationId: association.id,
      slug: `module-${n}`,
      kind: 'workshop',
      topic: 'financing',
      title: `Grip op uw geld ${n}`,
      summary: 'Wat komt er binnen en wat gaat eruit.',
      description: 'U neemt uw cijfers mee.',
      durationMinutes: 120,
      ...moduleChange,
    })
    .returning();
  const startsAt = sessionChange.startsAt ?? new Date(now.getTime() + 2 * DAY);
  const [session] = await db
    .insert(sessions)
    .values({
      moduleId: module!.id,
      status: 'scheduled',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR),
      deliveryMode: 'onLocation',
      venueId: venue!.id,
      capacity: 2,
      bookingOpensAt: new Date(startsAt.getTime() - 60 * DAY),
      bookingClosesAt: startsAt,
      ...sessionChange,
    })
    .returning();
  await db
    .insert(sessionOrganisers)
    .values({ sessionId: session!.id, organisationId: association.id, position: 0 });
  return session!;
}

/** An account with staff roles. */
export async function makeStaff(
  db: Db,
  roles: {
    organisationId?: string;
    municipalityId?: string;
    operator?: true;
    duty?: (typeof accountRoles.$inferInsert)['duty'];
  }[],
) {
  const [account] = await db
    .insert(accounts)
    .values({ email: `staf${next()}@opkoers.example`, name: 'Medewerker' })
    .returning();
  await db.insert(accountRoles).values(
    roles.map(({ operator, ...role }) => ({
      accountId: account!.id,
      role: operator
        ? ('operator' as const)
        : role.organisationId
          ? ('organisation' as const)
          : ('municipality' as const),
      ...role,
    })),
  );
  return account!;
}
