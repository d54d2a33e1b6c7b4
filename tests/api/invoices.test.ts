import { describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';
import { moneyWorld } from '../support/money-world.ts';

const api = await testApi();
const { db, sql, time, call, signIn } = api;
const filled = {
  kvkNumber: '1234 5678',
  vatNumber: 'NL 0000.99998.B57',
  iban: 'nl91 abna 0417 1643 00',
  street: ' Voorbeeldlaan 1 ',
  postcode: '1234ab',
  city: 'Voorbeeldstad',
};
const stored = {
  kvkNumber: '12345678',
  vatNumber: 'NL000099998B57',
  iban: 'NL91ABNA0417164300',
  street: 'Voorbeeldlaan 1',
  postcode: '1234 AB',
  city: 'Voorbeeldstad',
};
const unfilled = Object.fromEntries(Object.keys(stored).map((field) => [field, null]));

const put = (id: string, cookie: string | undefined, body: object) =>
  call('PUT', `/organisations/${id}/billing`, { body, ...(cookie && { cookie }) });
const get = (id: string, cookie?: string) =>
  call('GET', `/organisations/${id}/billing`, cookie ? { cookie } : {});

describe('what stands on the invoices of an organisation', () => {
  it('is unknown until its staff fill it in, in the way people write it', async () => {
    const { association, staff } = await moneyWorld(api);
    expect((await get(association.id, staff.association)).body).toEqual(unfilled);
    const answer = await put(association.id, staff.association, filled);
    expect([answer.status, answer.body]).toEqual([200, stored]);
    expect((await get(association.id, staff.association)).body).toEqual(stored);
    await put(association.id, staff.association, { ...filled, iban: '', street: null });
    expect((await get(association.id, staff.association)).body).toEqual({
      ...stored,
      iban: null,
      street: null,
    });
    const [log] = await sql`select details from audit_log where subject_id = ${association.id}
      order by id desc limit 1`;
    expect(JSON.stringify(log)).not.toContain('12345678');
  });

  it('is refused with every field that is wrong', async () => {
    const { association, staff } = await moneyWorld(api);
    const answer = await put(association.id, staff.association, {
      kvkNumber: '1234',
      vatNumber: 'NL000099998B58',
      iban: 'NL00ABNA0417164300',
      postcode: '0123 AB',
      street: 'a'.repeat(121),
      city: 'A\u202eb',
    });
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams?.map(({ name }) => name)).toEqual([
      'kvkNumber',
      'vatNumber',
      'iban',
      'street',
      'postcode',
      'city',
    ]);
    expect((await get(association.id, staff.association)).body).toEqual(unfilled);
  });

  it('is for its own staff; that of the municipality also for the municipality', async () => {
    const { association, funder, staff } = await moneyWorld(api);
    const elsewhere = await makeProgramme(db, time.now);
    const stranger = await signIn(
      (await makeStaff(db, [{ municipalityId: elsewhere.municipality.id }])).email,
    );
    const cases: [string, string | undefined, number][] = [
      [association.id, undefined, 401],
      [association.id, await signIn('ondernemer-factuur@opkoers.example'), 403],
      [association.id, staff.other, 404],
      [association.id, staff.municipality, 404],
      [association.id, stranger, 404],
      [funder.id, stranger, 404],
      [funder.id, staff.association, 404],
      [funder.id, staff.municipality, 200],
      [funder.id, staff.funder, 200],
    ];
    for (const [id, cookie, status] of cases) {
      expect((await put(id, cookie, filled)).status).toBe(status);
      expect((await get(id, cookie)).status).toBe(status);
    }
    expect((await get(association.id, staff.association)).body).toEqual(unfilled);
  });
});

describe('the invoice of a settlement', () => {
  async function closed() {
    const world = await moneyWorld(api);
    const session = await world.session('association', { module: { priceExVatCents: 250_00 } });
    const ids = [await world.walkIn(session), await world.walkIn(session)];
    await world.walkIn(await world.session('otherAssociation', { module: { priceExVatCents: 99_99 } }));
    await world.close();
    const path = (number = 1, slug = world.association.slug) =>
      `/programmes/${world.slug}/quarters/1/settlements/${number}/invoices/${slug}`;
    const invoice = (cookie: string | undefined, number?: number, slug?: string) =>
      call('GET', path(number, slug), cookie ? { cookie } : {});
    return { world, session, ids, invoice };
  }

  it('says what is missing of both, and is there once they are filled in', async () => {
    const { world, invoice } = await closed();
    const { staff, association, funder } = world;
    const refused = await invoice(staff.municipality);
    expect(refused.status).toBe(409);
    expect(problemIn(refused)).toMatchObject({ code: 'billing-incomplete' });
    expect(problemIn(refused).invalidParams?.map(({ name }) => name)).toEqual([
      ...['kvkNumber', 'vatNumber', 'iban', 'street', 'postcode', 'city'].map((field) => `seller.${field}`),
      ...['kvkNumber', 'street', 'postcode', 'city'].map((field) => `buyer.${field}`),
    ]);
    await put(association.id, staff.association, filled);
    await put(funder.id, staff.municipality, filled);
    for (const cookie of [staff.municipality, staff.association]) {
      const answer = await invoice(cookie);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        kind: 'invoice',
        number: `${world.slug}-k1-1`,
        earlier: [],
        seller: { ...stored, name: association.name },
        buyer: { name: funder.name, kvkNumber: '12345678' },
        lines: [{ quantity: 2, unitCents: 250_00, netCents: 500_00, category: 'S', percent: 21 }],
        tax: [{ category: 'S', percent: 21, taxableCents: 500_00, vatCents: 105_00 }],
        payableCents: 605_00,
        roundingCents: 0,
      });
    }
  });

  it('of money back is a credit note that names the one before', async () => {
    const { world, session, ids, invoice } = await closed();
    await put(world.association.id, world.staff.association, filled);
    await put(world.funder.id, world.staff.municipality, filled);
    await world.mark(session, ids[0]!, 'absent');
    await world.close();
    expect((await invoice(world.staff.association, 2)).body).toMatchObject({
      kind: 'credit-note',
      number: `${world.slug}-k1-2`,
      earlier: [`${world.slug}-k1-1`],
      lines: [{ quantity: 1, unitCents: 250_00 }],
      payableCents: 302_50,
    });
    expect((await invoice(world.staff.municipality, 2, world.otherAssociation.slug)).status).toBe(404);
  });

  it('is for the municipality that pays and the organisation that is owed', async () => {
    const { world, invoice } = await closed();
    const elsewhere = await makeProgramme(db, time.now);
    const other = await makeStaff(db, [{ municipalityId: elsewhere.municipality.id }]);
    const cases: [string | undefined, number][] = [
      [undefined, 401],
      [await signIn('ondernemer-factuur@opkoers.example'), 403],
      [world.staff.other, 404],
      [world.staff.funder, 404],
      [await signIn(other.email), 404],
    ];
    for (const [cookie, status] of cases) expect((await invoice(cookie)).status).toBe(status);
    for (const [number, slug] of [
      [2, undefined],
      [1, 'nergens'],
      [1, world.funder.slug],
    ] as const) {
      expect((await invoice(world.staff.municipality, number, slug)).status).toBe(404);
    }
  });
});
