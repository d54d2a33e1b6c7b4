import { eq, or, type SQL } from 'drizzle-orm';
import { accountRoles } from '../../../db/schema/accounts.ts';
import type { StaffActor } from '../../http/actor.ts';
import { covers } from '../../http/duties.rules.ts';
import type { ModuleJob } from '../../mail/jobs/mail-job.ts';
import type { Work } from '../../unit-of-work/work.ts';
import type { findOwnModule } from './queries.ts';
import type { Step } from './rules.ts';

type About = Pick<Awaited<ReturnType<typeof findOwnModule>>, 'module' | 'organisation' | 'programme'>;

/**
 * Mails a step to the other side: a submitted module to who reviews for the municipality, what was decided to who offers
 * it. Never to who took the step.
 */
export async function tellOfStep(work: Work<StaffActor>, step: Step, about: About) {
  const { module, organisation, programme } = about;
  if (step === 'submit') {
    const reviewers = eq(accountRoles.municipalityId, programme.municipalityId);
    await tell(work, reviewers, (accountId) => ({ kind: 'moduleSubmitted', moduleId: module.id, accountId }));
  }
  if (step === 'approve' || step === 'send-back') {
    const editors = or(
      eq(accountRoles.organisationId, organisation.id),
      // Of a municipality's own module: whoever makes them there.
      organisation.kind === 'municipality'
        ? eq(accountRoles.municipalityId, organisation.municipalityId)
        : undefined,
    );
    await tell(work, editors, (accountId) => ({
      kind: 'moduleDecided',
      moduleId: module.id,
      accountId,
      step,
    }));
  }
}

async function tell(
  { tx, actor, mail }: Work<StaffActor>,
  which: SQL | undefined,
  job: (accountId: string) => ModuleJob,
) {
  const roles = await tx.select().from(accountRoles).where(which);
  const told = new Set(
    roles.flatMap(({ accountId, organisationId, duty }) =>
      covers(duty, organisationId ? 'editor' : 'programme') ? accountId : [],
    ),
  );
  told.delete(actor.account.id);
  await mail(...[...told].map(job));
}
