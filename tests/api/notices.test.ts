import { DateTime } from 'luxon';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendNotices } from '../../api/mail/jobs/send-notices.ts';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, config, enqueueMail, call, latestCode, prove, signIn } = await testApi();
const mails = storedMails(sql);
let programme: ProgrammeFixture;
const start = time.now;
beforeAll(async () => {
  programme = await makeProgramme(db, time.now);
});
beforeEach(() => {
  time.now = start;
});

let person = 0;
const DAY = 24 * HOUR;
/** In the queue, with the address proved. */
async function queueUp(sessionId: string, email: string) {
  const { body } = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Wacht', email },
  });
  expect((await prove((body as { id: string }).id)).body).toMatchObject({ status: 'waitlisted' });
}
const minute = () => sendNotices({ db, config, clock: () => time.now, enqueueMail });

/** Someone with a certain place. */
async function guest(sessionId: string, body: object = {}) {
  const email = `gast${++person}@voorbeeld.example`;
  const booked = await call('POST', `/sessions/${sessionId}/registrations`, {
    body: { name: 'Noor Voorbeeld', email, ...body },
  });
  const { id } = booked.body as { id: string };
  await mails.settled();
  await call('POST', `/registrations/${id}/confirmation`, { body: { code: await latestCode(id) } });
  return { id, email };
}
async function subjectsTo(email: string) {
  await mails.settled();
  return (await mails.to(email)).map(({ subject }) => subject.split(':')[0]);
}
const session = (change: Parameters<typeof makeSession>[3] = {}) =>
  makeSession(db, programme, time.now, { capacity: 20, ...change });
const before = (startsAt: Date, ms: number) => new Date(startsAt.getTime() - ms);

describe('reminders', () => {
  test('a week and a day before, each once, however often and by how many workers it is looked', async () => {
    // At noon: an hour after the reminder is due must not be the next day.
    const noon = DateTime.fromJSDate(start, { zone: 'Europe/Amsterdam' })
      .plus({ days: 30 })
      .set({ hour: 12 });
    const { id, startsAt } = await session({ startsAt: noon.toJSDate() });
    const { email } = await guest(id);
    for (const days of [8, 7, 6, 1]) {
      time.now = new Date(
        DateTime.fromJSDate(startsAt, { zone: 'Europe/Amsterdam' }).minus({ days }).toMillis() + HOUR,
      );
      await Promise.all([minute(), minute(), minute()]);
      await minute();
      await mails.settled();
    }
    // The first two were queued at the same moment, and two at once go out.
    expect((await subjectsTo(email)).toSorted()).toEqual([
      'Bevestig uw plaats',
      'Bevestiging',
      'Herinnering',
      'Herinnering',
    ]);
    const [, , week, day] = await mails.to(email);
    expect(week!.text).toContain('Over een week is het zover');
    expect(day!.text).toContain('Morgen is het zover');
    expect(day!.text).toMatch(/http:\/\/127\.0\.0\.1:4321\/mail-uit\/reminders\.[\w.-]+\n/);
  });

  test('not to who turned them off, cancelled, or waits', async () => {
    const { id, startsAt } = await session({ capacity: 2 });
    const [off, gone] = [await guest(id), await guest(id)];
    const waiting = await call('POST', `/sessions/${id}/registrations`, {
      body: { name: 'Wacht', email: 'wacht@voorbeeld.example' },
    });
    expect(waiting.body).toMatchObject({ placement: 'waitlist' });
    await sql`update accounts set reminders = false where email = ${off.email}`;
    await call('POST', `/registrations/${gone.id}/cancellation`, {
      headers: { 'registration-token': manageToken(config.secret, gone.id) },
    });
    time.now = new Date(before(startsAt, DAY).getTime() + HOUR);
    await minute();
    for (const email of [off.email, gone.email, 'wacht@voorbeeld.example']) {
      expect(await subjectsTo(email)).not.toContain('Herinnering');
    }
  });

  test('turned off between queueing and sending: not sent', async () => {
    const { id, startsAt } = await session();
    const { email } = await guest(id);
    time.now = new Date(before(startsAt, DAY).getTime() + HOUR);
    await db.transaction(async (tx) => {
      await sql`update accounts set reminders = false where email = ${email}`;
      const [row] = await sql<{ id: string }[]>`select r.id from registrations r
        join entrepreneurs e on e.id = r.entrepreneur_id join accounts a on a.id = e.account_id where a.email = ${email}`;
      await enqueueMail(tx, { kind: 'reminder', registrationId: row!.id, startsAt: startsAt.toISOString() });
    });
    expect(await subjectsTo(email)).not.toContain('Herinnering');
  });

  test('a session that was moved reminds of its new start', async () => {
    const { id, startsAt } = await session();
    const { email } = await guest(id);
    time.now = new Date(before(startsAt, DAY).getTime() + HOUR);
    await minute();
    await mails.settled();
    const later = new Date(startsAt.getTime() + 10 * DAY);
    await sql`update sessions set starts_at = ${later}, ends_at = ${new Date(later.getTime() + HOUR)} where id = ${id}`;
    await minute();
    time.now = new Date(before(later, DAY).getTime() + 2 * HOUR);
    await minute();
    const subjects = await subjectsTo(email);
    expect(subjects.filter((subject) => subject === 'Herinnering')).toHaveLength(2);
  });

  test('in the language of the booking', async () => {
    const { id, startsAt } = await session();
    const { email } = await guest(id, { locale: 'en' });
    time.now = new Date(before(startsAt, DAY).getTime() + HOUR);
    await minute();
    expect(await subjectsTo(email)).toContain('Reminder');
  });
});

