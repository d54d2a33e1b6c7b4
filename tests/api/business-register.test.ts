import { beforeEach, describe, expect, it, test } from 'vitest';
import { LOOKUPS_PER_HOUR } from '../../api/paying/business-register/lookup-budget.ts';
import { findBusiness, forgetLookups } from '../../api/paying/business-register/lookup.ts';
import { openBusinessRegister } from '../../api/paying/business-register/open.ts';
import type { Patience } from '../../api/paying/business-register/resilience.ts';
import type { BusinessProfile } from '../../api/paying/business-register/schema.ts';
import { testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { HOUR } from '../support/fixtures.ts';
import { type Body, fault, json, testKvk } from '../support/kvk.ts';

const SOLE_TRADER = '69599084';
const BV = '68750110';
const SHIELDED = '90001354';
const NOBODY = '00000027';
const NEVER = 600_000;

const kvk = await testKvk();
const { db, sql, time, call } = await testApi('empty', {
  connections: 20,
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});

/** A register as another process would have it, with patience for slow machines and no waiting between tries. */
const register = (patience: Partial<Patience> = {}) =>
  openBusinessRegister(
    { source: 'kvk', baseUrl: kvk.baseUrl, apiKey: 'a-key' },
    { callMs: 30_000, totalMs: 50_000, backoffMs: 1, ...patience },
  );
let businessRegister = register();
const find = (kvkNumber: string, deps = { db, businessRegister }) =>
  findBusiness(deps, kvkNumber, { purpose: 'proved' }, time.now);
const after = (ms: number) => (time.now = new Date(time.now.getTime() + ms));

async function profileOf(kvkNumber: string): Promise<BusinessProfile> {
  const found = await find(kvkNumber);
  if (found.status !== 'found') throw new Error(found.status);
  return found.profile;
}
const addressesOf = async (kvkNumber: string) =>
  (await profileOf(kvkNumber)).establishments.map((it) => it.visitingAddress);

beforeEach(async () => {
  await sql`delete from business_lookups`;
  businessRegister = register();
});

describe('a profile', () => {
  it('has every field in our words', async () => {
    expect(await find(SOLE_TRADER)).toEqual({
      status: 'found',
      fetchedAt: time.now,
      profile: {
        kvkNumber: SOLE_TRADER,
        name: 'Test Kapsalon Noor',
        tradeNames: ['Test Kapsalon Noor', 'Test Noor aan huis'],
        legalForm: 'Eenmanszaak',
        startedOn: '2015-06-22',
        endedOn: null,
        nonMailing: true,
        sbi: [
          { code: '96210', description: 'Haarverzorging', main: true, version: '2025' },
          { code: '47750', description: 'Winkels in cosmetica', main: false, version: '2025' },
        ],
        establishments: [
          {
            establishmentNumber: '000038509504',
            main: true,
            active: true,
            visitingAddress: {
              street: 'Voorbeeldplein',
              houseNumber: '12',
              houseLetter: 'A',
              houseNumberAddition: null,
              postcode: '1181ZZ',
              city: 'Amstelveen',
              country: 'Nederland',
            },
          },
        ],
        ownerAddress: null,
      },
    });
  });

  it('is asked for with the key, in two calls', async () => {
    await find(SOLE_TRADER);
    expect(kvk.received.map(({ path }) => path)).toEqual([
      `/v1/basisprofielen/${SOLE_TRADER}`,
      `/v2/zoeken?kvkNummer=${SOLE_TRADER}&inclusiefInactieveRegistraties=true&resultatenPerPagina=100&pagina=1`,
    ]);
    expect(new Set(kvk.received.map(({ apikey }) => apikey))).toEqual(new Set(['a-key']));
  });

  test.each([
    [BV, ['000037178598', 'Amsterdam', true, true], ['000037178601', 'Amstelveen', false, true]],
    ['68727720', ['000037143557', 'Amsterdam', true, true], ['990001987781', 'Deventer', false, false]],
  ])('of %s has its establishments, active or not', async (kvkNumber, ...expected) => {
    const { establishments } = await profileOf(kvkNumber);
    expect(
      establishments.map((it) => [
        it.establishmentNumber,
        (it.visitingAddress as { city: string }).city,
        it.main,
        it.active,
      ]),
    ).toEqual(expected);
  });

  test.each([
    [SOLE_TRADER, 'Eenmanszaak'],
    [BV, 'BeslotenVennootschap'],
    ['69599068', 'Stichting'],
    ['69599076', 'VennootschapOnderFirma'],
    ['68727720', 'NaamlozeVennootschap'],
    ['55344526', 'Cooperatie'],
    ['90001745', 'Maatschap'],
    ['90000749', 'VerenigingVanEigenaars'],
  ])('of test number %s is one of a %s', async (kvkNumber, legalForm) => {
    expect((await profileOf(kvkNumber)).legalForm).toBe(legalForm);
  });

  test.each([
    ['69599076', '2015-06'],
    ['90001745', '2015'],
    ['90000749', 'unknown'],
  ])('of %s has started on %s', async (kvkNumber, startedOn) => {
    expect((await profileOf(kvkNumber)).startedOn).toBe(startedOn);
  });

  it('of an ended business has the day, and the activities as they were numbered then', async () => {
    const { endedOn, sbi, establishments } = await profileOf('90005414');
    expect([endedOn, sbi[0]!.version, establishments[0]!.active]).toEqual(['2024-06-30', '2008', false]);
  });

  it('of a business that ended on an unknown day has ended', async () => {
    kvk.change = (body: Body) => ({
      ...body,
      materieleRegistratie: { datumAanvang: '20150101', datumEinde: '00000000' },
    });
    expect((await profileOf(BV)).endedOn).toBe('unknown');
  });

  it('of a legal person without an establishment has the address of its owner', async () => {
    expect(await profileOf('90000749')).toMatchObject({
      establishments: [],
      ownerAddress: { postcode: '1183ZZ', city: 'Amstelveen' },
    });
  });

  it('puts names in the order of the register', async () => {
    kvk.change = (body: Body) => ({
      ...body,
      handelsnamen: [
        { naam: 'Tweede', volgorde: 2 },
        { naam: 'Eerste', volgorde: 1 },
      ],
    });
    expect((await profileOf(BV)).tradeNames).toEqual(['Eerste', 'Tweede']);
  });

  it('can do with hardly anything', async () => {
    kvk.change = (_, path) =>
      path.includes('zoeken') ? { totaal: 0, resultaten: null } : { kvkNummer: 19, statutaireNaam: 'Kaal' };
    expect(await profileOf('00000019')).toEqual({
      kvkNumber: '00000019',
      name: 'Kaal',
      tradeNames: [],
      legalForm: null,
      startedOn: 'unknown',
      endedOn: null,
      nonMailing: true,
      sbi: [],
      establishments: [],
      ownerAddress: null,
    });
  });

  it('gathers the establishments of all pages', async () => {
    const number = (n: number) => String(n).padStart(12, '0');
    const row = (n: number) => ({
      kvkNummer: BV,
      vestigingsnummer: number(n),
      type: 'nevenvestiging',
      actief: 'Ja',
      adres: { binnenlandsAdres: { type: 'bezoekadres', straatnaam: 'Proefweg', plaats: 'Deventer' } },
    });
    const pageOf = (page: number) => ({
      totaal: 250,
      resultaten: Array.from({ length: page < 3 ? 100 : 50 }, (_, i) => row(page * 1000 + i)),
    });
    kvk.instead = (response, path) => {
      const page = Number(new URL(path, kvk.baseUrl).searchParams.get('pagina'));
      json(200, page ? pageOf(page) : { kvkNummer: BV, naam: 'Test' })(response);
    };
    expect((await profileOf(BV)).establishments).toHaveLength(250);
    expect(kvk.calls('zoeken')).toBe(3);
  });
});

describe('an address', () => {
  it('abroad is as the register has it', async () => {
    expect(await addressesOf('90004760')).toEqual([
      {
        street: 'Voorbeeldlei 4',
        houseNumber: null,
        houseLetter: null,
        houseNumberAddition: null,
        postcode: null,
        city: '2000 Antwerpen',
        country: 'België',
      },
    ]);
  });

  it('that is shielded is not kept, under the one name', async () => {
    expect(await addressesOf(SHIELDED)).toEqual(['shielded']);
  });

  test.each(['indAfgeschermd', 'indicatieAfgeschermd'])(
    'that is shielded is not kept, also when it is sent along with %s',
    async (field) => {
      kvk.change = (body: Body) => {
        for (const it of body._embedded?.hoofdvestiging?.adressen ?? []) {
          delete it.indAfgeschermd;
          it[field] = 'Ja';
        }
        return body;
      };
      expect(await addressesOf(SOLE_TRADER)).toEqual(['shielded']);
      const [row] = await sql<{ profile: unknown }[]>`select profile from business_lookups`;
      expect(JSON.stringify(row!.profile)).not.toMatch(/Voorbeeldplein|1181/);
    },
  );

  /** Adds a second establishment without an address in the search; its own profile is the shielded one. */
  const addSecond = (body: Body, path: string) => {
    if (!path.includes('zoeken')) return body;
    const second = { kvkNummer: BV, vestigingsnummer: '990000541921', type: 'nevenvestiging', actief: 'Ja' };
    return { ...body, resultaten: [...body.resultaten, second] };
  };

  it('that the search does not give is asked for at the establishment, and may be shielded', async () => {
    kvk.change = addSecond;
    expect((await addressesOf(BV)).at(-1)).toBe('shielded');
    expect(kvk.calls('vestigingsprofielen/990000541921')).toBe(1);
  });

  it('that nobody gives is not known', async () => {
    kvk.change = (body: Body, path) =>
      path.includes('vestigingsprofielen') ? { ...body, adressen: null } : addSecond(body, path);
    expect((await addressesOf(BV)).at(-1)).toBeNull();
  });

  it('for the post is no visiting address', async () => {
    kvk.change = (body: Body) => {
      for (const it of body._embedded?.hoofdvestiging?.adressen ?? []) it.type = 'correspondentieadres';
      return body;
    };
    expect(await addressesOf(SOLE_TRADER)).toEqual([null]);
  });
});

describe('the register says that there is no such business', () => {
  it('as the stand-in does', async () => {
    expect(await find(NOBODY)).toEqual({ status: 'not-found' });
    expect(kvk.received).toHaveLength(1);
  });

  test.each([
    [404, 'IPD0005'],
    [404, 'IPD5200'],
    [400, 'IPD0004'],
  ])('with %s %s, in one call', async (status, code) => {
    kvk.instead = fault(status, code);
    expect(await find(SOLE_TRADER)).toEqual({ status: 'not-found' });
    expect(kvk.received).toHaveLength(1);
  });
});

describe('the register gives no answer', () => {
  const unavailable = async (kvkNumber = SOLE_TRADER) =>
    expect(await find(kvkNumber)).toEqual({ status: 'unavailable' });

  test.each([
    ['an error of theirs', fault(500, 'IPD9999')],
    ['being processed', fault(404, 'IPD1002')],
    ['not now', fault(404, 'IPD1003')],
    ['being processed, as an error', fault(500, 'IPD1002')],
    ['not now, as an error', fault(500, 'IPD1003')],
    ['too many calls', json(429, {})],
    ['an error without a body', json(503, null)],
    ['a broken connection', (response) => response.destroy()],
    [
      'an answer that is cut off',
      (response) =>
        void response.writeHead(200, { 'content-length': 99 }).write('{"kvk', () => response.destroy()),
    ],
  ] as [string, NonNullable<typeof kvk.instead>][])('%s: asked three times', async (_, answer) => {
    kvk.instead = answer;
    await unavailable();
    expect(kvk.received).toHaveLength(3);
  });

  it.each(['90004973', '90002903'])('for the test number %s that gives an error', async (kvkNumber) => {
    await unavailable(kvkNumber);
  });

  it('finds the business when a later try succeeds', async () => {
    const standIn = kvk.instead;
    kvk.instead = (response) => {
      if (kvk.received.length === 2) kvk.instead = standIn;
      fault(500, 'IPD9999')(response);
    };
    expect((await find(SOLE_TRADER)).status).toBe('found');
    expect(kvk.calls('basisprofielen')).toBe(3);
  });

  test.each([
    ['our key is wrong', json(401, { fout: [{ omschrijving: 'apikey' }] }), /status 401/],
    ['our key may not', fault(403, 'IPD0000'), /status 403/],
    ['we ask wrongly', fault(400, 'IPD1999'), /status 400 IPD1999/],
    ['elsewhere', (response) => response.writeHead(302, { location: '/elsewhere' }).end(), /status 302/],
    ['another place', (response) => response.writeHead(404).end('<h1>Not found</h1>'), /status 404/],
    ['no JSON', (response) => response.writeHead(200).end('{"kvkNummer": "6959'), /cannot read: body/],
    ['a page', (response) => response.writeHead(200).end('<h1>Onderhoud</h1>'), /cannot read: body/],
    ['no number', json(200, { naam: 'Test' }), /cannot read: kvkNummer/],
    ['no name', json(200, { kvkNummer: SOLE_TRADER }), /cannot read: naam/],
    [
      'no date',
      json(200, { kvkNummer: SOLE_TRADER, naam: 'Test', materieleRegistratie: { datumEinde: '31-12-2020' } }),
      /cannot read: materieleRegistratie.datumEinde/,
    ],
    ['someone else', json(200, { kvkNummer: BV, naam: 'Test' }), /another number/],
  ] as [string, NonNullable<typeof kvk.instead>, RegExp][])(
    '%s: asked once, and told in the log without a name',
    async (_, answer, line) => {
      kvk.instead = answer;
      await unavailable();
      expect(kvk.received).toHaveLength(1);
      const errors = takeErrors();
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(line);
      expect(errors[0]).not.toMatch(new RegExp(`${SOLE_TRADER}|${BV}|Test`));
    },
  );

  it('while the search fails, also when the profile came', async () => {
    kvk.change = (body: Body, path) => (path.includes('zoeken') ? { totaal: 'veel' } : body);
    await unavailable();
    expect(takeErrors()[0]).toMatch(/cannot read: totaal/);
  });

  it('when every call takes too long', async () => {
    businessRegister = register({ callMs: 20, totalMs: NEVER });
    kvk.instead = () => {};
    await unavailable();
  });

  it('when all together takes too long', async () => {
    businessRegister = register({ callMs: NEVER, totalMs: 100 });
    kvk.instead = () => {};
    await unavailable();
  });

  it('and a slow answer is one', async () => {
    kvk.instead = (response) => {
      kvk.instead = null;
      setTimeout(() => fault(404, 'IPD0005')(response), 100);
    };
    expect(await find(SOLE_TRADER)).toEqual({ status: 'not-found' });
  });

  it('when nothing listens', async () => {
    const away = openBusinessRegister(
      { source: 'kvk', baseUrl: 'http://127.0.0.1:9', apiKey: 'a-key' },
      { backoffMs: 1 },
    );
    expect(await find(SOLE_TRADER, { db, businessRegister: away })).toEqual({ status: 'unavailable' });
  });

  it('when there is none', async () => {
    const none = openBusinessRegister({ source: 'none' });
    expect(await find(SOLE_TRADER, { db, businessRegister: none })).toEqual({ status: 'unavailable' });
  });
});

describe('a register in trouble', () => {
  const down = fault(500, 'IPD9999');

  it('is left alone after some failures, which is told once', async () => {
    businessRegister = register({ opensAfter: 4, retries: 1, staysOpenMs: NEVER });
    kvk.instead = down;
    for (let i = 0; i < 5; i++) await find(SOLE_TRADER);
    expect(kvk.received).toHaveLength(4);
    expect(takeErrors()).toEqual([expect.stringMatching(/leave it alone/)]);
    kvk.instead = null;
    expect(await find(SOLE_TRADER)).toEqual({ status: 'unavailable' });
    expect(kvk.received).toHaveLength(4);
  });

  it('is asked again later: one call decides', async () => {
    businessRegister = register({ opensAfter: 1, retries: 0, staysOpenMs: 1 });
    kvk.instead = down;
    await find(SOLE_TRADER);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await find(SOLE_TRADER)).toEqual({ status: 'unavailable' });
    expect(kvk.received).toHaveLength(2);
    kvk.instead = null;
    await expect.poll(async () => (await find(SOLE_TRADER)).status, { timeout: 20_000 }).toBe('found');
    expect(takeErrors()).toHaveLength(2);
  });

  test.each(['IPD1002', 'IPD1003'])('is not what %s means: that is about one number', async (code) => {
    businessRegister = register({ opensAfter: 1, staysOpenMs: NEVER });
    kvk.instead = fault(404, code);
    await find(SOLE_TRADER);
    kvk.instead = null;
    expect((await find(BV)).status).toBe('found');
  });

  const askEight = () => Promise.all(Array.from({ length: 8 }, (_, i) => find(`0000001${i}`)));

  it('is asked no more than so many times a second', async () => {
    businessRegister = register({ callsPerSecond: 3, totalMs: 400 });
    kvk.instead = fault(404, 'IPD0005');
    const answers = await askEight();
    expect(kvk.received.length).toBeLessThanOrEqual(3);
    expect(answers.filter(({ status }) => status === 'unavailable').length).toBeGreaterThanOrEqual(5);
  });

  it('control: is asked at once within that limit', async () => {
    kvk.instead = fault(404, 'IPD0005');
    await askEight();
    expect(kvk.received).toHaveLength(8);
  });
});

