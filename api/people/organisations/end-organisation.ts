import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessionOrganisers, sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { localDate } from '../../language/time.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { lockMunicipalOrganisation } from './queries.ts';
import { faultsOfEnding, mayTakePart } from './rules.ts';

/**
 * An organisation takes part no more: what it did stays. Throws `invalid-input` with what stands in the way, and
 * `organisation-not-approved`. Under the lock that whoever publishes a session or makes it a party also takes.
 */
export async function endOrganisation(work: Work<StaffActor>, id: string) {
  const { tx, now, actor } = work;
  const organisation = await lockMunicipalOrganisation(tx, actor, id);
  if (!mayTakePart(organisation)) throw new Problem('organisation-not-approved');
  refuseFields(
    faultsOfEnding({
      programmes: await runningWith(tx, id),
      sessions: await comingSessions(tx, id, now),
    }),
  );
  await tx.update(organisations).set({ status: 'ended', statusAt: now }).where(eq(organisations.id, id));
  await record(work, { action: 'organisation.ended', subjectId: id });
}

async function runningWith(db: Reader, organisationId: string) {
  const found = await db
    .select({ name: programmes.name })
    .from(programmeParties)
    .innerJoin(programmes, eq(programmes.id, programmeParties.programmeId))
    .where(and(eq(programmeParties.organisationId, organisationId), eq(programmes.status, 'running')))
    .orderBy(asc(programmes.name));
  return found.map(({ name }) => name);
}

async function comingSessions(db: Reader, organisationId: string, now: Date) {
  const found = await db
    .select({ title: modules.title, startsAt: sessions.startsAt })
    .from(sessionOrganisers)
    .innerJoin(sessions, eq(sessions.id, sessionOrganisers.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .where(
      and(
        eq(sessionOrganisers.organisationId, organisationId),
        eq(sessions.status, 'scheduled'),
        gt(sessions.endsAt, now),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));
  return found.map(({ title, startsAt }) => `${title} (${localDate(startsAt)})`);
}
