import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { programmeParties } from '../../../db/schema/programmes.ts';
import { signalResponses, signals } from '../../../db/schema/signals.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';

/**
 * What an association does about a signal. From then on the municipality sees the signal with the answer. Throws
 * `not-found` for who does not work for an association that executes the programme.
 */
export async function respond(work: Work<OrganisationActor>, signalId: string, { text }: { text: string }) {
  const { tx, now, actor } = work;
  const [found] = await tx
    .select({ organisationId: programmeParties.organisationId })
    .from(signals)
    .innerJoin(programmeParties, eq(programmeParties.programmeId, signals.programmeId))
    .where(
      and(
        eq(signals.id, signalId),
        eq(programmeParties.role, 'executor'),
        inArray(programmeParties.organisationId, actor.organisationIds),
      ),
    )
    .orderBy(programmeParties.position)
    .limit(1);
  if (!found) throw new Problem('not-found');
  const [made] = await tx
    .insert(signalResponses)
    .values({ signalId, organisationId: found.organisationId, accountId: actor.account.id, text, at: now })
    .returning({ id: signalResponses.id });
  await tx
    .update(signals)
    .set({ municipalityFrom: sql`least(${signals.municipalityFrom}, ${now.toISOString()}::timestamptz)` })
    .where(eq(signals.id, signalId));
  await record(work, { action: 'signal.answered', subjectId: signalId });
  return { id: made!.id };
}
