import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';

const api = await testApi();
const { db, sql, time, call, signIn } = api;

let made: Awaited<ReturnType<typeof makeProgramme>>;
let boss: string;
let workplace: string;
beforeAll(async () => {
  made = await makeProgramme(db, time.now);
  workplace = made.association.id;
  boss = await signIn((await makeStaff(db, [{ organisationId: workplace }])).email);
});

const invite = (email: string, duty = 'editor', cookie = boss, id = workplace) =>
  call('POST', `/workplaces/${id}/invitations`, { cookie, body: { email, duty } });
const accept = async (id: string, email: string, name = 'Nieuwe Naam') =>
  call('POST', `/me/invitations/${id}/acceptance`, { cookie: await signIn(email), body: { name } });
type Staff = {
  people: { accountId: string; name: string; email: string; duty: string }[];
  invitations: { id: string; email: string }[];
};
const staff = async (cookie = boss, id = workplace) =>
  (await call('GET', `/workplaces/${id}/staff`, { cookie })).body as Staff;
const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;
const mailsTo = (kind: string) =>
  sql<
    { data: { job: object } }[]
  >`select data from pgboss.job where name = 'mail' and data->>'kind' = ${kind}`;

describe('an invitation', () => {
  it('is accepted once, by who reads the mail of that address, and opens just that duty', async () => {
    const asked = await invite('Redacteur@Staf.Example');
    expect(asked.status).toBe(201);
    const id = idOf(asked);
    expect((await staff()).invitations).toMatchObject([{ id, email: 'redacteur@staf.example' }]);

    const other = await accept(id, 'ander@staf.example');
    expect([other.status, problemIn(other).code]).toEqual([404, 'not-found']);
    expect((await accept(id, 'redacteur@staf.example')).body).toMatchObject({
      state: 'accepted',
      duty: 'editor',
    });
    expect((await accept(id, 'redacteur@staf.example', 'Andere Naam')).status).toBe(200);
    const people = (await staff()).people.filter(({ email }) => email === 'redacteur@staf.example');
    expect(people).toMatchObject([{ name: 'Nieuwe Naam', duty: 'editor' }]);
    expect((await staff()).invitations).toEqual([]);
    expect(problemIn(await invite('redacteur@staf.example')).code).toBe('already-staff');
  });

  it('asked again lasts longer and is one', async () => {
    const first = await invite('twee@staf.example', 'door');
    const again = await invite('twee@staf.example', 'administrator');
    expect(idOf(again)).toBe(idOf(first));
    expect((await accept(idOf(again), 'twee@staf.example')).body).toMatchObject({ duty: 'administrator' });
  });

  it.each([
    [
      'withdrawn',
      async (id: string) =>
        void (await call('DELETE', `/workplaces/${workplace}/invitations/${id}`, { cookie: boss })),
    ],
    [
      'turned down',
      async (id: string, email: string) =>
        void (await call('DELETE', `/me/invitations/${id}`, { cookie: await signIn(email) })),
    ],
    [
      'too old',
      async (id: string) =>
        void (await sql`update invitations set expires_at = ${time.now} where id = ${id}`),
    ],
  ])('that was %s opens nothing', async (what, end) => {
    const email = `${what.replace(' ', '-')}@staf.example`;
    const id = idOf(await invite(email));
    await end(id, email);
    const answer = await accept(id, email);
    expect([answer.status, problemIn(answer).code]).toEqual([409, 'invitation-ended']);
  });

  it('is for a duty that there is there', async () => {
    const wrong = await invite('fout@staf.example', 'money');
    expect(problemIn(wrong).invalidParams).toMatchObject([{ name: 'duty', code: 'invalid' }]);
  });

  it('of an organisation that has ended since opens nothing', async () => {
    const { association } = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ organisationId: association.id }])).email);
    const id = idOf(await invite('laat@staf.example', 'door', cookie, association.id));
    await sql`update organisations set status = 'ended' where id = ${association.id}`;
    expect(problemIn(await accept(id, 'laat@staf.example')).code).toBe('invitation-ended');
    const roles =
      await sql`select from account_roles r join accounts a on a.id = r.account_id where a.email = 'laat@staf.example'`;
    expect(roles).toHaveLength(0);
  });

  it('is not for an organisation that was not approved', async () => {
    const { association } = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ organisationId: association.id }])).email);
    await sql`update organisations set status = 'applied' where id = ${association.id}`;
    const answer = await invite('vroeg@staf.example', 'door', cookie, association.id);
    expect(problemIn(answer).code).toBe('organisation-not-approved');
  });

  it('of which fifty are open, no more can be sent; and nobody is mailed without end', async () => {
    const elsewhere = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ organisationId: elsewhere.association.id }])).email);
    const ask = (email: string) => invite(email, 'door', cookie, elsewhere.association.id);
    for (let n = 0; n < 50; n++) expect((await ask(`veel${n}@staf.example`)).status).toBe(201);
    expect((await ask('veel50@staf.example')).status).toBe(429);
    let sent = 0;
    while ((await invite('steeds@staf.example')).status === 201) sent++;
    expect(sent).toBe(10);
  });
});

