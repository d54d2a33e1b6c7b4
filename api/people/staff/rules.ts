import type { Duty } from '../../language/vocabularies.ts';

export const INVITATION_DAYS = 14;
/** So that nobody's account can be used to mail the world. */
export const MOST_INVITED = 50;

export type Workplace = 'organisation' | 'municipality';

/** What people can do at each kind of workplace, the most first. */
export const dutiesOf = {
  organisation: ['administrator', 'editor', 'door'],
  municipality: ['administrator', 'programme', 'money', 'reader'],
} as const satisfies Record<Workplace, readonly Duty[]>;

export const isDutyOf = (workplace: Workplace, duty: Duty): boolean =>
  (dutiesOf[workplace] as readonly Duty[]).includes(duty);

type Person = { accountId: string; duty: Duty };

/** Whether nobody would be left who may let others in. `to`: what one of them becomes, null who goes. */
export const leavesNobodyInCharge = (people: Person[], accountId: string, to: Duty | null): boolean =>
  people.some((one) => one.duty === 'administrator') &&
  to !== 'administrator' &&
  !people.some((one) => one.accountId !== accountId && one.duty === 'administrator');

type Invitation = { expiresAt: Date; acceptedAt: Date | null; endedAt: Date | null };

export type InvitationState = 'open' | 'expired' | 'accepted' | 'ended';
export function stateOf({ expiresAt, acceptedAt, endedAt }: Invitation, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (endedAt) return 'ended';
  return now < expiresAt ? 'open' : 'expired';
}
