import type { Config } from '../../config.ts';
import { forgetInbound } from '../calendar/forget-inbound.ts';
import { forgetPictures } from '../../people/pictures/forget.ts';
import { forgetLookups } from '../../paying/business-register/lookup.ts';
import { forgetDeliveries } from '../deliveries/record.ts';
import type { Deps } from '../../deps.ts';
import { forgetAnswers } from '../../http/idempotency/answers.ts';
import { checkAccessOfSessions } from './check-access.ts';
import { receiveMails } from './receive-mails.ts';
import { sendNotices } from './send-notices.ts';
import { tidySessions } from './tidy-sessions.ts';

type Minute = Pick<Deps, 'db' | 'clock' | 'enqueueMail'> & { config: Config };

/** All that is looked at each minute, in turn: a part that fails does not keep the others waiting. */
export async function everyMinute(deps: Minute) {
  const { db, clock, config } = deps;
  const { imap } = config;
  const parts: (() => Promise<unknown>)[] = [
    () => tidySessions(deps),
    () => sendNotices(deps),
    () => checkAccessOfSessions(deps),
    () => forgetAnswers(db, clock()),
    () => forgetLookups(db, clock()),
    () => forgetPictures(db, clock()),
    () => forgetInbound(db, clock()),
    () => forgetDeliveries(db, clock()),
    // Last: a mail server that is slow keeps nothing else waiting.
    ...(imap ? [() => receiveMails(deps, imap)] : []),
  ];
  const failures: unknown[] = [];
  for (const part of parts) await part().catch((error: unknown) => failures.push(error));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) {
    const said = failures.map((error) => (error instanceof Error ? error.message : String(error)));
    throw new AggregateError(failures, said.join('; '));
  }
}
