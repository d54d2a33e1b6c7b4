import { beforeAll, describe, expect, it, test } from 'vitest';
import { products } from '../../db/schema/programmes.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff, setApart } from '../support/fixtures.ts';

const { sql, db, time, call, latestCode, signIn } = await testApi();
const STUDY = 'levensvatbaarheidsonderzoek';

async function deventer() {
  const made = await makeProgramme(db, time.now, { funding: 'perParticipant', maxEntrepreneurs: 350 });
  await setApart(db, made);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
  const id = made.programme.id;
  const [intake, study] = await db
    .insert(products)
    .values([
      {
        programmeId: id,
        code: 'intake',
        name: 'Intake en Toeleiding',
        minutes: 90,
        priceCents: 112_50,
        inPackage: true,
        position: 1,
      },
      {
        programmeId: id,
        code: STUDY,
        name: 'IMK Levensvatbaarheidsonderzoek',
        priceCents: 2095_00,
        inPackage: false,
        cap: 30,
        position: 2,
      },
    ])
    .returning();
  await sql`update rule_sets set rules = ${sql.json([
    { kind: 'programmeRunning' },
    { kind: 'peopleCap', max: 350, scope: 'programme' },
    { kind: 'productCap', product: STUDY, max: 30 },
    { kind: 'capPerEntrepreneur', max: 2, unit: 'count', period: { per: 'programme' } },
    { kind: 'capPerEntrepreneur', max: 3000_00, unit: 'cents', period: { per: 'calendarYear' } },
  ])} where programme_id = ${id}`;
  const offer = (product: { id: string; priceCents: number }) =>
    makeSession(db, made, time.now, {
      capacity: 50,
      module: { productId: product.id, priceExVatCents: product.priceCents, vatRate: 'exempt' },
    });
  return { ...made, cookie, at: `/programmes/${made.programme.slug}`, intake: intake!, study: study!, offer };
}
type Own = Awaited<ReturnType<typeof deventer>>;
let own: Own;
beforeAll(async () => {
  own = await deventer();
});

type Use = { used: number; reserved: number; cap: number | null; isKept: boolean };
type Caps = {
  ruleSetVersion: number;
  people: Use;
  products: (Use & { code: string })[];
  perEntrepreneur: { unit: string; reached: number; highest: number; entrepreneurs: number }[];
};
type Item = {
  code: string;
  name: string;
  hours: number | null;
  priceCents: number;
  inPackage: boolean;
  cap: number | null;
};
const caps = async ({ at, cookie }: Own) => (await call('GET', `${at}/caps`, { cookie })).body as Caps;
const list = async ({ at }: Own) => ((await call('GET', `${at}/products`)).body as { items: Item[] }).items;
const put = (items: unknown[], { at, cookie }: Own = own) =>
  call('PUT', `${at}/products`, { body: { items }, cookie });

let person = 0;
const somebody = () => ({ name: 'Noor', email: `product${++person}@voorbeeld.example` });
async function hold(sessionId: string, who = somebody()) {
  const { body } = await call('POST', `/sessions/${sessionId}/registrations`, { body: who });
  return (body as { id: string }).id;
}
async function book(sessionId: string, who = somebody()) {
  const id = await hold(sessionId, who);
  const answer = await call('POST', `/registrations/${id}/confirmation`, {
    body: { code: await latestCode(id) },
  });
  expect(answer.status).toBe(200);
  return id;
}
type Seen = {
  caps: { product: { used: number } | null; people: { used: number } };
  paid: { cents: number }[];
};
async function decided(registrationId: string) {
  const [row] = await sql<{ ex_vat_cents: number; facts: Seen }[]>`select * from decisions
    where registration_id = ${registrationId} order by decided_at desc, id desc limit 1`;
  return row!;
}

describe('how full the caps are', () => {
  it('counts as the next decision counts', async () => {
    const some = await deventer();
    const [study, intake] = [await some.offer(some.study), await some.offer(some.intake)];
    const twice = somebody();
    await book(study.id, twice);
    await book(intake.id, twice);
    await book(study.id);
    const waiting = await book(study.id);
    await sql`update registrations set status = 'offered', confirmed_at = null, waitlisted_at = created_at,
      expires_at = now() + interval '1 hour' where id = ${waiting}`;
    const cancelled = await book(intake.id);
    await sql`update registrations set status = 'cancelled', cancelled_at = now(), cancelled_by = 'participant',
      attendance = null where id = ${cancelled}`;
    const full = await caps(some);
    expect(full).toMatchObject({
      ruleSetVersion: 1,
      people: { used: 3, reserved: 1, cap: 350, isKept: true },
      products: [
        { code: 'intake', used: 1, reserved: 0, cap: null, isKept: false },
        { code: STUDY, used: 3, reserved: 1, cap: 30, isKept: true },
      ],
      perEntrepreneur: [
        { unit: 'count', entrepreneurs: 2, reached: 1, highest: 2 },
        { unit: 'cents', entrepreneurs: 2, reached: 0, highest: 2095_00 + 112_50 },
      ],
    });
    const { facts } = await decided(await hold(study.id));
    expect(facts.caps).toMatchObject({ product: { used: 3 }, people: { used: 3 } });
    expect(full.products[1]!.used).toBe(facts.caps.product!.used);
    expect(full.people.used).toBe(facts.caps.people.used);
  });

  it('says so when no rule keeps a limit', async () => {
    const some = await deventer();
    await sql`update rule_sets set rules = ${sql.json([{ kind: 'programmeRunning' }])}
      where programme_id = ${some.programme.id}`;
    expect(await caps(some)).toMatchObject({
      people: { cap: 350, isKept: false },
      products: [{ isKept: false }, { cap: 30, isKept: false }],
      perEntrepreneur: [],
    });
  });
});

