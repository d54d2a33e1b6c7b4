import { beforeAll, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { faultsIn, readByIcalJs, readByNodeIcal } from '../support/ics.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, config, call, latestCode, signIn } = await testApi();
const mails = storedMails(sql);
time.now = new Date(Math.floor(time.now.getTime() / 60_000) * 60_000);
let programme: ProgrammeFixture;
let organiser: string;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
  organiser = await signIn((await makeStaff(db, [{ organisationId: programme.association.id }])).email);
});

const EMAIL = 'leven@voorbeeld.example';
type File = { contentType: string; content: string };

/** The calendar files of all mails so far, each checked as it would be by who receives it. */
async function files() {
  await mails.settled();
  const rows = await sql<{ attachments: File[] }[]>`
    select attachments from mailbox where recipient = ${EMAIL} order by created_at, id`;
  return rows
    .flatMap(({ attachments }) => attachments)
    .map(({ contentType, content }) => {
      const text = Buffer.from(content, 'base64').toString();
      expect(faultsIn(text)).toEqual([]);
      const [found] = readByIcalJs(text);
      expect(readByNodeIcal(text)).toEqual([found]);
      const method = /\r\nMETHOD:(\w+)\r\n/.exec(text)![1]!;
      expect(contentType).toBe(`text/calendar; charset=utf-8; method=${method}`);
      expect(text.replace(/\r\n /g, '')).toContain(
        `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Noor Voorbeeld":MAILTO:${EMAIL}\r\n`,
      );
      expect(text).toContain('ORGANIZER;CN="Opkoers":mailto:noreply@opkoers.example\r\n');
      return { method, text, ...found! };
    });
}

it('books, moves, goes online and back, swaps and cancels as one appointment, each time one version later', async () => {
  const session = await makeSession(db, programme, time.now, {
    startsAt: new Date(time.now.getTime() + 48 * HOUR),
  });
  const other = await makeSession(db, programme, time.now, {
    moduleId: session.moduleId,
    startsAt: new Date(time.now.getTime() + 96 * HOUR),
  });
  const act = async (method: string, path: string, body?: object, headers?: Record<string, string>) => {
    const given = { ...(body && { body }), ...(headers ? { headers } : { cookie: organiser }) };
    const answer = await call(method, path, given);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    await mails.settled();
    return answer.body as { id: string };
  };
  const mine = (id: string) => ({ 'registration-token': manageToken(config.secret, id) });

  const body = { name: 'Noor Voorbeeld', email: EMAIL };
  const { id } = await act('POST', `/sessions/${session.id}/registrations`, body, {});
  await act('POST', `/registrations/${id}/confirmation`, { code: await latestCode(id) }, {});
  const startsAt = new Date(time.now.getTime() + 72 * HOUR).toISOString();
  await act('PATCH', `/sessions/${session.id}`, { startsAt });
  const onlineUrl = 'https://meet.example/zaal-1';
  await act('POST', '/me/sessions/online', { sessionIds: [session.id], onlineUrl });
  await act('POST', '/me/sessions/back', { sessionIds: [session.id] });
  await act('POST', `/registrations/${id}/swap`, { sessionId: other.id }, mine(id));
  await act('POST', `/registrations/${id}/cancellation`, undefined, mine(id));

  const life = await files();
  expect(life.map(({ method }) => method)).toEqual([
    'REQUEST',
    'REQUEST',
    'REQUEST',
    'REQUEST',
    'REQUEST',
    'CANCEL',
  ]);
  expect(new Set(life.map(({ uid }) => uid))).toEqual(new Set([`${id}@127.0.0.1`]));
  const versions = life.map(({ sequence }) => sequence);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  expect(life.map(({ startsAt: at }) => at)).toEqual([
    session.startsAt.toISOString(),
    ...Array.from({ length: 3 }, () => startsAt),
    ...Array.from({ length: 2 }, () => other.startsAt.toISOString()),
  ]);
  expect(life.map(({ status }) => status).at(-1)).toBe('CANCELLED');
  expect(life.map(({ text }) => text.replace(/\r\n /g, '').includes(`:${onlineUrl}\r\n`))).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});
