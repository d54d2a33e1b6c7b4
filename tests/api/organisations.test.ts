import { beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { storedMails } from '../support/stored-mails.ts';

const { db, sql, time, call, signIn } = await testApi();
const mails = storedMails(sql);
type Answer = { status: number; body: unknown };
type Listed = { id: string; slug: string; status: string; name: string; applicant: { email: string } | null };

const staffOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
  signIn((await makeStaff(db, [role])).email);
let [here, elsewhere] = [{} as ProgrammeFixture, {} as ProgrammeFixture];
let [staff, otherCity] = ['', ''];
beforeAll(async () => {
  here = await makeProgramme(db, time.now);
  elsewhere = await makeProgramme(db, time.now);
  staff = await staffOf({ municipalityId: here.municipality.id });
  otherCity = await staffOf({ municipalityId: elsewhere.municipality.id });
});

const whole = {
  name: 'Ondernemers Noord',
  shortName: 'ON',
  kind: 'association',
  website: 'www.noord.example',
  profile: 'Wij zijn er voor iedere ondernemer.\nOok voor u.',
  email: 'Info@Noord.example',
  phone: '020 123 45 67',
  kvkNumber: '6959 9084',
};
const make = (body: object, cookie = staff) => call('POST', '/organisations', { cookie, body });
const made = async (body: object = whole) => (await make(body)).body as Listed;
const listed = async (cookie = staff) =>
  ((await call('GET', '/organisations', { cookie })).body as { items: Listed[] }).items;
const faults = (answer: Answer) => problemIn(answer).invalidParams?.map(({ name, code }) => [name, code]);
const auditOf = async (id: string) =>
  (await sql`select action from audit_log where subject_id = ${id} order by at, id`).map(
    ({ action }) => action,
  );

describe('a municipality', () => {
  it('makes an association with all that is known of it, and the public reads what is for it', async () => {
    const answer = await make(whole);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      slug: 'ondernemers-noord',
      shortName: 'ON',
      status: 'approved',
      website: 'https://www.noord.example',
      email: 'info@noord.example',
      kvkNumber: '69599084',
      applicant: null,
    });
    const { body } = await call('GET', '/organisations/ondernemers-noord');
    expect(body).toMatchObject({ profile: whole.profile, municipality: { name: here.municipality.name } });
    expect(JSON.stringify(body)).not.toContain('69599084');
    expect(await auditOf((answer.body as Listed).id)).toEqual(['organisation.made']);
  });

  it('gives each an address of its own, also when eight of one name come at once', async () => {
    const cookies = [staff, otherCity];
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => make({ name: 'Zelfde naam', kind: 'provider' }, cookies[n % 2])),
    );
    const slugs = all.map(({ body }) => (body as Listed).slug).sort();
    expect(slugs).toEqual(['zelfde-naam', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `zelfde-naam-${n}`)]);
    expect((await made({ name: '株式会社', kind: 'provider' })).slug).toBe('organisatie');
  });

  it('hears all that is wrong at once', async () => {
    const answer = await make({
      name: 'a\u202eb',
      kind: 'municipality',
      website: 'javascript:alert(1)',
      profile: 'Tekst met \u202e erin',
      email: 'geen adres',
      phone: 'bel maar',
      kvkNumber: '123',
    });
    expect(answer.status).toBe(400);
    expect(
      faults(answer)
        ?.map(([name]) => name)
        .sort(),
    ).toEqual(['name', 'kind', 'website', 'profile', 'email', 'phone', 'kvkNumber'].sort());
    const control = await make({ name: 'A', kind: 'provider', profile: 'a\u0007b' });
    expect(faults(control)).toEqual([['profile', 'invalid']]);
  });

  it('changes it; what is left out becomes unknown, and its address stays', async () => {
    const { id, slug } = await made({ ...whole, name: 'Vroeger' });
    const answer = await call('PUT', `/organisations/${id}`, {
      cookie: staff,
      body: { name: 'Later', kind: 'provider' },
    });
    expect(answer.body).toMatchObject({
      slug,
      name: 'Later',
      shortName: 'Later',
      kind: 'provider',
      website: null,
    });
    expect(await auditOf(id)).toEqual(['organisation.made', 'organisation.changed']);
  });

  it('neither sees nor changes one of another municipality, nor another municipality itself', async () => {
    const { id } = await made({ ...whole, name: 'Alleen hier' });
    expect((await listed(otherCity)).map(({ name }) => name)).not.toContain('Alleen hier');
    expect((await listed()).map(({ name }) => name)).toContain('Alleen hier');
    const body = { name: 'Gekaapt', kind: 'provider' };
    for (const one of [id, here.funder.id]) {
      const cookie = one === id ? otherCity : staff;
      expect((await call('PUT', `/organisations/${one}`, { cookie, body })).status).toBe(404);
      expect((await call('POST', `/organisations/${one}/ending`, { cookie })).status).toBe(404);
    }
    const foreign = await make({ ...body, municipalityId: elsewhere.municipality.id });
    expect(foreign.status).toBe(403);
    expect((await call('GET', `/organisations/${id}`)).body).toMatchObject({ name: 'Alleen hier' });
  });
});

