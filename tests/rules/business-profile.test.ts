import { describe, expect, it } from 'vitest';
import { basicProfile, branchProfile, searchPage } from '../../api/paying/business-register/kvk.ts';
import { cityOf, countedBy, toProfile, withoutAddress } from '../../api/paying/business-register/rules.ts';

const street = { straatnaam: 'Kerkstraat', huisnummer: 1, huisletter: 'a', huisnummerToevoeging: 'II' };
const visiting = {
  type: 'bezoekadres',
  ...street,
  postcode: '1182 jr',
  plaats: 'Amstelveen',
  land: 'Nederland',
};
const branch = (vestigingsnummer: string, adressen: object[], change: object = {}) =>
  branchProfile.parse({ vestigingsnummer, adressen, ...change });
const main = branch('1', [{ type: 'postadres', plaats: 'Urk' }, visiting]);
const basic = (change: object = {}) =>
  basicProfile.parse({
    kvkNummer: '69599084',
    naam: 'De Zaak',
    handelsnamen: [
      { naam: 'Tweede', volgorde: 1 },
      { naam: 'Eerste', volgorde: 0 },
      { naam: 'Tweede', volgorde: 2 },
    ],
    ...change,
  });
const listed = (...all: object[]) =>
  searchPage.parse({ totaal: all.length, resultaten: all.map((one) => ({ kvkNummer: '69599084', ...one })) })
    .resultaten;
const inSearch = (vestigingsnummer: string, address: object | null, change: object = {}) => ({
  vestigingsnummer,
  adres: address && { binnenlandsAdres: address },
  ...change,
});
const establishments = (
  all: ReturnType<typeof listed>,
  mainBranch = null as typeof main | null,
  ...more: (typeof main)[]
) =>
  toProfile({
    basic: basic({ _embedded: { hoofdvestiging: mainBranch } }),
    listed: all,
    branches: more,
  }).establishments;

describe('a business as the register has it', () => {
  it('in our words', () =>
    expect(
      toProfile({
        basic: basic({
          materieleRegistratie: { datumAanvang: '20150622', datumEinde: '20240100' },
          indNonMailing: 'Nee',
          sbiActiviteiten: [{ sbiCode: '47111', sbiOmschrijving: 'Winkel', indHoofdactiviteit: 'Ja' }],
          _embedded: { eigenaar: { rechtsvorm: 'BesloteVennootschap' }, hoofdvestiging: main },
        }),
        listed: [],
        branches: [],
      }),
    ).toEqual({
      kvkNumber: '69599084',
      name: 'De Zaak',
      tradeNames: ['Eerste', 'Tweede'],
      legalForm: 'BesloteVennootschap',
      startedOn: '2015-06-22',
      endedOn: '2024-01',
      nonMailing: false,
      sbi: [{ code: '47111', description: 'Winkel', main: true, version: '2008' }],
      establishments: [
        {
          establishmentNumber: '000000000001',
          main: true,
          active: true,
          visitingAddress: {
            street: 'Kerkstraat',
            houseNumber: '1',
            houseLetter: 'a',
            houseNumberAddition: 'II',
            postcode: '1182JR',
            city: 'Amstelveen',
            country: 'Nederland',
          },
        },
      ],
      ownerAddress: null,
    }));

  it('where hardly anything is known, with the safe side for mail', () =>
    expect(toProfile({ basic: basic({ naam: null }), listed: [], branches: [] })).toEqual({
      kvkNumber: '69599084',
      name: 'Eerste',
      tradeNames: ['Eerste', 'Tweede'],
      legalForm: null,
      startedOn: 'unknown',
      endedOn: null,
      nonMailing: true,
      sbi: [],
      establishments: [],
      ownerAddress: null,
    }));

  it('by the names of which the register gives no order first', () => {
    const handelsnamen = [
      { naam: 'Derde', volgorde: 2 },
      { naam: 'Eerste' },
      { naam: 'Tweede', volgorde: 1 },
    ];
    expect(toProfile({ basic: basic({ handelsnamen }), listed: [], branches: [] }).tradeNames).toEqual([
      'Eerste',
      'Tweede',
      'Derde',
    ]);
  });

  it('by its name in the statutes when it has no other', () =>
    expect(
      toProfile({ basic: basic({ naam: null, statutaireNaam: 'Zaak B.V.' }), listed: [], branches: [] }).name,
    ).toBe('Zaak B.V.'));

  it.each([
    ['47111', null, '2025'],
    ['4711', null, '2008'],
    ['471110', null, '2008'],
    ['47111', '20250905', '2008'],
    ['47111', '20250906', '2025'],
  ])('activity %s of a business that ended on %s is of the list of %s', (sbiCode, datumEinde, version) => {
    const business = basic({ materieleRegistratie: { datumEinde }, sbiActiviteiten: [{ sbiCode }] });
    const [activity] = toProfile({ basic: business, listed: [], branches: [] }).sbi;
    expect(activity).toEqual({ code: sbiCode, description: '', main: false, version });
  });
});

