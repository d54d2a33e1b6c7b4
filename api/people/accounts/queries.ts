import { eq } from 'drizzle-orm';
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
    })
    .from(accountRoles)
    .leftJoin(organisations, eq(organisations.id, accountRoles.organisationId))
    .leftJoin(municipalities, eq(municipalities.id, accountRoles.municipalityId))
    .where(eq(accountRoles.accountId, account.id));
  return { id: account.id, name: account.name, email: account.email, locale: account.locale, roles: rows };
}
