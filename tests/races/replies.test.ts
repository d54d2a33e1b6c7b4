import { inWork, system } from '../../api/unit-of-work/work.ts';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { receiveReply } from '../../api/mail/calendar/receive-reply.ts';
import { readMail } from '../../emails/inbound/read-mail.ts';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, type ProgrammeFixture } from '../support/fixtures.ts';
import { switchLocksOff } from '../support/races.ts';
import { declineOf, mailOf } from '../support/replies.ts';

const { db, sql, time, config, call, latestCode } = await testApi('empty', { connections: 20 });
let programme: ProgrammeFixture;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
afterEach(() => void vi.restoreAllMocks());

let person = 0;
async function invited() {
  const session = await makeSession(db, programme, time.now);
  const email = `reply${++person}@voorbeeld.example`;
  const placed = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: 'Noor', email },
  });
  const { id } = placed.body as { id: string };
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  const file = declineOf({ uid: `${id}@127.0.0.1`, email, sequence: 0 });
  return { id, session, mail: await readMail(Buffer.from(mailOf({ from: email, file })), 'none') };
}
const enqueued: object[] = [];
const deps = { db, config, enqueueMail: async (_tx: unknown, job: object) => void enqueued.push(job) };
const receive = ({ mail }: Awaited<ReturnType<typeof invited>>) =>
  inWork(deps, { actor: system, now: time.now }, (work) =>
    receiveReply(work, { mail, publicUrl: config.publicUrl }),
  );

it('the same mail ten times at once cancels once', async () => {
  const me = await invited();
  enqueued.length = 0;
  await Promise.all(Array.from({ length: 10 }, () => receive(me)));
  expect(enqueued.filter((job) => 'registrationId' in job && job.registrationId === me.id)).toHaveLength(1);
  const [{ rows }] =
    (await sql`select count(*)::int as rows from inbound_mails where registration_id = ${me.id}`) as [
      { rows: number },
    ];
  expect(rows).toBe(1);
});

describe('declining while the session moves', () => {
  /** The move has written, but not committed, when the decline comes in. */
  async function declineMeanwhile() {
    const me = await invited();
    const commit = Promise.withResolvers<undefined>();
    const written = Promise.withResolvers<undefined>();
    const move = sql.begin(async (tx) => {
      await tx`update sessions set sequence = sequence + 1, starts_at = starts_at + interval '1 minute'
        where id = ${me.session.id}`;
      written.resolve(undefined);
      await commit.promise;
    });
    await written.promise;
    const reply = receive(me);
    await vi.waitFor(async () => {
      const [{ waiting }] = (await sql`select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`) as unknown as [{ waiting: number }];
      if (waiting === 0) throw new Error('nobody waits for the move yet');
    });
    commit.resolve(undefined);
    await Promise.all([move, reply]);
    const [row] = await sql`select r.status, m.reason from registrations r
      left join inbound_mails m on m.registration_id = r.id where r.id = ${me.id}`;
    return row;
  }

  it('is judged by the version that came of the move', async () => {
    expect(await declineMeanwhile()).toEqual({ status: 'confirmed', reason: 'other-version' });
  });

  it('control: without the lock it cancels an appointment that has just moved', async () => {
    switchLocksOff();
    expect(await declineMeanwhile()).toEqual({ status: 'cancelled', reason: null });
  });
});
