import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { programmeQuarters } from '../../../db/schema/programmes.ts';

/** Which entries: all of a programme, or those of sessions that organisations give. */
export const ofProgramme = (programmeId: string) => eq(ledgerEntries.programmeId, programmeId);
export const ofOrganisers = (db: Reader, organisationIds: string[]) =>
  inArray(
    ledgerEntries.sessionId,
    db
      .select({ id: sessionOrganisers.sessionId })
      .from(sessionOrganisers)
      .where(inArray(sessionOrganisers.organisationId, organisationIds)),
  );

/** The quarter of a phase, and without one that of the local start date of the session. */
export const quarterOf = (phaseQuarterId: SQL | { getSQL(): SQL }) =>
  and(
    sql`${programmeQuarters.id} = coalesce(${phaseQuarterId}, ${programmeQuarters.id})`,
    sql`(${phaseQuarterId} is not null or (${sessions.startsAt} at time zone 'Europe/Amsterdam')::date
      between ${programmeQuarters.startsOn} and ${programmeQuarters.endsOn})`,
  );

/** Who the money of a session is owed to: its first organiser. Several organisers divide it among themselves. */
export const owedTo = sql<string>`(select so.organisation_id from ${sessionOrganisers} so
  where so.session_id = ${sessions.id} order by so.position, so.organisation_id limit 1)`;