describe('the catalogue', () => {
  it('is replaced as a whole, in its order; a product stays the same by its code', async () => {
    const some = await deventer();
    const before = await list(some);
    const items = [
      { ...before[1]!, cap: 25 },
      { code: 'e-scan', name: 'E-scan', hours: 0.5, priceCents: 50_00, inPackage: true, cap: null },
      { ...before[0]!, name: 'Intake' },
    ];
    const answer = await put(items, some);
    const kept = items.map((item) => ({ priceBasis: 'ex', ...item }));
    expect([answer.status, answer.body]).toEqual([200, { items: kept }]);
    expect(await list(some)).toEqual(kept);
    const [row] = await sql`select code from products where id = ${some.intake.id}`;
    expect(row).toEqual({ code: 'intake' });
  });

  it('has a new price for new decisions only', async () => {
    const some = await deventer();
    const offers = [await some.offer(some.intake), await some.offer(some.intake)];
    const who = somebody();
    const first = await book(offers[0]!.id, who);
    const items = (await list(some)).map((one) => ({ ...one, priceCents: one.priceCents + 10_00 }));
    expect((await put(items, some)).status).toBe(200);
    expect(await decided(first)).toMatchObject({ ex_vat_cents: 112_50 });
    const second = await decided(await book(offers[1]!.id, who));
    expect(second).toMatchObject({ ex_vat_cents: 122_50, facts: { paid: [{ cents: 112_50 }] } });
    const shown = (await call('GET', `/sessions/${offers[1]!.id}`)).body as { cost: { exVatCents: number } };
    expect(shown.cost.exVatCents).toBe(122_50);
  });

  it('keeps a product that is offered, or that a rule is about', async () => {
    const some = await deventer();
    await some.offer(some.intake);
    const answer = await put([], some);
    expect([answer.status, problemIn(answer).invalidParams]).toMatchObject([
      400,
      [
        {
          name: 'items',
          code: 'explained',
          reason: expect.stringContaining('Intake en Toeleiding') as string,
        },
        { name: 'items', code: 'explained', reason: expect.stringContaining('regels') as string },
      ],
    ]);
    expect((await list(some)).length).toBe(2);
  });

  it('is refused with all errors together', async () => {
    const good = { code: 'a', name: 'A', hours: 1, priceCents: 100, inPackage: true, cap: null };
    const answer = await put([
      good,
      { ...good, name: '' },
      { ...good, code: 'B!', hours: 0, cap: 0 },
      { ...good, code: 'c', priceCents: -1, hours: 20_000 },
      { ...good, code: 'd', priceCents: 12.5 },
      null,
    ]);
    const params = problemIn(answer).invalidParams!.map(({ name, code }) => `${name} ${code}`);
    expect([answer.status, params.slice(0, 9)]).toEqual([
      400,
      [
        'items.1.code explained',
        'items.1.name required',
        'items.2.code invalid',
        'items.2.hours too-short',
        'items.2.cap too-short',
        'items.3.hours too-long',
        'items.3.priceCents too-short',
        'items.4.priceCents invalid',
        'items.5 invalid',
      ],
    ]);
  });
});

describe('who may not', () => {
  test('anyone but the municipality of the programme', async () => {
    const stranger = await deventer();
    const association = await signIn((await makeStaff(db, [{ organisationId: own.association.id }])).email);
    const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
    const before = await list(own);
    for (const [cookie, status] of [
      [undefined, 401],
      [operator, 403],
      [association, 404],
      [stranger.cookie, 404],
    ] as const) {
      const as = cookie ? { cookie } : {};
      expect((await call('GET', `${own.at}/caps`, as)).status).toBe(status);
      expect((await call('PUT', `${own.at}/products`, { body: { items: [] }, ...as })).status).toBe(status);
    }
    expect(await list(own)).toEqual(before);
  });
});
