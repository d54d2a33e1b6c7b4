import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi('empty', { worker: false });
let free: ProgrammeFixture;
let reviewed: ProgrammeFixture;
const cookies = {} as Record<'own' | 'other' | 'city' | 'otherCity' | 'ownReviewed', string>;
beforeAll(async () => {
  free = await makeProgramme(db, time.now);
  reviewed = await makeProgramme(db, time.now, { reviewsModules: true });
  const of = async (role: Parameters<typeof makeStaff>[1][number]) =>
    signIn((await makeStaff(db, [role])).email);
  cookies.own = await of({ organisationId: free.association.id });
  cookies.other = await of({ organisationId: free.otherAssociation.id });
  cookies.otherCity = await of({ municipalityId: free.municipality.id });
  cookies.city = await of({ municipalityId: reviewed.municipality.id });
  cookies.ownReviewed = await of({ organisationId: reviewed.association.id });
});

const inDays = (days: number) => new Date(time.now.getTime() + days * 24 * HOUR).toISOString();
const minimal = {
  title: 'Grip op uw geld',
  kind: 'workshop',
  topic: 'financing',
  summary: 'Wat komt er binnen en wat gaat eruit.',
  description: 'U neemt uw cijfers mee.\n\nWij kijken mee.',
  durationMinutes: 90,
};
type Own = {
  id: string;
  slug: string;
  status: string;
  reviewNote: string | null;
  steps: string[];
  comingSessions: number;
  module: { title: string; languages: string[]; cost: { exVatCents: number } };
};
const make = (body: object = {}, { association, programme }: ProgrammeFixture = free, cookie = cookies.own) =>
  call('POST', `/organisations/${association.id}/modules`, {
    cookie,
    body: { ...minimal, programmeId: programme.id, ...body },
  });
const made = async (body: object = {}) => (await make(body)).body as Own;
const madeReviewed = async (body: object = {}) =>
  (await make(body, reviewed, cookies.ownReviewed)).body as Own;
const step = (id: string, name: string, cookie = cookies.own, note?: string) =>
  call('POST', `/modules/${id}/steps`, { cookie, body: { step: name, ...(note && { note }) } });
const change = (id: string, body: object, cookie = cookies.own) =>
  call('PATCH', `/modules/${id}`, { cookie, body });
const look = (id: string, cookie = cookies.own) => call('GET', `/me/modules/${id}`, { cookie });
const fieldsOf = (answer: { body: unknown }) =>
  problemIn(answer).invalidParams?.map(({ name, code }) => `${name} ${code}`);
const plan = (moduleId: string, cookie = cookies.own) =>
  call('POST', '/me/sessions', {
    cookie,
    body: {
      moduleId,
      startsAt: inDays(20),
      deliveryMode: 'online',
      onlineUrl: 'https://x.example/1',
      capacity: 5,
    },
  });

