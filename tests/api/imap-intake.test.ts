import { beforeAll, describe, expect, it } from 'vitest';
import { receiveMails } from '../../api/mail/jobs/receive-mails.ts';
import { readMailbox } from '../../emails/inbound/imap.ts';
import { testApi } from '../support/api.ts';
import { certificate } from '../support/certificate.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { imapServer } from '../support/imap.ts';
import { declineOf, mailOf } from '../support/replies.ts';
import { statusReport } from '../support/reports.ts';
import { appointmentIn, storedMails } from '../support/stored-mails.ts';

const server = await imapServer();
const { db, sql, time, config, enqueueMail, call, latestCode } = await testApi();
const mails = storedMails(sql);
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
const deps = { db, clock: () => time.now, config, enqueueMail };
/** What the worker does every minute. */
const look = () => receiveMails(deps, server.settings);

let person = 0;
async function invited() {
  const session = await makeSession(db, programme, time.now);
  const email = `imap${++person}@voorbeeld.example`;
  const body = { name: 'Noor', email };
  const placed = await call('POST', `/sessions/${session.id}/registrations`, { body });
  const { id } = placed.body as { id: string };
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  await mails.settled();
  const { uid, sequence } = appointmentIn((await mails.to(email)).at(-1)!)!;
  const [sent] = await sql`select provider_id from mail_deliveries
    where registration_id = ${id} and kind = 'confirmed'`;
  return { id, email, uid, sequence, providerId: sent!.provider_id as string };
}
const statusOf = async (id: string) =>
  (await sql`select status from registrations where id = ${id}`)[0]!.status as string;
const deliveryOf = async (providerId: string) =>
  (await sql`select status, reason from mail_deliveries where provider_id = ${providerId}`)[0];
const decline = (me: Awaited<ReturnType<typeof invited>>, from = me.email) =>
  mailOf({ from, file: declineOf(me) });

describe('the mailbox of the sending address', () => {
  it('brings a decline, which cancels, and a report of what did not arrive; the rest is kept for the operator', async () => {
    const [gone, bounced] = [await invited(), await invited()];
    await sql`update mail_deliveries set provider_id = '<a@opkoers.example>' where provider_id = ${bounced.providerId}`;
    server.deliver(decline(gone));
    server.deliver(statusReport('<a@opkoers.example>', 'Action: failed\r\nStatus: 5.1.1'));
    server.deliver(mailOf({ from: 'iemand@voorbeeld.example', messageId: null }));
    server.deliver(Buffer.alloc(3 * 1024 * 1024, 'x'));
    await look();
    expect(server.unread()).toBe(0);
    expect(await statusOf(gone.id)).toBe('cancelled');
    expect(await deliveryOf('<a@opkoers.example>')).toEqual({ status: 'bounced', reason: '5.1.1' });
    expect(await statusOf(bounced.id), 'a report cancels nothing').toBe('confirmed');
    const kept = await sql`select reason from inbound_mails where outcome = 'kept'`;
    expect(kept).toHaveLength(2);
    // The large one was never fetched.
    expect(server.commands.filter((one) => /FETCH 4 .*BODY/i.test(one))).toEqual([]);
  });

  it('is read without marking, and a mail is marked only after it was taken in', async () => {
    const me = await invited();
    server.commands.length = 0;
    server.deliver(decline(me));
    await look();
    const fetched = server.commands.findIndex((one) => /BODY\.PEEK\[\]/.test(one));
    const marked = server.commands.findIndex((one) => /^UID STORE/.test(one));
    expect(fetched).toBeGreaterThanOrEqual(0);
    expect(marked).toBeGreaterThan(fetched);
    expect(server.commands.filter((one) => /BODY\[/.test(one) && !/PEEK/.test(one))).toEqual([]);
  });

  it('who may not: a decline in the name of someone else is kept, and changes nothing', async () => {
    const me = await invited();
    server.deliver(decline(me, 'ander@voorbeeld.example'));
    await look();
    expect(await statusOf(me.id)).toBe('confirmed');
    expect(server.unread()).toBe(0);
  });
});

describe('nothing is lost, and nothing counts twice', () => {
  it('when this ends after the decision and before the mark, the mail comes again and changes nothing', async () => {
    const me = await invited();
    server.deliver(decline(me));
    server.manners.dropBefore = /^UID STORE/;
    await expect(look()).rejects.toThrow(/^imap: /);
    expect(await statusOf(me.id)).toBe('cancelled');
    expect(server.unread()).toBe(1);
    server.manners.dropBefore = null;
    await look();
    await mails.settled();
    expect(server.unread()).toBe(0);
    const told = (await mails.to(me.email)).filter((mail) => appointmentIn(mail)?.method === 'CANCEL');
    expect(told).toHaveLength(1);
  });

  it('when a mail cannot be taken in now, it stays unread and the others are taken in', async () => {
    const [first, second] = [await invited(), await invited()];
    server.deliver(decline(first));
    server.deliver(decline(second));
    let tries = 0;
    const failing = {
      ...deps,
      enqueueMail: async (...job: Parameters<typeof enqueueMail>) => {
        if (++tries === 1) throw new Error('the queue is away');
        return enqueueMail(...job);
      },
    };
    await expect(receiveMails(failing, server.settings)).rejects.toThrow('imap: 1 mails not taken in');
    expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['confirmed', 'cancelled']);
    expect(server.unread()).toBe(1);
    await look();
    expect(await statusOf(first.id)).toBe('cancelled');
    expect(server.unread()).toBe(0);
  });

  it('two that look at the same time', async () => {
    const me = await invited();
    server.deliver(decline(me));
    await Promise.all([look(), look(), look()]);
    await mails.settled();
    const told = (await mails.to(me.email)).filter((mail) => appointmentIn(mail)?.method === 'CANCEL');
    expect(told).toHaveLength(1);
  });
});

describe('the connection', () => {
  it('is encrypted, with a certificate that is known', async () => {
    const secure = await imapServer({ tls: true });
    secure.deliver(mailOf({ from: 'iemand@voorbeeld.example' }));
    await expect(readMailbox(secure.settings, async () => {})).rejects.toThrow(/^imap: /);
    expect(secure.unread()).toBe(1);
    const taken: string[] = [];
    const settings = { ...secure.settings, host: 'localhost', ca: certificate };
    await readMailbox(settings, async ({ id }) => void taken.push(id));
    expect(taken).toEqual(['imap:7:1']);
  });

  it('is refused by a server that cannot encrypt, before the password is sent', async () => {
    server.commands.length = 0;
    const settings = { ...server.settings, tls: 'starttls' as const };
    await expect(readMailbox(settings, async () => {})).rejects.toThrow(/^imap: /);
    expect(server.commands.filter((one) => /LOGIN|AUTHENTICATE/.test(one))).toEqual([]);
  });

  it('that fails is told without the address or the password', async () => {
    const wrong = { ...server.settings, password: 'verkeerd' };
    const error = await readMailbox(wrong, async () => {}).catch((caught: Error) => caught);
    expect((error as Error).message).toBe('imap: the password is refused');
    const away = { ...server.settings, port: 1 };
    await expect(readMailbox(away, async () => {})).rejects.toThrow('imap: ECONNREFUSED');
  });
});
