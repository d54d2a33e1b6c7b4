import { and, eq } from 'drizzle-orm';
import { challenges } from '../../../db/schema/challenges.ts';
import { type Challenge, checkCode, countAttempt, findByToken } from '../../people/accounts/challenge.ts';
import type { AccountActor, Anonymous } from '../../http/actor.ts';
import { anonymous, inWork } from '../../unit-of-work/work.ts';
import type { Deps } from '../../deps.ts';
import { Problem } from '../../http/problem.ts';
import { manageToken, sameToken } from '../../unit-of-work/secrets.ts';
import { getRegistration } from './queries.ts';

export type RegistrationChallenge = Challenge & { registrationId: string };

/** The registration, for its owner or for who holds its link. Others are told that it does not exist. */
export async function provedRegistration(
  { db, config }: Deps,
  actor: Anonymous | AccountActor,
  id: string,
  token: string | undefined,
) {
  const { row, accountId } = await getRegistration(db, id);
  const owns = actor.kind === 'account' && actor.account.id === accountId;
  const holdsLink =
    token !== undefined && sameToken(token, manageToken(config.secret, row.id, row.linkVersion));
  if (!owns && !holdsLink) throw new Problem('not-found');
  return row;
}

/** The challenge that a link was made from. Changes nothing: mail scanners open every link. Throws `code-expired`. */
export async function challengeOfLink(deps: Deps, token: string, now: Date) {
  const challenge = await inWork(deps, { actor: anonymous, now }, (work) =>
    findByToken(work, 'confirmRegistration', token),
  );
  return challenge as RegistrationChallenge;
}

/** The challenge of a registration that this is the code of. Throws what `countAttempt` and `checkCode` throw. */
export async function challengeOfCode(deps: Deps, registrationId: string, code: string, now: Date) {
  const which = and(
    eq(challenges.registrationId, registrationId),
    eq(challenges.purpose, 'confirmRegistration'),
  );
  const open = await inWork(deps, { actor: anonymous, now }, (work) => countAttempt(work, which));
  return checkCode(deps.config.secret, open, code) as RegistrationChallenge;
}
