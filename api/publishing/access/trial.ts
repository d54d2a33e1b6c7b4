import { anonymous, by, inWork, type Work } from '../../unit-of-work/work.ts';
import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { rosterEntries } from '../../../db/schema/memberships.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import type { AccountActor, Anonymous } from '../../http/actor.ts';
import type { Deps } from '../../deps.ts';
import type { MailJob } from '../../mail/jobs/mail-job.ts';
import { associationsOf } from '../../places/memberships/record.ts';
import { Problem, type ProblemCode } from '../../http/problem.ts';
import { confirm } from '../../places/registrations/confirm.ts';
import type { RegistrationChallenge } from '../../places/registrations/proof.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { register } from '../../places/registrations/register.ts';
import { rosterHash } from '../../unit-of-work/secrets.ts';
import { isSameForBoth, type Trial, type Trials } from './rules.ts';

type Way = 'byMail' | 'signedIn';
/** What someone who books may meet. Any other refusal is a fault of the trial, and nothing that it found counts. */
const MET: readonly ProblemCode[] = [
  'session-past',
  'session-cancelled',
  'booking-not-open',
  'booking-closed',
  'session-full',
  'business-has-place',
  'places-reserved',
  'members-only',
  'booking-code-wrong',
  'booked-elsewhere',
  'place-lapsed',
];
const TRIES = 3;

/** Thrown to roll back all that a trial did: no savepoints, and every lock is gone. */
class Undone extends Error {}

/**
 * What a known member and someone who is none meet when they book this session now: through the code that books, in
 * transactions that are rolled back, and without a mail. Someone real may be ahead in between, so that a difference is
 * looked at again.
 */
export async function tryBoth(
  deps: Pick<Deps, 'db' | 'config'>,
  session: { id: string; reserving: boolean },
  now: Date,
): Promise<Trials> {
  let trials: Trials;
  let tries = 0;
  do {
    const [member, nonMember] = [
      await tryAs(deps, session.id, true, now),
      await tryAs(deps, session.id, false, now),
    ];
    trials = { member, nonMember, reserving: session.reserving };
    tries += 1;
  } while (!isSameForBoth(trials) && tries < TRIES);
  return trials;
}

async function tryAs(
  deps: Pick<Deps, 'db' | 'config'>,
  sessionId: string,
  isMember: boolean,
  now: Date,
): Promise<Trial> {
  const trial: Trial = { answers: [], mails: [], cents: null };
  for (const way of ['byMail', 'signedIn'] as const) {
    const jobs: MailJob[] = [];
    const enqueueMail = async (_tx: Tx, ...mails: MailJob[]) => void jobs.push(...mails);
    const undone = inWork({ ...deps, enqueueMail }, { actor: anonymous, now }, async (work) => {
      await book(work, { sessionId, isMember, way }, { trial, jobs });
      throw new Undone();
    });
    await undone.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }
  return trial;
}

async function book(
  work: Work<Anonymous>,
  { sessionId, isMember, way }: { sessionId: string; isMember: boolean; way: Way },
  { trial, jobs }: { trial: Trial; jobs: MailJob[] },
) {
  const { tx } = work;
  const email = `${randomUUID()}@proef.invalid`;
  const name = 'Proef';
  if (isMember) await addToRosters(work, sessionId, email);
  const booking: Work<Anonymous | AccountActor> =
    way === 'signedIn' ? by(work, await signedIn(tx, email, name)) : work;
  try {
    const placed = await register(booking, sessionId, { name, email, locale: 'nl' });
    trial.answers.push(placed.placement);
    if (placed.expiresAt) trial.answers.push(await confirmHeld(booking, placed.id));
    const { cost } = fromStored((await newestDecision(tx, placed.id))!.decision);
    trial.cents = cost.payer === 'municipality' ? cost.ownContributionCents : cost.inclVatCents;
    trial.mails.push(
      ...jobs.flatMap((job) => ('registrationId' in job && job.registrationId === placed.id ? job.kind : [])),
    );
  } catch (error) {
    if (!(error instanceof Problem) || !MET.includes(error.code)) throw error;
    trial.answers.push(error.code);
  }
}

/** Makes the address a known member's of every association of the programme. */
async function addToRosters({ tx, secret }: Work, sessionId: string, email: string) {
  const associations = await associationsOf(tx, sessionId);
  if (associations.length === 0) return;
  await tx.insert(rosterEntries).values(
    associations.map(({ id: organisationId }) => ({
      organisationId,
      hash: rosterHash(secret, organisationId, email),
    })),
  );
}

async function signedIn(tx: Tx, email: string, name: string): Promise<AccountActor> {
  const [account] = await tx
    .insert(accounts)
    .values({ email, name, locale: 'nl' })
    .returning({ id: accounts.id });
  return { kind: 'account', account: { id: account!.id, email, name, locale: 'nl' } };
}

/** As with the code of the mail. Gives what became of the place. */
async function confirmHeld(work: Work<Anonymous | AccountActor>, registrationId: string) {
  const { tx } = work;
  const [challenge] = await tx
    .select()
    .from(challenges)
    .where(eq(challenges.registrationId, registrationId))
    .orderBy(desc(challenges.createdAt))
    .limit(1);
  await confirm(work, challenge as RegistrationChallenge);
  const [row] = await tx
    .select({ status: registrations.status })
    .from(registrations)
    .where(eq(registrations.id, registrationId));
  return row!.status;
}