describe('making a module', () => {
  it('asks little, and gives a draft at an address from its title', async () => {
    const answer = await make({ title: 'Durf te kiezen' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      slug: 'durf-te-kiezen',
      status: 'draft',
      changeable: true,
      steps: ['publish'],
      price: { exVatCents: 0, vatRate: '21', ownContributionCents: 0 },
      module: { languages: ['nl'], stages: [], industries: [], bring: null, audience: null, leader: null },
    });
    const second = await made({ title: 'Durf te kiezen' });
    expect(second.slug).toBe('durf-te-kiezen-2');
    expect((await made({ title: 'Nieuw' })).slug).toBe('nieuw-2');
  });

  it('gives everyone an address of their own who takes the same title at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => made({ title: 'Samen tegelijk' })));
    expect(new Set(all.map(({ slug }) => slug)).size).toBe(6);
  });

  it('is sent twice and made once', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const send = () =>
      call('POST', `/organisations/${free.association.id}/modules`, {
        cookie: cookies.own,
        headers,
        body: { ...minimal, programmeId: free.programme.id, title: 'Eenmaal' },
      });
    const [first, second] = [(await send()).body as Own, (await send()).body as Own];
    expect(second.id).toBe(first.id);
  });

  it('says everything that is wrong at once', async () => {
    expect(
      fieldsOf(
        await make({
          title: '\u202e',
          kind: 'dans',
          summary: 'x'.repeat(301),
          description: 'x'.repeat(10_001),
          durationMinutes: 0,
          languages: ['xx'],
          stages: ['starting', 'x'],
          industries: 'Horeca',
          leader: 'a\nb',
          priceExVatCents: -1,
          vatRate: '6',
          ownContributionCents: 1.5,
          productId: 'x',
        }),
      ),
    ).toEqual([
      'title invalid',
      'kind invalid',
      'summary too-long',
      'description too-long',
      'durationMinutes invalid',
      'languages.0 invalid',
      'stages.1 invalid',
      'industries invalid',
      'leader invalid',
      'priceExVatCents invalid',
      'vatRate invalid',
      'ownContributionCents invalid',
      'productId invalid',
    ]);
    expect(
      fieldsOf(
        await make({
          programmeId: reviewed.programme.id,
          productId: free.programme.id,
          ownContributionCents: 1,
        }),
      ),
    ).toEqual(['programmeId invalid', 'productId invalid', 'ownContributionCents too-long']);
  });

  it.each([
    ['a control character', { description: 'a\u0007b' }, ['description invalid']],
    ['one of the second set', { summary: 'a\u0085b' }, ['summary invalid']],
    ['text that turns around', { description: 'a\u202eb' }, ['description invalid']],
    ['nothing to read', { description: '\n\n \t' }, ['description required']],
    ['only signs', { title: '!!!' }, ['title invalid']],
  ])('takes no %s', async (_, body, wrong) => {
    expect(fieldsOf(await make(body))).toEqual(wrong);
  });

  it('keeps 10,000 characters and what looks like HTML as they are', async () => {
    const description = `<script>alert(1)</script>\n\n${'é'.repeat(9_000)}`.padEnd(10_000, 'x');
    const { id } = await made({ description: description.replace('\n\n', '\r\n\r\n') });
    expect((await look(id)).body).toMatchObject({ module: { description } });
  });

  it('has the price of its product, also when that changes while it is made', async () => {
    const [product] = await sql`
      insert into products (programme_id, code, name, price_cents, in_package, position)
      values (${free.programme.id}, 'gesprek', 'Gesprek', 11250, false, 0) returning id`;
    const { id, module } = await made({ productId: product!.id as string, priceExVatCents: 5 });
    expect(module.cost.exVatCents).toBe(112_50);
    expect((await change(id, { priceExVatCents: 7 })).body).toMatchObject({
      price: { exVatCents: 112_50 },
    });
    expect(
      (await call('GET', `/organisations/${free.association.id}/modules`, { cookie: cookies.own })).body,
    ).toMatchObject({
      programmes: [{ id: free.programme.id, products: [{ name: 'Gesprek', priceCents: 112_50 }] }],
    });
  });

  it('is for who takes part in the programme, as an approved organisation', async () => {
    expect((await make({}, free, cookies.other)).status).toBe(404);
    expect((await make({}, free, cookies.otherCity)).status).toBe(404);
    const { funder, programme } = free;
    const own = { cookie: cookies.otherCity, body: { ...minimal, programmeId: programme.id } };
    expect((await call('POST', `/organisations/${funder.id}/modules`, own)).status).toBe(201);
    const { association } = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ organisationId: association.id }])).email);
    await sql`insert into programme_parties (programme_id, organisation_id, role, position)
      values (${programme.id}, ${association.id}, 'executor', 9)`;
    await sql`update organisations set status = 'ended' where id = ${association.id}`;
    const answer = await call('POST', `/organisations/${association.id}/modules`, {
      cookie,
      body: { ...minimal, programmeId: programme.id },
    });
    expect(fieldsOf(answer)).toEqual(['programmeId invalid']);
  });
});