describe('the people of a workplace', () => {
  const personOf = async (email: string) =>
    (await staff()).people.find((one) => one.email === email)!.accountId;
  const change = (accountId: string, duty: string, cookie = boss) =>
    call('PUT', `/workplaces/${workplace}/staff/${accountId}`, { cookie, body: { duty } });
  const end = (accountId: string, cookie = boss) =>
    call('DELETE', `/workplaces/${workplace}/staff/${accountId}`, { cookie });

  it('are changed by administrators only; everyone may go', async () => {
    const { email, id } = await makeStaff(db, [{ organisationId: workplace, duty: 'editor' }]);
    const editor = await signIn(email);
    const mine = await personOf(email);
    expect((await call('GET', `/workplaces/${workplace}/staff`, { cookie: editor })).status).toBe(403);
    expect((await change(mine, 'administrator', editor)).status).toBe(403);
    expect((await change(mine, 'door')).status).toBe(204);
    expect((await end(id, editor)).status).toBe(204);
    expect((await end(id)).status).toBe(204);
    expect((await call('GET', `/workplaces/${workplace}/staff`, { cookie: editor })).status).toBe(404);
  });

  it('always have an administrator left', async () => {
    const lone = await makeProgramme(db, time.now);
    const account = await makeStaff(db, [{ organisationId: lone.association.id }]);
    const cookie = await signIn(account.email);
    const path = `/workplaces/${lone.association.id}/staff/${account.id}`;
    for (const answer of [
      await call('DELETE', path, { cookie }),
      await call('PUT', path, { cookie, body: { duty: 'door' } }),
    ]) {
      expect([answer.status, problemIn(answer).code]).toEqual([409, 'last-administrator']);
    }
  });

  it('are managed by their municipality too, and by no other', async () => {
    const elsewhere = await makeProgramme(db, time.now);
    const own = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
    const other = await signIn((await makeStaff(db, [{ municipalityId: elsewhere.municipality.id }])).email);
    expect((await staff(own)).people.length).toBeGreaterThan(0);
    expect((await call('GET', `/workplaces/${workplace}/staff`, { cookie: other })).status).toBe(404);
    expect((await call('GET', `/workplaces/${made.municipality.id}/staff`, { cookie: boss })).status).toBe(
      404,
    );
  });

  it('hear of every change, and so do the administrators', async () => {
    await sql`delete from pgboss.job`;
    const { email } = await makeStaff(db, [{ organisationId: workplace, duty: 'door' }]);
    const person = await personOf(email);
    await change(person, 'editor');
    const told = (await mailsTo('staffChanged')).map(
      ({ data }) => (data as unknown as { accountId: string }).accountId,
    );
    expect(told).toContain(person);
    const administrators = (await staff()).people.filter(({ duty }) => duty === 'administrator');
    expect(told.length).toBe(administrators.length);
  });
});

describe('a municipality', () => {
  const contacts = {
    name: 'Nieuwstad',
    phone: '14 0123',
    openingHours: 'Maandag tot en met vrijdag',
    helpEmail: 'help@nieuwstad.example',
    places: ['Nieuwstad', 'Oudedijk'],
    privacyContact: null,
    accessibilityContact: null,
    securityContact: null,
    signposts: [
      {
        topic: 'money',
        name: 'Geldloket',
        text: 'hulp bij schulden',
        phone: '0800 0000',
        url: 'https://geld.example',
      },
    ],
  };

  it('is made by an operator, and then run by whom it invites', async () => {
    const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
    const body = { name: 'Nieuwstad', cbsCode: '0999' };
    const created = await call('POST', '/municipalities', { cookie: operator, body });
    expect(created.status).toBe(201);
    const id = idOf(created);
    const twice = await call('POST', '/municipalities', { cookie: operator, body });
    expect(problemIn(twice).invalidParams).toMatchObject([
      { name: 'name', code: 'in-use' },
      { name: 'cbsCode', code: 'in-use' },
    ]);

    const asked = await invite('wethouder@nieuwstad.example', 'administrator', operator, id);
    await accept(idOf(asked), 'wethouder@nieuwstad.example');
    const cookie = await signIn('wethouder@nieuwstad.example');
    const saved = await call('PUT', `/municipalities/${id}`, { cookie, body: contacts });
    expect(saved.body).toMatchObject(contacts);
    expect((await call('GET', '/municipalities', { cookie })).status).toBe(403);
    const [organisation] = await sql`select kind, name from organisations where municipality_id = ${id}`;
    expect(organisation).toMatchObject({ kind: 'municipality', name: 'Gemeente Nieuwstad' });
  });

  it.each([
    ['phone', 'javascript:alert(1)'],
    ['helpEmail', 'geen adres'],
    ['openingHours', 'van 9\u202etot 5'],
    ['places', ['Oude\u0000dijk']],
    ['signposts', [{ ...contacts.signposts[0], url: 'javascript:alert(1)' }]],
  ])('takes no %s that harms', async (name, value) => {
    const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
    const answer = await call('PUT', `/municipalities/${made.municipality.id}`, {
      cookie: operator,
      body: { ...contacts, [name]: value },
    });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams![0]!.name).toMatch(new RegExp(`^${name}`));
  });
});
