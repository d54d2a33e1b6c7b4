import { type ImapOptions, readMailbox } from '../../../emails/inbound/imap.ts';
import { readAnyMail } from '../../../emails/inbound/read-mail.ts';
import { receiveReply } from '../calendar/receive-reply.ts';
import { receiveReport } from '../deliveries/dsn.ts';
import type { Deps } from '../../deps.ts';
import { inWork, system } from '../../unit-of-work/work.ts';

/**
 * Takes in what came to the mailbox of the sending address: reports of what did not arrive, and answers to invitations.
 * Each is marked as read after its transaction, and counts once however often it is seen.
 */
export const receiveMails = (
  deps: Pick<Deps, 'db' | 'clock' | 'config' | 'enqueueMail'>,
  mailbox: ImapOptions,
) =>
  readMailbox(mailbox, async ({ raw, id }) => {
    const now = deps.clock();
    if (raw && (await receiveReport(deps.db, raw, now))) return;
    const mail = await readAnyMail(raw, id);
    const { publicUrl } = deps.config;
    await inWork(deps, { actor: system, now }, (work) => receiveReply(work, { mail, publicUrl }));
  });
