import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accountRoles, invitations } from '../../../db/schema/accounts.ts';
import { municipalities, signposts } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';

export async function signpostsOf(db: Reader, municipalityIds: string[]) {
  const rows = await db
    .select()
    .from(signposts)
    .where(inArray(signposts.municipalityId, municipalityIds))
    .orderBy(asc(signposts.position));
  return Map.groupBy(rows, ({ municipalityId }) => municipalityId);
}

async function listWhere(db: Reader, where: SQL | undefined) {
  const rows = await db
    .select({
      municipality: municipalities,
      administrators: sql<number>`(select count(*)::int from ${accountRoles}
        where ${accountRoles.municipalityId} = ${municipalities.id} and ${accountRoles.duty} = 'administrator')`,
      invited: sql<number>`(select count(*)::int from ${invitations}
        where ${invitations.municipalityId} = ${municipalities.id}
          and ${invitations.acceptedAt} is null and ${invitations.endedAt} is null)`,
    })
    .from(municipalities)
    .where(where)
    .orderBy(asc(municipalities.name));
  const ways = await signpostsOf(
    db,
    rows.map(({ municipality }) => municipality.id),
  );
  return rows.map(({ municipality: { createdAt: _, ...municipality }, ...counted }) => ({
    ...municipality,
    ...counted,
    signposts: (ways.get(municipality.id) ?? []).map(({ topic, name, text, phone, url }) => ({
      topic,
      name,
      text,
      phone,
      url,
    })),
  }));
}

/** All of them, for an operator of the portal. */
export const listMunicipalities = (db: Reader) => listWhere(db, undefined);

/**
 * One of them, for its own administrators and for operators. Throws `not-allowed` for others who work there and `not-found`
 * for everyone else, as for one that does not exist.
 */
export async function ownMunicipality(db: Reader, { account }: AccountActor, id: string) {
  const roles = await db.select().from(accountRoles).where(eq(accountRoles.accountId, account.id));
  const concerned = roles.filter(({ role, municipalityId }) => role === 'operator' || municipalityId === id);
  if (concerned.length === 0) throw new Problem('not-found');
  if (!concerned.some(({ duty }) => duty === 'administrator')) throw new Problem('not-allowed');
  const [found] = await listWhere(db, eq(municipalities.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}