test('thanks: the morning after, only to who came, and once', async () => {
  const { id, startsAt, endsAt } = await session();
  const [came, absent] = [await guest(id), await guest(id)];
  const staff = await makeStaff(db, [{ organisationId: programme.association.id }]);
  const cookie = await signIn(staff.email);
  time.now = startsAt;
  const marked = await call('PUT', `/sessions/${id}/attendance`, {
    cookie,
    body: {
      marks: [
        { registrationId: came.id, attendance: 'present' },
        { registrationId: absent.id, attendance: 'absent' },
      ],
    },
  });
  expect(marked.status).toBe(200);
  time.now = new Date(endsAt.getTime() + 60_000);
  await minute();
  expect(await subjectsTo(came.email)).not.toContain('Bedankt voor uw komst');
  time.now = new Date(endsAt.getTime() + 2 * DAY);
  await Promise.all([minute(), minute()]);
  await minute();
  const subjects = await subjectsTo(came.email);
  expect(subjects.filter((subject) => subject === 'Bedankt voor uw komst')).toHaveLength(1);
  expect(await subjectsTo(absent.email)).not.toContain('Bedankt voor uw komst');
});

test('an offer that ran out is told, once; a hold that ran out is not', async () => {
  const { id, startsAt } = await session({ capacity: 1, startsAt: new Date(start.getTime() + 10 * DAY) });
  const first = await guest(id);
  const [second, third] = ['tweede@voorbeeld.example', 'derde@voorbeeld.example'];
  for (const email of [second, third]) {
    await queueUp(id, email);
  }
  await call('POST', `/registrations/${first.id}/cancellation`, {
    headers: { 'registration-token': manageToken(config.secret, first.id) },
  });
  const other = await session();
  await call('POST', `/sessions/${other.id}/registrations`, {
    body: { name: 'Vergeten', email: 'vergeten@voorbeeld.example' },
  });
  // Looking at the offer frees it when its day is over.
  time.now = new Date(start.getTime() + 1.5 * DAY);
  expect(time.now.getTime()).toBeLessThan(startsAt.getTime());
  for (const sessionId of [id, other.id]) {
    await call('POST', `/sessions/${sessionId}/registrations`, {
      body: { name: 'Nieuw', email: `nieuw${++person}@voorbeeld.example` },
    });
  }
  await Promise.all([minute(), minute()]);
  await minute();
  const told = await subjectsTo(second);
  expect(told.filter((subject) => subject === 'De plaats is vervallen')).toHaveLength(1);
  expect(await subjectsTo(third)).not.toContain('De plaats is vervallen');
  expect(await subjectsTo('vergeten@voorbeeld.example')).not.toContain('De plaats is vervallen');
});

describe('the overview of a week', () => {
  const zone = 'Europe/Amsterdam';
  const monday = DateTime.fromJSDate(start, { zone }).plus({ weeks: 3 }).startOf('week');
  const at = (hour: number) => monday.set({ hour }).toJSDate();

  test('on Monday morning, once, to who works for an organisation with sessions and wants it', async () => {
    const association = await makeProgramme(db, time.now);
    const { id } = await makeSession(db, association, time.now, {
      startsAt: monday.plus({ days: 3, hours: 19 }).toJSDate(),
      capacity: 1,
      module: { title: 'Op koers' },
    });
    const guestOf = await guest(id);
    await queueUp(id, 'wachtend@voorbeeld.example');
    await sql`insert into mail_deliveries (key, kind, account_id, status, status_at, sent_at)
      select 'gone', 'confirmed', id, 'bounced', now(), ${at(6)} from accounts where email = ${guestOf.email}`;
    // Nobody reads about another week, or about what was cancelled.
    await makeSession(db, association, time.now, { startsAt: monday.plus({ days: 7, hours: 9 }).toJSDate() });
    await makeSession(db, association, time.now, {
      startsAt: monday.plus({ days: 1, hours: 9 }).toJSDate(),
      status: 'cancelled',
      cancelledAt: time.now,
    });
    const role = { organisationId: association.association.id };
    const [reader, refuser] = [await makeStaff(db, [role]), await makeStaff(db, [role])];
    const other = await makeStaff(db, [{ organisationId: association.otherAssociation.id }]);
    const town = await makeStaff(db, [{ municipalityId: association.municipality.id }]);
    await sql`update accounts set digest = false where id = ${refuser.id}`;
    // Without targets there are no signals, which are mailed too.
    await sql`delete from quarter_targets`;

    time.now = at(6);
    await minute();
    expect(await subjectsTo(reader.email)).toEqual([]);
    time.now = at(8);
    await Promise.all([minute(), minute()]);
    await minute();
    expect(await subjectsTo(reader.email)).toHaveLength(1);
    for (const email of [refuser.email, other.email, town.email]) expect(await subjectsTo(email)).toEqual([]);

    const { subject, text } = (await mails.to(reader.email))[0]!;
    expect(subject).toMatch(/^Uw week: maandag \d+ \w+ tot en met zondag/);
    for (const fact of [
      'Workshop Op koers',
      '1 van de 1 bezet',
      '1 op de wachtlijst',
      'Mail komt niet aan bij',
      `/organisatie/sessies/${id}`,
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain(guestOf.email);
    expect(text.match(/Wanneer:/g)).toHaveLength(1);
  });
});
