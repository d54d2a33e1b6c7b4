import type { Db, Tx } from '../../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Actor, Anonymous, System } from '../http/actor.ts';
import type { MailJob } from '../mail/jobs/mail-job.ts';

/** What a transaction with work in it is opened with. */
export type Working = Pick<Deps, 'db' | 'enqueueMail'> & { config: { secret: string } };

declare const opened: unique symbol;

/**
 * All that a write has at hand. Made only where a transaction opens, so whoever is given one writes inside it; thrown
 * refusals roll everything back, the mails included.
 */
export type Work<Who extends Actor = Actor> = {
  readonly tx: Tx;
  /** Asked of the clock once, when the request or job began. */
  readonly now: Date;
  readonly actor: Who;
  readonly secret: string;
  /** Puts mails in the queue, in the transaction of what they report: a rollback leaves no mail. */
  readonly mail: (...jobs: MailJob[]) => Promise<void>;
  readonly [opened]: true;
};

export const anonymous: Anonymous = { kind: 'anonymous' };
export const system: System = { kind: 'system' };

/** Opens a transaction for one piece of work by `actor`, as of `now`; commits when `run` comes back, rolls back when it throws. */
export const inWork = <Who extends Actor, Result>(
  deps: Working,
  { actor, now }: { actor: Who; now: Date },
  run: (work: Work<Who>) => Promise<Result>,
  options?: Parameters<Db['transaction']>[1],
): Promise<Result> =>
  deps.db.transaction((tx) => {
    const mail = (...jobs: MailJob[]) => deps.enqueueMail(tx, ...jobs);
    return run({ tx, now, actor, secret: deps.config.secret, mail } as Work<Who>);
  }, options);

/** The same work, in the name of someone else. */
export const by = <Who extends Actor>(work: Work, actor: Who): Work<Who> => ({ ...work, actor });

/** The same work, where the portal itself does what nobody asked for: freeing, offering, ending. */
export const bySystem = (work: Work): Work<System> => by(work, system);