describe('its establishments', () => {
  it('are the main one and all that the search gives, each once', () => {
    const all = establishments(
      listed(inSearch('1', visiting), inSearch('2', visiting, { actief: 'Nee' }), { adres: null }),
      main,
    );
    expect(
      all.map(({ establishmentNumber: id, main: isMain, active }) => [Number(id), isMain, active]),
    ).toEqual([
      [1, true, true],
      [2, false, false],
    ]);
  });

  it('without a main one in the profile it is the one that the search calls so', () =>
    expect(
      establishments(
        listed(
          inSearch('1', visiting, { type: 'hoofdvestiging' }),
          inSearch('2', visiting, { type: 'nevenvestiging' }),
        ),
      ).map((one) => one.main),
    ).toEqual([true, false]));

  it('end with their own profile', () => {
    const ended = branch('2', [visiting], { materieleRegistratie: { datumEinde: '20240101' } });
    expect(establishments(listed(inSearch('2', visiting)), main, ended)[1]).toMatchObject({ active: false });
  });

  it.each([
    [
      'a street and a number',
      { ...visiting, land: undefined },
      { street: 'Kerkstraat', country: 'Nederland' },
    ],
    [
      'one line and a postcode with the place',
      { straatHuisnummer: 'Rue 1', postcodeWoonplaats: '1000 Brussel' },
      { street: 'Rue 1', city: '1000 Brussel', country: 'onbekend' },
    ],
    [
      'a country',
      { straatHuisnummer: 'Rue 1', postcodeWoonplaats: '1000 Brussel', land: 'België' },
      { country: 'België' },
    ],
    ['no type', { ...visiting, type: undefined }, { city: 'Amstelveen' }],
  ])('are where the search says: %s', (_, address, expected) =>
    expect(establishments(listed(inSearch('2', address)))[0]!.visitingAddress).toMatchObject(expected),
  );

  it.each([
    ['a post office box', { ...visiting, postbusnummer: '12' }],
    ['a postal address', { ...visiting, type: 'correspondentieadres' }],
    ['no street', { type: 'bezoekadres', plaats: 'Amstelveen' }],
    ['no place', { ...visiting, plaats: undefined }],
    ['nothing', null],
  ])('are not known by the search that gives %s, so their own profile is asked for', (_, address) => {
    const all = listed(inSearch('2', address));
    expect(establishments(all)[0]!.visitingAddress).toBeNull();
    expect(withoutAddress(main, all)).toEqual(['000000000002']);
  });

  it('are asked for only when active, with a number, and not the main one', () => {
    const all = listed(
      inSearch('1', null),
      inSearch('2', null, { actief: 'Nee' }),
      { adres: null },
      inSearch('3', visiting),
    );
    expect(withoutAddress(main, all)).toEqual([]);
    expect(withoutAddress(null, all)).toEqual(['000000000001']);
  });

  it('abroad have the foreign address', () => {
    const adres = { buitenlandsAdres: { ...visiting, plaats: 'Brussel' }, binnenlandsAdres: visiting };
    expect(establishments(listed({ vestigingsnummer: '2', adres }))[0]!.visitingAddress).toMatchObject({
      city: 'Brussel',
    });
  });

  it.each([['indAfgeschermd'], ['indicatieAfgeschermd']])('are shielded by %s', (field) => {
    const shielded = branch('1', [{ ...visiting, [field]: 'Ja' }]);
    const [one] = establishments([], shielded);
    expect(one!.visitingAddress).toBe('shielded');
    expect(cityOf({ establishments: [one!], ownerAddress: null })).toBeNull();
  });

  it('without a visiting address in their profile have none', () =>
    expect(
      establishments([], branch('1', [{ type: 'postadres', plaats: 'Urk' }]))[0]!.visitingAddress,
    ).toBeNull());
});

it('the city of a business is that of its main establishment', () => {
  const all = establishments(listed(inSearch('2', { ...visiting, plaats: 'Urk' })), main);
  expect(cityOf({ establishments: all, ownerAddress: null })).toBe('Amstelveen');
  expect(cityOf({ establishments: all.slice(1), ownerAddress: null })).toBeNull();
});