describe('a draft', () => {
  it('is seen by its organisation only, and takes no sessions', async () => {
    const { id, slug, module } = await made({ title: 'Nog geheim' });
    for (const cookie of [undefined, cookies.other, cookies.otherCity]) {
      const who = cookie ? { cookie } : {};
      expect((await call('GET', `/modules/${slug}`, who)).status).toBe(404);
      expect((await call('GET', `/me/modules/${slug}`, who)).status).toBe(cookie ? 404 : 401);
      expect(JSON.stringify((await call('GET', '/modules?limit=100', who)).body)).not.toContain(module.title);
    }
    expect(fieldsOf(await plan(id))).toEqual(['moduleId not-published']);
    expect(fieldsOf(await plan(id, cookies.other))).toEqual(['moduleId invalid']);
    expect(JSON.stringify((await call('GET', '/me/modules', { cookie: cookies.own })).body)).not.toContain(
      id,
    );
  });

  it('is published at once where nobody looks, and then takes sessions', async () => {
    const { id, slug } = await made({
      title: 'Meteen zichtbaar',
      bring: 'Een laptop',
      languages: ['en', 'nl'],
    });
    expect((await step(id, 'publish')).body).toMatchObject({ status: 'published' });
    expect((await step(id, 'publish')).status).toBe(200);
    expect((await call('GET', `/modules/${slug}`)).body).toMatchObject({
      bring: 'Een laptop',
      languages: ['nl', 'en'],
    });
    expect((await plan(id)).status).toBe(201);
  });

  it('is copied as another draft', async () => {
    const { id } = await made({ title: 'Nog eens', audience: 'Voor starters' });
    await step(id, 'publish');
    const { body } = await call('POST', `/modules/${id}/copies`, { cookie: cookies.own });
    expect(body).toMatchObject({
      status: 'draft',
      slug: 'nog-eens-2',
      module: { title: 'Nog eens', audience: 'Voor starters' },
    });
    expect((await call('POST', `/modules/${id}/copies`, { cookie: cookies.other })).status).toBe(404);
  });

  it('is changed in part; what is left out stays', async () => {
    const { id, slug } = await made({ title: 'Eerst zo', leader: 'Noor' });
    const { body } = await change(id, { title: 'Dan zus', leader: '' });
    expect(body).toMatchObject({
      slug,
      module: { title: 'Dan zus', leader: null, summary: minimal.summary },
    });
    expect((await change(id, { title: 'Nee' }, cookies.other)).status).toBe(404);
    expect(fieldsOf(await change(id, { durationMinutes: -5, languages: [] }))).toEqual([
      'durationMinutes invalid',
      'languages required',
    ]);
    const [row] =
      await sql`select details from audit_log where action = 'module.changed' and subject_id = ${id}`;
    expect(row).toMatchObject({ details: { fields: ['title', 'leader'] } });
  });
});

describe('for whom a module is', () => {
  const readers = { stages: ['growing', 'starting', 'growing'], industries: ['Horeca'], languages: ['en'] };
  const shown = { stages: ['starting', 'growing'], industries: ['Horeca'], languages: ['en'] };

  it('everyone reads with it and with its sessions, and a copy keeps it', async () => {
    const { id, slug, module } = await made({ title: 'Voor wie groeit', ...readers });
    expect(module).toMatchObject(shown);
    await step(id, 'publish');
    expect((await call('GET', `/modules/${slug}`)).body).toMatchObject(shown);
    const { session } = (await plan(id)).body as { session: { id: string } };
    await call('POST', `/me/sessions/${session.id}/publication`, { cookie: cookies.own });
    expect((await call('GET', `/sessions/${session.id}`)).body).toMatchObject(shown);
    const copy = await call('POST', `/modules/${id}/copies`, { cookie: cookies.own });
    expect(copy.body).toMatchObject({ module: shown });
  });

  it('is changed, and left as it is by who says nothing of it; nothing chosen is everyone', async () => {
    const { id } = await made({ title: 'Voor een ander', ...readers });
    expect((await change(id, { title: 'Voor dezelfde' })).body).toMatchObject({ module: shown });
    expect((await change(id, { stages: [], industries: ['Markt'] })).body).toMatchObject({
      module: { stages: [], industries: ['Markt'], languages: ['en'] },
    });
    expect(fieldsOf(await change(id, { stages: ['later'], industries: ['Horeca', 'horeca'] }))).toEqual([
      'stages.0 invalid',
      'industries.1 invalid',
    ]);
  });
});