describe('an end', () => {
  const end = (id: string) => call('POST', `/organisations/${id}/ending`, { cookie: staff });

  it('is refused with what stands in the way, all of it', async () => {
    const { association, programme } = here;
    const session = await makeSession(db, here, time.now);
    const answer = await end(association.id);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams).toMatchObject([
      { name: 'programmes', code: 'in-use', about: [programme.name] },
      { name: 'sessions', code: 'in-use', about: [expect.stringContaining(localDate(session.startsAt))] },
    ]);
  });

  it('takes it out of every list, once', async () => {
    const { id, slug } = await made({ ...whole, name: 'Gaat weg' });
    expect((await end(id)).body).toMatchObject({ status: 'ended' });
    expect(problemIn(await end(id)).code).toBe('organisation-not-approved');
    const change = await call('PUT', `/organisations/${id}`, { cookie: staff, body: whole });
    expect(problemIn(change).code).toBe('organisation-not-approved');
    expect((await call('GET', `/organisations/${slug}`)).body).toMatchObject({
      name: 'Gaat weg',
      takesPart: false,
      profile: null,
      website: null,
      email: null,
      phone: null,
    });
    const settings = await call('GET', `/programmes/${here.programme.slug}/settings`, { cookie: staff });
    expect(JSON.stringify(settings.body)).not.toContain(id);
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ status: 'ended' });
  });
});

describe('the staff of an organisation', () => {
  it('changes its own profile, and nothing else of it', async () => {
    const { id } = await made({ ...whole, name: 'Van ons' });
    const own = await staffOf({ organisationId: id });
    const body = { profile: 'Nieuw.', email: 'nieuw@noord.example', name: 'Anders', kvkNumber: '90003942' };
    const answer = await call('PUT', `/organisations/${id}/profile`, { cookie: own, body });
    expect(answer.body).toMatchObject({ name: 'Van ons', profile: 'Nieuw.', website: null, phone: null });
    const { body: mine } = await call('GET', '/me/organisations', { cookie: own });
    expect(mine).toMatchObject({ items: [{ id, kvkNumber: '69599084', status: 'approved' }] });
    expect(
      (await call('PUT', `/organisations/${here.association.id}/profile`, { cookie: own, body })).status,
    ).toBe(404);
    const evil = { website: 'javascript:alert(1)' };
    expect(faults(await call('PUT', `/organisations/${id}/profile`, { cookie: own, body: evil }))).toEqual([
      ['website', 'invalid'],
    ]);
    expect(await auditOf(id)).toEqual(['organisation.made', 'organisation.profile-changed']);
  });
});

const wish = () => ({
  municipalityId: here.municipality.id,
  name: 'Cursus en Co',
  kind: 'provider',
  profile: 'Wij geven workshops over geld.',
  kvkNumber: '90003942',
  email: 'info@cursus.example',
});
const apply = (cookie: string, change: object = {}) =>
  call('POST', '/me/organisation-applications', { cookie, body: { ...wish(), ...change } });
const applied = async (cookie: string) => ((await apply(cookie)).body as { id: string }).id;
const decide = (id: string, body: object, cookie = staff) =>
  call('POST', `/organisations/${id}/decision`, { cookie, body });
const own = async (cookie: string) =>
  (await call('GET', '/me/organisation-applications', { cookie })).body as {
    items: { name: string; status: string; statusReason: string | null }[];
    municipalities: { id: string }[];
  };

