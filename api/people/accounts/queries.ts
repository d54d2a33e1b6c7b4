import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Reader } from '../../../db/open.ts';
import { accountRoles } from '../../../db/schema/accounts.ts';
import { municipalities, organisations } from '../../../db/schema/organisations.ts';
import type { Account } from '../../http/actor.ts';

/** Whether an account works for an organisation, a municipality or the portal. */
export async function isStaff(db: Reader, accountId: string) {
  const found = await db
    .select({ id: accountRoles.id })
    .from(accountRoles)
    .where(eq(accountRoles.accountId, accountId))
    .limit(1);
  return found.length > 0;
}

export async function describeMe(db: Reader, account: Account) {
  const standIn = alias(organisations, 'stand_in');
  const rows = await db
    .select({
      role: accountRoles.role,
      duty: accountRoles.duty,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        shortName: organisations.shortName,
        kind: organisations.kind,
      },
      municipality: { id: municipalities.id, name: municipalities.name },
      standIn: { id: standIn.id, name: standIn.name },
    })
    .from(accountRoles)
    .leftJoin(organisations, eq(organisations.id, accountRoles.organisationId))
    .leftJoin(municipalities, eq(municipalities.id, accountRoles.municipalityId))
    .leftJoin(standIn, and(eq(standIn.municipalityId, municipalities.id), eq(standIn.kind, 'municipality')))
    .where(eq(accountRoles.accountId, account.id));
  const roles = rows.map(({ standIn: organisation, municipality, ...role }) => ({
    ...role,
    municipality: municipality && { ...municipality, organisation: organisation! },
  }));
  return { id: account.id, name: account.name, email: account.email, locale: account.locale, roles };
}
