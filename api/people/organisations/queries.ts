import { and, asc, count, desc, eq, inArray, lte, ne } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/open.ts';
import { accounts, invitations } from '../../../db/schema/accounts.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import type { Account, OrganisationActor, StaffActor } from '../../http/actor.ts';
import { id as uuid } from '../../http/contract.ts';
import { Problem } from '../../http/problem.ts';
import { mayTakePart } from './rules.ts';
import { type OrganisationRow, toProfile, toState } from './shapes.ts';

const rows = (db: Reader) =>
  db
    .select({ organisation: organisations, municipality: municipalities })
    .from(organisations)
    .innerJoin(municipalities, eq(municipalities.id, organisations.municipalityId));

/** By id or slug. Of what has ended only its name is left. Throws `not-found`, also for what was never approved. */
export async function publicOrganisation(db: Reader, idOrSlug: string) {
  const which = uuid.safeParse(idOrSlug).success
    ? eq(organisations.id, idOrSlug)
    : eq(organisations.slug, idOrSlug);
  const [found] = await rows(db).where(and(which, inArray(organisations.status, ['approved', 'ended'])));
  if (!found) throw new Problem('not-found');
  const takesPart = mayTakePart(found.organisation);
  const gone = { website: null, logo: null, profile: null, email: null, phone: null };
  return { ...toProfile(found), ...(takesPart ? {} : gone), takesPart };
}

/** What one works for, in order of name. */
export async function ownOrganisations(db: Reader, actor: OrganisationActor) {
  const found = await rows(db)
    .where(inArray(organisations.id, actor.organisationIds))
    .orderBy(asc(organisations.name), asc(organisations.id));
  return found.map(toState);
}

/** The associations and providers of the actor's municipality, in order of name. */
export async function municipalOrganisations(db: Reader, actor: StaffActor) {
  if (actor.municipalityIds.length === 0) throw new Problem('not-allowed');
  const found = await rows(db)
    .where(
      and(
        inArray(organisations.municipalityId, actor.municipalityIds),
        ne(organisations.kind, 'municipality'),
      ),
    )
    .orderBy(asc(organisations.name), asc(organisations.id));
  return withApplicants(db, found);
}

/** One of them, locked. Throws `not-found` for one of another municipality. */
export async function lockMunicipalOrganisation(tx: Tx, actor: StaffActor, id: string) {
  if (actor.municipalityIds.length === 0) throw new Problem('not-allowed');
  const [found] = await tx
    .select()
    .from(organisations)
    .where(
      and(
        eq(organisations.id, id),
        inArray(organisations.municipalityId, actor.municipalityIds),
        ne(organisations.kind, 'municipality'),
      ),
    )
    .for('no key update');
  if (!found) throw new Problem('not-found');
  return found;
}

export async function listedOrganisation(db: Reader, id: string) {
  const [listed] = await withApplicants(db, await rows(db).where(eq(organisations.id, id)));
  return listed!;
}

async function withApplicants(db: Reader, found: OrganisationRow[]) {
  const asking = found.flatMap(({ organisation: { id, status } }) => (status === 'applied' ? id : []));
  const applicants = await applicantsOf(db, asking);
  return found.map((row) => {
    const applicant = applicants.find(({ organisationId }) => organisationId === row.organisation.id);
    return {
      ...toState(row),
      applicant: applicant ? { name: applicant.account.name, email: applicant.account.email } : null,
    };
  });
}

/** What sets an application apart from other invitations: it was over from the start, so only the municipality can accept it. */
const isApplication = lte(invitations.expiresAt, invitations.createdAt);

/** Whose application these organisations are: who asked for a place there for the own address. */
export const applicantsOf = (db: Reader, organisationIds: string[]) =>
  db
    .select({ organisationId: invitations.organisationId, account: accounts })
    .from(invitations)
    .innerJoin(accounts, and(eq(accounts.id, invitations.invitedBy), eq(accounts.email, invitations.email)))
    .where(and(isApplication, inArray(invitations.organisationId, organisationIds)));

const askedBy = ({ id, email }: Account) =>
  and(isApplication, eq(invitations.invitedBy, id), eq(invitations.email, email));

/** How many applications of an account nobody decided on yet. */
export async function openApplications(db: Reader, account: Account) {
  const [open] = await db
    .select({ number: count() })
    .from(organisations)
    .innerJoin(invitations, eq(invitations.organisationId, organisations.id))
    .where(and(askedBy(account), eq(organisations.status, 'applied')));
  return open!.number;
}

export async function ownApplications(db: Reader, account: Account) {
  const [found, places] = await Promise.all([
    rows(db)
      .innerJoin(invitations, eq(invitations.organisationId, organisations.id))
      .where(askedBy(account))
      .orderBy(desc(organisations.createdAt), desc(organisations.id)),
    db
      .select({ id: municipalities.id, name: municipalities.name })
      .from(municipalities)
      .orderBy(asc(municipalities.name)),
  ]);
  return {
    items: found.map((row) => ({ ...toState(row), appliedAt: row.organisation.createdAt.toISOString() })),
    municipalities: places,
  };
}