describe('what the register said', () => {
  it('holds for a day', async () => {
    const fetchedAt = time.now;
    await find(SOLE_TRADER);
    after(24 * HOUR - 1);
    expect(await find(SOLE_TRADER)).toMatchObject({ status: 'found', fetchedAt });
    expect(kvk.calls('basisprofielen')).toBe(1);
    after(1);
    expect(await find(SOLE_TRADER)).toMatchObject({ status: 'found', fetchedAt: time.now });
    expect(kvk.calls('basisprofielen')).toBe(2);
  });

  it('holds for an hour when it knew nobody', async () => {
    await find(NOBODY);
    after(HOUR - 1);
    await find(NOBODY);
    expect(kvk.received).toHaveLength(1);
    after(1);
    await find(NOBODY);
    expect(kvk.received).toHaveLength(2);
  });

  it('is used with its date when the register is down later', async () => {
    const fetchedAt = time.now;
    await find(SOLE_TRADER);
    after(10 * 24 * HOUR);
    kvk.instead = fault(500, 'IPD9999');
    expect(await find(SOLE_TRADER)).toMatchObject({ status: 'found', fetchedAt });
  });

  it('is not used when it was that nobody has the number: that may have changed', async () => {
    await find(NOBODY);
    after(2 * HOUR);
    kvk.instead = fault(500, 'IPD9999');
    expect(await find(NOBODY)).toEqual({ status: 'unavailable' });
  });

  it('follows the register', async () => {
    await find(SOLE_TRADER);
    after(25 * HOUR);
    kvk.instead = fault(404, 'IPD0005');
    expect(await find(SOLE_TRADER)).toEqual({ status: 'not-found' });
    const rows = await sql`select status, profile from business_lookups`;
    expect(rows).toEqual([{ status: 'not-found', profile: null }]);
  });

  it('is asked again when it no longer fits', async () => {
    await find(SOLE_TRADER);
    await sql`update business_lookups set profile = '{"name":"Oud"}'`;
    expect((await profileOf(SOLE_TRADER)).name).toBe('Test Kapsalon Noor');
    expect(kvk.calls('basisprofielen')).toBe(2);
  });

  it('is not kept when it said nothing', async () => {
    kvk.instead = fault(500, 'IPD9999');
    await find(SOLE_TRADER);
    expect(await sql`select from business_lookups`).toHaveLength(0);
  });

  it('is forgotten after thirty days', async () => {
    await find(SOLE_TRADER);
    await forgetLookups(db, new Date(time.now.getTime() + 30 * 24 * HOUR - 1));
    expect(await sql`select from business_lookups`).toHaveLength(1);
    await forgetLookups(db, new Date(time.now.getTime() + 30 * 24 * HOUR));
    expect(await sql`select from business_lookups`).toHaveLength(0);
  });
});

