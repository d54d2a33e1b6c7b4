import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { sessions } from '../../../db/schema/catalogue.ts';
import { refuseClosed } from '../access/gate.ts';
import { changingAs } from '../access/history.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { keepLedger } from '../../places/life/keep-ledger.ts';
import { contributionsOfModules } from '../../money/contributions/queries.ts';
import { Problem } from '../../http/problem.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { refuseUnpublished } from './hold-module.ts';
import { lockOwnOne } from './lock-own.ts';
import { refuseUnapproved } from './organisers.ts';
import { wrongSession } from './rules.ts';

/**
 * Shows a draft to everyone, so that it can be booked. Twice is the same as once. Throws `module-not-published`, `not-open-to-all` with every rule
 * of open access that it would break, `invalid-input` when its times are not possible any more, and `budget-full` when
 * there is no money for what the municipality pays for it: from here on the session has the amount of today. Throws
 * `organisation-not-approved` when one of its organisers takes part no more.
 */
export async function publish(work: Work<OrganisationActor>, sessionId: string) {
  const { tx, now } = work;
  const session = await lockOwnOne(work, sessionId);
  if (session.status === 'scheduled') return;
  if (session.status === 'cancelled') throw new Problem('session-not-changeable');
  await refuseUnapproved(tx, session.id);
  await refuseUnpublished(tx, session.moduleId);
  const contribution = (await contributionsOfModules(tx, [session.moduleId])).get(session.moduleId);
  const taken = {
    status: 'scheduled' as const,
    contributionCents: contribution?.exVatCents ?? null,
    contributionVatCents: contribution?.vatCents ?? 0,
  };
  const published = { ...session, ...taken };
  refuseFields(wrongSession({ ...session, hasVenue: session.venueId !== null }, now));
  await refuseClosed(tx, published);
  await changingAs(work);
  await tx
    .update(sessions)
    .set({ ...taken, changedAt: now })
    .where(eq(sessions.id, session.id));
  await keepLedger(work, published, [], { mustFit: true });
  await record(work, { action: 'session.published', subjectId: session.id });
}
