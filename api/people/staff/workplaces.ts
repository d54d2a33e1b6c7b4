import { asc, eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/open.ts';
import { accountRoles, accounts } from '../../../db/schema/accounts.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { Workplace as Kind } from './rules.ts';

/** `isOpen`: people can be asked to work there. */
export type Workplace = { id: string; kind: Kind; name: string; municipalityId: string; isOpen: boolean };

/** An organisation or municipality that people work for, by its id; null when there is none. */
export async function findWorkplace(db: Reader, id: string): Promise<Workplace | null> {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.id, id));
  if (organisation) {
    const { name, municipalityId, status } = organisation;
    return { id, kind: 'organisation', name, municipalityId, isOpen: status === 'approved' };
  }
  const [municipality] = await db.select().from(municipalities).where(eq(municipalities.id, id));
  return municipality
    ? { id, kind: 'municipality', name: municipality.name, municipalityId: id, isOpen: true }
    : null;
}

/** As `findWorkplace`, one change of its staff at a time. */
export async function lockWorkplace(tx: Tx, { id, kind }: Workplace) {
  const table = kind === 'organisation' ? organisations : municipalities;
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for('no key update');
}

export const ofWorkplace = ({ id, kind }: Pick<Workplace, 'id' | 'kind'>) =>
  eq(kind === 'organisation' ? accountRoles.organisationId : accountRoles.municipalityId, id);

/** Everyone who works there, in the order in which they came. */
export const staffOf = (db: Reader, workplace: Pick<Workplace, 'id' | 'kind'>) =>
  db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      email: accounts.email,
      duty: accountRoles.duty,
      since: accountRoles.createdAt,
    })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.accountId))
    .where(ofWorkplace(workplace))
    .orderBy(asc(accountRoles.createdAt), asc(accounts.email));

/**
 * A workplace whose people the actor may change: its administrators may, for an organisation those of its municipality too,
 * and for a municipality the operators of the portal. Throws `not-allowed` for others who work there, and `not-found` for
 * everyone else, as for one that does not exist.
 */
export async function ownWorkplace(db: Reader, { account }: AccountActor, id: string): Promise<Workplace> {
  const workplace = await findWorkplace(db, id);
  if (!workplace) throw new Problem('not-found');
  const roles = await db.select().from(accountRoles).where(eq(accountRoles.accountId, account.id));
  const concerned = roles.filter(
    ({ role, organisationId, municipalityId }) =>
      organisationId === id ||
      municipalityId === workplace.municipalityId ||
      (role === 'operator' && workplace.kind === 'municipality'),
  );
  if (concerned.length === 0) throw new Problem('not-found');
  if (!concerned.some(({ duty }) => duty === 'administrator')) throw new Problem('not-allowed');
  return workplace;
}

/**
 * As `ownWorkplace`, with one change of its people at a time. Judged under the lock: whoever lost the right while waiting for
 * it has it no longer.
 */
export async function lockOwnWorkplace({ tx, actor }: Work<AccountActor>, id: string): Promise<Workplace> {
  await lockWorkplace(tx, await ownWorkplace(tx, actor, id));
  return ownWorkplace(tx, actor, id);
}

/** A workplace where the actor works, whatever the duty. Throws `not-found` for everyone else. */
export async function workplaceOfOwn(db: Reader, { account }: AccountActor, id: string): Promise<Workplace> {
  const workplace = await findWorkplace(db, id);
  const works = workplace && (await staffOf(db, workplace)).some((one) => one.accountId === account.id);
  if (!works) throw new Problem('not-found');
  return workplace;
}
