import type { Work } from '../../unit-of-work/work.ts';
import type { AccountActor } from '../../http/actor.ts';
import type { StaffChange } from '../../mail/jobs/mail-job.ts';
import { staffOf, type Workplace } from './workplaces.ts';

/** Mails a change to whom it is about and to every administrator, except to who made it. */
export async function tellStaff(
  { tx, actor, mail }: Work<AccountActor>,
  workplace: Workplace,
  { accountId: aboutId, change }: { accountId: string; change: StaffChange },
) {
  const people = await staffOf(tx, workplace);
  const administrators = people.filter(({ duty }) => duty === 'administrator').map((one) => one.accountId);
  const told = new Set([...administrators, aboutId]);
  told.delete(actor.account.id);
  const about = { workplaceId: workplace.id, aboutId, byId: actor.account.id, change };
  await mail(...[...told].map((accountId) => ({ kind: 'staffChanged' as const, accountId, ...about })));
}