describe('an application', () => {
  it('is for who asks and for the municipality, and gives no rights yet', async () => {
    const email = 'aanvrager@cursus.example';
    const cookie = await signIn(email);
    const id = await applied(cookie);
    const mine = await own(cookie);
    expect(mine.items).toMatchObject([{ name: 'Cursus en Co', status: 'applied' }]);
    expect(mine.municipalities.map((one) => one.id)).toContain(here.municipality.id);
    const inList = (await listed()).find((one) => one.id === id);
    expect(inList).toMatchObject({ status: 'applied', applicant: { email } });
    expect((await listed(otherCity)).map((one) => one.id)).not.toContain(id);

    expect((await call('GET', `/organisations/${id}`)).status).toBe(404);
    expect((await call('GET', `/organisations/${inList!.slug}/calendar`)).status).toBe(404);
    expect((await call('GET', '/me/organisations', { cookie })).status).toBe(403);
    expect((await call('PUT', `/organisations/${id}/profile`, { cookie, body: {} })).status).toBe(403);
    expect(problemIn(await call('PUT', `/organisations/${id}`, { cookie: staff, body: whole })).code).toBe(
      'organisation-not-approved',
    );
    expect((await own(await signIn('ander@cursus.example'))).items).toEqual([]);
  });

  it('that is approved makes the applicant administrator, who is told', async () => {
    const email = 'ja@cursus.example';
    const cookie = await signIn(email);
    const id = await applied(cookie);
    expect((await decide(id, { outcome: 'approved' }, otherCity)).status).toBe(404);
    const answer = await decide(id, { outcome: 'approved', statusReason: 'Doet er niet toe' });
    expect(answer.body).toMatchObject({ status: 'approved', statusReason: null, applicant: null });
    const [role] = await sql`select a.email, r.role, r.duty from account_roles r
      join accounts a on a.id = r.account_id where r.organisation_id = ${id}`;
    expect(role).toEqual({ email, role: 'organisation', duty: 'administrator' });
    expect((await call('GET', '/me/organisations', { cookie })).body).toMatchObject({ items: [{ id }] });
    await mails.settled();
    const mail = (await mails.to(email)).at(-1)!;
    expect(mail.subject).toBe('Uw organisatie doet mee: Cursus en Co');
    expect(mail.text).toContain('/organisatie/gegevens');
    expect(problemIn(await decide(id, { outcome: 'refused', statusReason: 'Toch niet' })).code).toBe(
      'changed-meanwhile',
    );
    expect(await auditOf(id)).toEqual(['organisation.applied', 'organisation.approved']);
  });

  it('that is refused says why, on the page and by mail, and gives nothing', async () => {
    const email = 'nee@cursus.example';
    const cookie = await signIn(email);
    const id = await applied(cookie);
    expect(faults(await decide(id, { outcome: 'refused' }))).toEqual([['statusReason', 'required']]);
    await decide(id, { outcome: 'refused', statusReason: 'Dit bieden wij al aan.' });
    expect((await own(cookie)).items).toMatchObject([
      { status: 'refused', statusReason: 'Dit bieden wij al aan.' },
    ]);
    expect((await call('GET', '/me/organisations', { cookie })).status).toBe(403);
    await mails.settled();
    const mail = (await mails.to(email)).at(-1)!;
    expect(mail.subject).toBe('Uw organisatie doet nu niet mee: Cursus en Co');
    expect(mail.text).toContain('Dit bieden wij al aan.');
  });

  it('is refused with everything that is wrong with it', async () => {
    const cookie = await signIn('fout@cursus.example');
    const bad = { name: '', kind: 'municipality', kvkNumber: '', website: 'javascript:alert(1)', email: '' };
    expect(
      faults(await apply(cookie, bad))
        ?.map(([name]) => name)
        .sort(),
    ).toEqual(['name', 'kind', 'kvkNumber', 'website', 'email'].sort());
    const nowhere = await apply(cookie, { municipalityId: here.programme.id });
    expect(faults(nowhere)).toEqual([['municipalityId', 'invalid']]);
  });

  it('sent fifty times fills no list, and a decision makes room again', async () => {
    const cookie = await signIn('veel@cursus.example');
    const answers = await Promise.all(Array.from({ length: 50 }, () => apply(cookie)));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(3);
    expect(answers.filter((answer) => problemIn(answer).code === 'too-many-applications')).toHaveLength(47);
    await decide((made[0]!.body as { id: string }).id, { outcome: 'refused', statusReason: 'Te veel' });
    expect((await apply(cookie)).status).toBe(201);
    expect((await apply(cookie)).status).toBe(409);
  });

  it('sent twice with one key counts once', async () => {
    const cookie = await signIn('dubbel@cursus.example');
    const headers = { 'idempotency-key': 'een-keer' };
    const twice = { cookie, headers, body: wish() };
    const [first, second] = [
      await call('POST', '/me/organisation-applications', twice),
      await call('POST', '/me/organisation-applications', twice),
    ];
    expect(second.body).toEqual(first.body);
    expect((await own(cookie)).items).toHaveLength(1);
  });
});