describe('many lookups', () => {
  it('of one number at the same time are one', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => find(SOLE_TRADER)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['found']));
    expect([kvk.calls('basisprofielen'), kvk.calls('zoeken')]).toEqual([1, 1]);
  });

  it('of one number that fails together are one, and the next is asked anew', async () => {
    kvk.instead = fault(400, 'IPD1999');
    await Promise.all(Array.from({ length: 10 }, () => find(SOLE_TRADER)));
    expect(takeErrors()).toHaveLength(kvk.received.length);
    kvk.instead = null;
    expect((await find(SOLE_TRADER)).status).toBe('found');
  });

  it('control: of two processes at the same time they are two', async () => {
    const waiting: (() => void)[] = [];
    kvk.instead = (response) => {
      waiting.push(() => fault(404, 'IPD0005')(response));
      if (waiting.length === 2) for (const answer of waiting) answer();
    };
    await Promise.all([find(SOLE_TRADER), find(SOLE_TRADER, { db, businessRegister: register() })]);
    expect(kvk.received).toHaveLength(2);
  });

  it('stop when an hour has had enough, and go on with what is known', async () => {
    await find(SOLE_TRADER);
    after(25 * HOUR);
    await sql`
      insert into business_lookups (kvk_number, status, fetched_at)
      select lpad(n::text, 8, '0'), 'not-found', ${time.now} from generate_series(1000, ${999 + LOOKUPS_PER_HOUR}) n`;
    kvk.received.length = 0;
    expect(await find(BV)).toEqual({ status: 'unavailable' });
    expect((await find(SOLE_TRADER)).status).toBe('found');
    expect(kvk.received).toHaveLength(0);
    expect(takeErrors()).toHaveLength(2);
    after(HOUR);
    expect((await find(BV)).status).toBe('found');
  });
});

