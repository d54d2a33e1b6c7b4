import type { Work } from '../../unit-of-work/work.ts';
import { and, eq } from 'drizzle-orm';
import { accountRoles } from '../../../db/schema/accounts.ts';
import type { AccountActor } from '../../http/actor.ts';
import type { Duty } from '../../language/vocabularies.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { Problem } from '../../http/problem.ts';
import { record } from '../../unit-of-work/audit.ts';
import { isDutyOf, leavesNobodyInCharge } from './rules.ts';
import { tellStaff } from './tell-staff.ts';
import { lockOwnWorkplace, lockWorkplace, ofWorkplace, staffOf, workplaceOfOwn } from './workplaces.ts';

/**
 * Gives someone who works there another duty, or none (`to` null): then this person works there no longer. Twice is the same
 * as once. Everyone may go; the rest is for who may change the people there. Throws `last-administrator` when nobody would be left in charge.
 */
export async function changeDuty(
  work: Work<AccountActor>,
  { workplaceId, accountId, to }: { workplaceId: string; accountId: string; to: Duty | null },
) {
  const { tx, actor } = work;
  const isOwnGoing = to === null && accountId === actor.account.id;
  const workplace = isOwnGoing
    ? await workplaceOfOwn(tx, actor, workplaceId)
    : await lockOwnWorkplace(work, workplaceId);
  refuseFields(to && !isDutyOf(workplace.kind, to) ? [{ name: 'duty', code: 'invalid' }] : []);
  if (isOwnGoing) await lockWorkplace(tx, workplace);
  const people = await staffOf(tx, workplace);
  const before = people.find((one) => one.accountId === accountId);
  if (!before) {
    if (to) throw new Problem('not-found');
    return;
  }
  if (before.duty === to) return;
  if (leavesNobodyInCharge(people, accountId, to)) throw new Problem('last-administrator');
  const role = and(ofWorkplace(workplace), eq(accountRoles.accountId, accountId));
  if (to) await tx.update(accountRoles).set({ duty: to }).where(role);
  else await tx.delete(accountRoles).where(role);
  await record(work, {
    action: to ? 'staff.duty-changed' : 'staff.left',
    subjectId: accountId,
    details: { workplace: workplace.id, from: before.duty, ...(to && { to }) },
  });
  await tellStaff(work, workplace, { accountId, change: to ? 'duty' : 'left' });
}
