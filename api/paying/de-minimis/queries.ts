import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import { and, asc, eq, gte, isNull, ne, or } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { deMinimisGrants } from '../../../db/schema/de-minimis.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import type { StaffActor } from '../../http/actor.ts';
import { localDate } from '../../language/time.ts';
import { stateOf, windowStart } from './rules.ts';

const rank = { overdue: 0, open: 1, registered: 2, withdrawn: 3 };

/** The register of one programme, what is late first. For its municipality; others hear `not-found`. */
export async function listGrants(db: Reader, actor: StaffActor, idOrSlug: string, now: Date) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const rows = await db
    .select({ grant: deMinimisGrants, name: registrations.name })
    .from(deMinimisGrants)
    .innerJoin(registrations, eq(registrations.id, deMinimisGrants.registrationId))
    .where(eq(deMinimisGrants.programmeId, programme.id))
    .orderBy(asc(deMinimisGrants.registerBefore), asc(deMinimisGrants.id));
  const items = rows.map(({ grant, name }) => ({
    id: grant.id,
    registrationId: grant.registrationId,
    name,
    kvkNumber: grant.kvkNumber,
    cents: grant.cents,
    grantedOn: grant.grantedOn,
    registerBefore: grant.registerBefore,
    registeredOn: grant.registeredOn,
    registerReference: grant.registerReference,
    withdrawnOn: grant.withdrawnOn,
    state: stateOf(grant, localDate(now)),
  }));
  return { deMinimis: programme.deMinimis, items: items.sort((a, b) => rank[a.state] - rank[b.state]) };
}

/** What we granted to this person, or to the business with this number, in the three years up to `today`, in any programme. */
export async function grantsOf(
  db: Reader,
  asker: { id: string; entrepreneurId: string; kvkNumber: string | null },
  today: string,
) {
  const isTheirs = eq(deMinimisGrants.entrepreneurId, asker.entrepreneurId);
  return db
    .select({ cents: deMinimisGrants.cents, on: deMinimisGrants.grantedOn })
    .from(deMinimisGrants)
    .where(
      and(
        asker.kvkNumber === null ? isTheirs : or(isTheirs, eq(deMinimisGrants.kvkNumber, asker.kvkNumber)),
        ne(deMinimisGrants.registrationId, asker.id),
        isNull(deMinimisGrants.withdrawnOn),
        gte(deMinimisGrants.grantedOn, windowStart(today)),
      ),
    )
    .orderBy(asc(deMinimisGrants.grantedOn), asc(deMinimisGrants.id));
}