describe('GET /businesses/{kvkNumber}', () => {
  const get = (kvkNumber: string) => call('GET', `/businesses/${encodeURIComponent(kvkNumber)}`);

  it('tells name and city to anyone, and never an address', async () => {
    const answer = await get(SOLE_TRADER);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      kvkNumber: SOLE_TRADER,
      status: 'found',
      name: 'Test Kapsalon Noor',
      city: 'Amstelveen',
      active: true,
      checkedAt: time.now.toISOString(),
    });
  });

  it('tells no city when the address is shielded', async () => {
    expect((await get(SHIELDED)).body).toMatchObject({ status: 'found', city: null, active: true });
  });

  it('tells that a business has ended', async () => {
    expect((await get('90005414')).body).toMatchObject({ status: 'found', active: false });
  });

  test.each(['6959 9084', ' 69599084 ', '6959.90.84'])(
    'takes the number as people type it: %j',
    async (typed) => {
      expect((await get(typed)).body).toMatchObject({ kvkNumber: SOLE_TRADER, status: 'found' });
    },
  );

  it('keeps leading zeros', async () => {
    expect((await get('0000 0019')).body).toMatchObject({ kvkNumber: '00000019', name: 'Test Nulletjes' });
    expect((await get('19')).status).toBe(404);
  });

  test.each(['6959908', '695990840', '6959908a', '６９５９９０８４', 'kvk'])(
    'knows no number %s',
    async (typed) => {
      expect((await get(typed)).status).toBe(404);
    },
  );

  test.each([
    [NOBODY, 'not-found'],
    ['90004973', 'unavailable'],
    ['90002903', 'unavailable'],
  ])('answers also when %s is %s', async (kvkNumber, status) => {
    const answer = await get(kvkNumber);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ kvkNumber, status, name: null, city: null, active: null, checkedAt: null });
  });

  it('answers with what is known when the register is down, with its date', async () => {
    const checkedAt = time.now.toISOString();
    await get(SOLE_TRADER);
    after(48 * HOUR);
    kvk.instead = fault(500, 'IPD9999');
    expect((await get(SOLE_TRADER)).body).toMatchObject({ status: 'found', checkedAt });
  });
});