describe('where the municipality looks first', () => {
  it('a module is submitted, sent back with a note, submitted again and approved', async () => {
    const { id, slug } = await madeReviewed({ title: 'Eerst gekeurd' });
    expect((await look(id, cookies.city)).status).toBe(404);
    expect(problemIn(await step(id, 'publish', cookies.ownReviewed)).code).toBe('module-not-changeable');
    expect((await step(id, 'submit', cookies.ownReviewed)).body).toMatchObject({ status: 'submitted' });
    expect(problemIn(await change(id, { title: 'Stiekem' }, cookies.ownReviewed)).code).toBe(
      'module-not-changeable',
    );
    const waiting = async () =>
      (await call('GET', '/me/submitted-modules', { cookie: cookies.city })).body as { items: Own[] };
    expect((await waiting()).items.map((one) => one.id)).toEqual([id]);
    expect((await look(id, cookies.city)).body).toMatchObject({
      changeable: false,
      steps: ['approve', 'send-back'],
    });
    expect(problemIn(await change(id, { title: 'Anders' }, cookies.city)).code).toBe('not-allowed');
    expect(problemIn(await step(id, 'approve', cookies.ownReviewed)).code).toBe('not-allowed');
    expect((await step(id, 'approve', cookies.otherCity)).status).toBe(404);
    expect(fieldsOf(await step(id, 'send-back', cookies.city))).toEqual(['note required']);
    const note = 'Schrijf er bij voor wie het is.';
    expect((await step(id, 'send-back', cookies.city, note)).body).toMatchObject({
      status: 'draft',
      reviewNote: note,
    });
    expect((await look(id, cookies.ownReviewed)).body).toMatchObject({ reviewNote: note, steps: ['submit'] });
    expect((await change(id, { audience: 'Starters' }, cookies.ownReviewed)).status).toBe(200);
    await step(id, 'submit', cookies.ownReviewed);
    expect((await step(id, 'approve', cookies.city)).body).toMatchObject({
      status: 'published',
      reviewNote: null,
    });
    expect((await call('GET', `/modules/${slug}`)).status).toBe(200);
    expect((await waiting()).items).toEqual([]);
    expect(
      fieldsOf(await change(id, { ownContributionCents: 0, durationMinutes: 30 }, cookies.ownReviewed)),
    ).toEqual(['durationMinutes approved']);
    expect((await change(id, { summary: 'Beter gezegd.' }, cookies.ownReviewed)).status).toBe(200);
  });

  it('one of two answers at once counts', async () => {
    const { id } = await madeReviewed();
    await step(id, 'submit', cookies.ownReviewed);
    const answers = await Promise.all([
      step(id, 'approve', cookies.city),
      step(id, 'send-back', cookies.city, 'Nog niet.'),
    ]);
    const { status } = (await look(id, cookies.ownReviewed)).body as Own;
    expect(answers.map((one) => one.status === 200)).toEqual([status === 'published', status === 'draft']);
  });

  it('a submitted module takes no sessions, and is taken back', async () => {
    const { id } = await madeReviewed();
    await step(id, 'submit', cookies.ownReviewed);
    expect(fieldsOf(await plan(id, cookies.ownReviewed))).toEqual(['moduleId not-published']);
    expect((await step(id, 'take-back', cookies.ownReviewed)).body).toMatchObject({ status: 'draft' });
  });

  it('who is no party any more offers nothing', async () => {
    const some = await makeProgramme(db, time.now);
    const cookie = await signIn((await makeStaff(db, [{ organisationId: some.association.id }])).email);
    const { id } = (await make({}, some, cookie)).body as Own;
    await sql`delete from programme_parties where organisation_id = ${some.association.id}`;
    expect(problemIn(await step(id, 'publish', cookie)).code).toBe('not-a-party');
  });
});

describe('an archived module', () => {
  it('takes no new sessions; what is planned goes on, and who has the link reads it as long', async () => {
    const session = await makeSession(db, free, time.now, { startsAt: new Date(inDays(3)) });
    const draft = (await plan(session.moduleId)).body as { session: { id: string } };
    const [{ slug }] = await sql<[{ slug: string }]>`select slug from modules where id = ${session.moduleId}`;
    const other = await made({ title: 'Zonder sessies' });
    await step(other.id, 'publish');
    for (const id of [session.moduleId, other.id])
      expect((await step(id, 'archive')).body).toMatchObject({ status: 'archived' });
    expect((await call('GET', `/modules/${slug}`)).status).toBe(200);
    expect((await call('GET', `/modules/${other.slug}`)).status).toBe(404);
    expect(JSON.stringify((await call('GET', '/modules?limit=100')).body)).not.toContain(slug);
    expect(JSON.stringify((await call('GET', '/sessions?limit=100')).body)).toContain(session.id);
    const body = { name: 'Noor', email: 'noor@voorbeeld.example' };
    expect((await call('POST', `/sessions/${session.id}/registrations`, { body })).status).toBe(201);

    expect(fieldsOf(await plan(session.moduleId))).toEqual(['moduleId not-published']);
    const refusals = [
      await call('POST', `/me/sessions/${draft.session.id}/publication`, { cookie: cookies.own }),
      await call('POST', `/sessions/${session.id}/copies`, {
        cookie: cookies.own,
        body: { startsAt: inDays(9) },
      }),
    ];
    expect(refusals.map((answer) => problemIn(answer).code)).toEqual(Array(2).fill('module-not-published'));
    expect(problemIn(await change(session.moduleId, { title: 'Anders' })).code).toBe('module-not-changeable');
    expect((await look(session.moduleId)).body).toMatchObject({ comingSessions: 1, steps: ['bring-back'] });

    expect((await step(session.moduleId, 'bring-back')).body).toMatchObject({ status: 'published' });
    expect((await plan(session.moduleId)).status).toBe(201);
  });
});