describe('what is not approved', () => {
  const settingsOf = (slug: string) => `/programmes/${slug}/settings`;
  async function setParties(made: ProgrammeFixture, ids: string[], cookie: string, change: object = {}) {
    const { body } = await call('GET', settingsOf(made.programme.slug), { cookie });
    const { version, settings } = body as { version: number; settings: object };
    const parties = ids.map((organisationId) => ({ organisationId, role: 'executor' }));
    return call('PUT', settingsOf(made.programme.slug), {
      cookie,
      body: { version, motivation: 'Zo is het', settings: { ...settings, parties, ...change } },
    });
  }

  it('is no party to a programme', async () => {
    const cookie = await signIn('partij@cursus.example');
    const id = await applied(cookie);
    const ended = await made({ ...whole, name: 'Gestopt' });
    await call('POST', `/organisations/${ended.id}/ending`, { cookie: staff });
    const own = [here.funder.id, here.association.id, here.otherAssociation.id];
    const answer = await setParties(here, [...own, id, ended.id], staff);
    expect(faults(answer)).toEqual([
      ['settings.parties.3.organisationId', 'invalid'],
      ['settings.parties.4.organisationId', 'invalid'],
    ]);
    await decide(id, { outcome: 'approved' });
    expect((await setParties(here, [...own, id], staff)).status).toBe(200);
  });

  it('stays what it was in a programme that is over, and keeps that from running again', async () => {
    const over = await makeProgramme(db, time.now, { status: 'archived' });
    const cookie = await staffOf({ municipalityId: over.municipality.id });
    await call('POST', `/organisations/${over.association.id}/ending`, { cookie });
    const parties = [over.funder.id, over.association.id];
    expect((await setParties(over, parties, cookie, { name: 'Toen' })).status).toBe(200);
    // Beside what a programme lacks that was never given its money.
    expect(faults(await setParties(over, parties, cookie, { status: 'running' }))).toContainEqual([
      'settings.parties.1.organisationId',
      'invalid',
    ]);
  });

  it('plans no sessions: none new, no copy, and no draft of before', async () => {
    const own = await makeProgramme(db, time.now);
    const cookie = await staffOf({ organisationId: own.association.id });
    const past = new Date(time.now.getTime() - 48 * HOUR);
    const old = await makeSession(db, own, time.now, { startsAt: past });
    const draft = await makeSession(db, own, time.now, { status: 'draft' });
    const startsAt = new Date(time.now.getTime() + 72 * HOUR).toISOString();
    const body = { moduleId: old.moduleId, startsAt, deliveryMode: 'online', capacity: 5 };
    const plan = () => call('POST', '/me/sessions', { cookie, body });
    expect((await plan()).status).toBe(201);
    await sql`delete from programme_parties where organisation_id = ${own.association.id}`;
    const city = await staffOf({ municipalityId: own.municipality.id });
    expect((await call('POST', `/organisations/${own.association.id}/ending`, { cookie: city })).status).toBe(
      200,
    );
    expect(faults(await plan())).toEqual([['moduleId', 'invalid']]);
    expect((await call('GET', '/me/modules', { cookie })).body).toEqual({ items: [] });
    const copy = await call('POST', `/sessions/${old.id}/copies`, { cookie, body: { startsAt } });
    const publication = await call('POST', `/me/sessions/${draft.id}/publication`, { cookie });
    for (const answer of [copy, publication])
      expect(problemIn(answer).code).toBe('organisation-not-approved');
  });

  it('is no co-organiser', async () => {
    const own = await makeProgramme(db, time.now);
    const cookie = await staffOf({ organisationId: own.association.id });
    const session = await makeSession(db, own, time.now, { status: 'draft' });
    await sql`update organisations set status = 'ended' where id = ${own.otherAssociation.id}`;
    const answer = await call('PATCH', `/sessions/${session.id}`, {
      cookie,
      body: { coOrganiserIds: [own.otherAssociation.id] },
    });
    expect(faults(answer)).toEqual([['coOrganiserIds', 'invalid']]);
  });
});
