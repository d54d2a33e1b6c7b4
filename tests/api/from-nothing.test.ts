import { expect, it } from 'vitest';
import { makeOperator } from '../../api/people/accounts/make-operator.ts';
import { inWork, system } from '../../api/unit-of-work/work.ts';
import { testApi } from '../support/api.ts';
import { HOUR } from '../support/fixtures.ts';

const api = await testApi('empty');
const { db, sql, time, call, signIn, latestCode, config } = api;

const idOf = (answer: { status: number; body: unknown }) => {
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return (answer.body as { id: string }).id;
};
const day = (days: number) => new Date(time.now.getTime() + days * 24 * HOUR).toISOString().slice(0, 10);

/** Invites someone and lets them accept; gives the cookie of that person. */
async function letIn(by: string, workplace: string, email: string, duty: string) {
  const invitation = idOf(
    await call('POST', `/workplaces/${workplace}/invitations`, { cookie: by, body: { email, duty } }),
  );
  const cookie = await signIn(email);
  const path = `/me/invitations/${invitation}/acceptance`;
  expect((await call('POST', path, { cookie, body: { name: email.split('@')[0] } })).status).toBe(200);
  return cookie;
}

it('from an empty database to a quarter that is accounted for, by the API alone', async () => {
  // What `npm run setup` does.
  await inWork({ db, enqueueMail: async () => {}, config }, { actor: system, now: time.now }, (work) =>
    makeOperator(work, { email: 'beheer@portaal.example', name: 'Beheer', language: 'nl' }),
  );
  const operator = await signIn('beheer@portaal.example');

  const municipality = idOf(
    await call('POST', '/municipalities', { cookie: operator, body: { name: 'Amsterdam', cbsCode: '0363' } }),
  );
  const city = await letIn(operator, municipality, 'wethouder@amsterdam.example', 'administrator');
  const money = await letIn(city, municipality, 'geld@amsterdam.example', 'money');

  const association = idOf(
    await call('POST', '/organisations', {
      cookie: city,
      body: { kind: 'association', name: 'Ondernemersvereniging Noord', shortName: 'OV Noord' },
    }),
  );
  const chair = await letIn(city, association, 'voorzitter@ovnoord.example', 'administrator');
  await letIn(chair, association, 'deur@ovnoord.example', 'door');

  const trainer = await signIn('trainer@zaak.example');
  const application = {
    municipalityId: municipality,
    kind: 'provider',
    name: 'Zaak in Beeld',
    profile: 'Wij geven workshops over zichtbaar zijn.',
    kvkNumber: '90003942',
    email: 'info@zaak.example',
  };
  const provider = idOf(
    await call('POST', '/me/organisation-applications', { cookie: trainer, body: application }),
  );
  const approval = { cookie: city, body: { outcome: 'approved' } };
  expect((await call('POST', `/organisations/${provider}/decision`, approval)).status).toBe(200);
  await letIn(trainer, provider, 'collega@zaak.example', 'editor');

  const programme = idOf(
    await call('POST', '/programmes', {
      cookie: city,
      body: {
        name: 'Ondernemers vooruit',
        startsOn: day(-1),
        endsOn: day(364),
        creditLine: 'Mogelijk gemaakt door de gemeente Amsterdam',
        from: { template: 'onderneemvaardig' },
      },
    }),
  );
  const path = `/programmes/${programme}`;
  const { body } = await call('GET', `${path}/settings`, { cookie: city });
  const { version, settings } = body as {
    version: number;
    settings: { parties: object[]; quarters: object[] };
  };
  const decided = {
    ...settings,
    authorised: { cents: 4_000_000, basis: 'ex' },
    parties: [
      ...settings.parties,
      { organisationId: association, role: 'executor' },
      { organisationId: provider, role: 'executor' },
    ],
  };
  const save = (from: number, change: object) =>
    call('PUT', `${path}/settings`, {
      cookie: city,
      body: { version: from, motivation: 'Zo is het besloten.', settings: { ...decided, ...change } },
    });
  expect((await save(version, {})).status).toBe(200);
  const early = await save(version + 1, { status: 'running' });
  expect(early.status).toBe(400);
  for (const [n] of settings.quarters.entries()) {
    const phase = { cookie: money, body: { ceilingCents: 1_000_000 } };
    expect((await call('PUT', `${path}/quarters/${n + 1}/phase`, phase)).status).toBe(200);
  }
  expect((await save(version + 1, { status: 'running' })).status).toBe(200);

  const module = idOf(
    await call('POST', `/organisations/${provider}/modules`, {
      cookie: trainer,
      body: {
        programmeId: programme,
        title: 'Zichtbaar op straat',
        kind: 'workshop',
        topic: 'marketing',
        summary: 'Leer hoe klanten u vinden.',
        description: 'U gaat naar huis met een plan.',
        durationMinutes: 120,
        priceExVatCents: 250_00,
      },
    }),
  );
  const published = { cookie: trainer, body: { step: 'publish' } };
  expect((await call('POST', `/modules/${module}/steps`, published)).status).toBe(200);
  const venue = idOf(
    await call('POST', `/organisations/${provider}/venues`, {
      cookie: trainer,
      body: { name: 'De Zaak', street: 'Damrak 1', postcode: '1012 JS', city: 'Amsterdam' },
    }),
  );
  const startsAt = new Date(time.now.getTime() + 72 * HOUR);
  const drafted = await call('POST', '/me/sessions', {
    cookie: trainer,
    body: {
      moduleId: module,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 2 * HOUR).toISOString(),
      deliveryMode: 'onLocation',
      venueId: venue,
      capacity: 12,
    },
  });
  const session = (drafted.body as { session: { id: string } }).session.id;
  expect(
    (await call('POST', `/me/sessions/${session}/publication`, { cookie: trainer, body: {} })).status,
  ).toBe(200);

  const place = await call('POST', `/sessions/${session}/registrations`, {
    body: { name: 'Noor Jansen', email: 'noor@bloemen.example', kvkNumber: '69599076' },
  });
  const registration = idOf(place);
  const confirmed = await call('POST', `/registrations/${registration}/confirmation`, {
    body: { code: await latestCode(registration) },
  });
  expect(confirmed.body).toMatchObject({ status: 'confirmed' });
  const [paid] = await sql`
    select d.payer, p.reserved_cents from registrations r join decisions d on d.id = r.decision_id, budget_phases p
    join programme_quarters q on q.id = p.quarter_id and q.ordinal = 1 where r.id = ${registration}`;
  expect(paid).toEqual({ payer: 'municipality', reserved_cents: 250_00 });

  time.now = new Date(startsAt.getTime() + HOUR);
  const marks = [{ registrationId: registration, attendance: 'present' }];
  const marked = await call('PUT', `/sessions/${session}/attendance`, { cookie: trainer, body: { marks } });
  expect(marked.status).toBe(200);
  const report = await call('GET', `${path}/quarters/1/report`, { cookie: city });
  expect(report.status).toBe(200);
  const [counted] =
    await sql`select count(*)::int as present from registrations where attendance = 'present'`;
  expect(counted).toEqual({ present: 1 });
  expect(report.body).toMatchObject({ present: 1 });
});