describe('a legal person without an establishment', () => {
  const owned = (adressen: object[] | null, hoofdvestiging: typeof main | null = null) =>
    toProfile({
      basic: basic({ _embedded: { eigenaar: { rechtsvorm: 'Stichting', adressen }, hoofdvestiging } }),
      listed: [],
      branches: [],
    });

  it('is where its owner can be visited', () => {
    const profile = owned([{ type: 'correspondentieadres', plaats: 'Urk' }, visiting]);
    expect(profile.ownerAddress).toMatchObject({ postcode: '1182JR', city: 'Amstelveen' });
    expect(cityOf(profile)).toBe('Amstelveen');
    expect(countedBy(profile).establishments).toEqual([{ postcode: '1182', place: 'Amstelveen' }]);
  });

  it.each([
    ['only mail goes to', [{ type: 'correspondentieadres', plaats: 'Urk' }], null],
    ['is shielded', [{ ...visiting, indAfgeschermd: 'Ja' }], 'shielded'],
    ['is not there', null, null],
  ])('is nowhere when the address %s', (_, addresses, kept) => {
    const profile = owned(addresses);
    expect(profile.ownerAddress).toBe(kept);
    expect(cityOf(profile)).toBeNull();
    expect(countedBy(profile).establishments).toEqual([]);
  });

  it('with one is where that is, and the address of the owner is not kept', () =>
    expect(owned([{ ...visiting, plaats: 'Urk' }], main)).toMatchObject({
      ownerAddress: null,
      establishments: [{ visitingAddress: { city: 'Amstelveen' } }],
    }));
});

describe('what is kept to count by', () => {
  const counted = (
    all: ReturnType<typeof listed>,
    mainBranch: typeof main | null = null,
    change: object = {},
  ) =>
    countedBy(
      toProfile({
        basic: basic({ _embedded: { hoofdvestiging: mainBranch }, ...change }),
        listed: all,
        branches: [],
      }),
    );
  const activity = (sbiCode: string, indHoofdactiviteit: string) => ({ sbiCode, indHoofdactiviteit });

  it('is the main establishment first, without what has ended, and no more of an address than its digits and place', () =>
    expect(
      counted(
        listed(
          inSearch('2', { ...visiting, plaats: 'Urk', postcode: undefined }),
          inSearch('3', { ...visiting, plaats: 'Emmeloord' }, { actief: 'Nee' }),
          inSearch('4', visiting, { type: 'hoofdvestiging' }),
        ),
      ).establishments,
    ).toEqual([
      { postcode: '1182', place: 'Amstelveen' },
      { postcode: null, place: 'Urk' },
    ]));

  it('is of what lies abroad the country alone, and of what is shielded nothing', () => {
    const abroad = { straatHuisnummer: 'Laan 1', postcodeWoonplaats: '1000 Brussel', land: 'België' };
    expect(
      counted(listed({ vestigingsnummer: '2', adres: { buitenlandsAdres: abroad } })).establishments,
    ).toEqual([{ postcode: null, place: 'België' }]);
    expect(counted([], branch('1', [{ ...visiting, indAfgeschermd: 'Ja' }])).establishments).toEqual([]);
  });

  it('is the main activity, or else the first', () => {
    const codeOf = (...sbiActiviteiten: object[]) => counted([], null, { sbiActiviteiten }).sbiCode;
    expect(codeOf(activity('47110', 'Nee'), activity('56110', 'Ja'))).toBe('56110');
    expect(codeOf(activity('47110', 'Nee'), activity('56110', 'Nee'))).toBe('47110');
    expect(codeOf()).toBeNull();
  });
});

it('names without an order come before those that have one', () => {
  const handelsnamen = [
    { naam: 'Later', volgorde: 0.5 },
    { naam: 'Zonder' },
    { naam: 'Laatst', volgorde: 2 },
  ];
  const names = (of: object[]) =>
    toProfile({ basic: basic({ handelsnamen: of }), listed: [], branches: [] }).tradeNames;
  expect(names(handelsnamen)).toEqual(['Zonder', 'Later', 'Laatst']);
  expect(names(handelsnamen.toReversed())).toEqual(['Zonder', 'Later', 'Laatst']);
});

describe('of an address', () => {
  const of = (...adressen: object[]) => establishments([], branch('1', adressen))[0]!.visitingAddress;

  it('the first visiting address counts, however it is written', () => {
    const capital = { ...visiting, type: 'Bezoekadres' };
    expect(of(capital, { ...visiting, plaats: 'Urk' })).toMatchObject({ city: 'Amstelveen' });
    expect(of({ ...visiting, type: 'geen bezoekadres' })).toBeNull();
    expect(establishments(listed(inSearch('2', capital)))[0]!.visitingAddress).toMatchObject({
      city: 'Amstelveen',
    });
    expect(
      establishments(listed(inSearch('2', { ...visiting, type: 'geen bezoekadres' })))[0]!.visitingAddress,
    ).toBeNull();
  });

  it('the postcode loses every space, and may be missing', () => {
    expect(of({ ...visiting, postcode: '11 82 JR' })).toMatchObject({ postcode: '1182JR' });
    expect(of({ ...visiting, postcode: undefined })).toMatchObject({ postcode: null });
  });
});
