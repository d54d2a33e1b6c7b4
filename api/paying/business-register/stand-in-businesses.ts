/**
 * Businesses of the stand-in. KVK's are: the numbers with their legal forms, the numbers of establishments, that of these
 * 990000541921 (of 90001354) is shielded and 990001987781 inactive, and the names of 68750110 and 69599068. All else is
 * ours and invented, to suit the demo programmes: the other names, every address, date and activity, which establishment
 * belongs to whom, and the number 00000019. KVK's numbers begin at 01, so nobody has that one.
 */
export type Place =
  | { street: string; number: number; letter?: string; addition?: string; postcode: string; city: string }
  | { streetAndNumber: string; postcodeAndCity: string; country: string };
export type Branch = { number: string; at: Place | 'shielded' | null; endedOn?: string };
export type Registered = {
  kvkNumber: string;
  legalForm: string;
  name: string;
  tradeNames?: string[];
  nonMailing?: boolean;
  startedOn: string;
  endedOn?: string;
  /** The first is the main one. */
  activities: [code: string, description: string][];
  /** The first is the main establishment. A legal person need not have any. */
  branches: Branch[];
  /** Where a legal person without any is. */
  ownerAt?: Place;
};

const inCity =
  (city: string) =>
  (street: string, number: number, postcode: string, more: { letter?: string; addition?: string } = {}) => ({
    street,
    number,
    postcode,
    city,
    ...more,
  });
const amstelveen = inCity('Amstelveen');
const amsterdam = inCity('Amsterdam');
const deventer = inCity('Deventer');
const utrecht = inCity('Utrecht');

export const registered: Registered[] = [
  {
    kvkNumber: '69599084',
    legalForm: 'Eenmanszaak',
    name: 'Test Kapsalon Noor',
    tradeNames: ['Test Kapsalon Noor', 'Test Noor aan huis'],
    nonMailing: true,
    startedOn: '20150622',
    activities: [
      ['96210', 'Haarverzorging'],
      ['47750', 'Winkels in cosmetica'],
    ],
    branches: [{ number: '000038509504', at: amstelveen('Voorbeeldplein', 12, '1181ZZ', { letter: 'A' }) }],
  },
  {
    kvkNumber: '68750110',
    legalForm: 'BeslotenVennootschap',
    name: 'Test BV Donald',
    startedOn: '20140210',
    activities: [['62100', 'Ontwikkelen van software']],
    branches: [
      {
        number: '000037178598',
        at: amsterdam('Voorbeeldkade', 3, '1013ZZ', { letter: 'B', addition: 'bis' }),
      },
      { number: '000037178601', at: amstelveen('Proefstraat', 40, '1185ZZ') },
    ],
  },
  {
    kvkNumber: '69599068',
    legalForm: 'Stichting',
    name: 'Test Stichting Bolderbast',
    startedOn: '20150101',
    activities: [['85590', 'Overig onderwijs']],
    branches: [{ number: '990064773193', at: amsterdam('Proefgracht', 210, '1016ZZ') }],
  },
  {
    kvkNumber: '69599076',
    legalForm: 'VennootschapOnderFirma',
    name: 'Test Eethuis Oever',
    startedOn: '20150600',
    activities: [['56110', 'Restaurants']],
    branches: [{ number: '000038509474', at: amsterdam('Voorbeeldweg', 88, '1092ZZ', { addition: 'hs' }) }],
  },
  {
    kvkNumber: '68727720',
    legalForm: 'NaamlozeVennootschap',
    name: 'Test Drukkerij Kade',
    startedOn: '20170511',
    activities: [['18120', 'Drukkerijen']],
    branches: [
      { number: '000037143557', at: amsterdam('Proefhaven', 5, '1041ZZ') },
      { number: '990001987781', at: deventer('Voorbeelddijk', 1, '7411ZZ'), endedOn: '20221231' },
    ],
  },
  {
    kvkNumber: '55344526',
    legalForm: 'Cooperatie',
    name: 'Test Coöperatie De Sluis',
    startedOn: '20120515',
    activities: [['47110', 'Supermarkten']],
    branches: [
      { number: '000037178605', at: deventer('Proefmarkt', 7, '7412ZZ') },
      { number: '000037178602', at: amsterdam('Voorbeeldhof', 19, '1055ZZ') },
    ],
  },
  {
    kvkNumber: '90001745',
    legalForm: 'Maatschap',
    name: 'Test Maatschap Waterlijn',
    startedOn: '20150000',
    activities: [['69200', 'Boekhouding en belastingadvies']],
    branches: [
      { number: '990000637800', at: amstelveen('Proeflaan', 2, '1187ZZ') },
      { number: '990000958857', at: amsterdam('Proefplein', 61, '1078ZZ') },
    ],
  },
  {
    kvkNumber: '90000749',
    legalForm: 'VerenigingVanEigenaars',
    name: 'Test Vereniging van Eigenaars Waterrand',
    startedOn: '00000000',
    activities: [],
    branches: [],
    ownerAt: amstelveen('Proefwater', 6, '1183ZZ'),
  },
  {
    kvkNumber: '90001354',
    legalForm: 'BeslotenVennootschap',
    name: 'Test Fotograaf Luwte',
    nonMailing: true,
    startedOn: '20190301',
    activities: [['74200', 'Fotografie']],
    branches: [{ number: '990000541921', at: 'shielded' }],
  },
  {
    kvkNumber: '90003942',
    legalForm: 'CommanditaireVennootschap',
    name: 'Test Fietsen IJsselzicht',
    startedOn: '20180405',
    activities: [['47640', 'Winkels in fietsen']],
    branches: [{ number: '990000008288', at: deventer('Proefkade', 33, '7417ZZ') }],
  },
  {
    kvkNumber: '90000102',
    legalForm: 'Stichting',
    name: 'Test Stichting Domstad',
    startedOn: '20110901',
    activities: [['90200', 'Uitvoerende kunst']],
    branches: [{ number: '990064773207', at: utrecht('Voorbeeldsteeg', 9, '3512ZZ') }],
  },
  {
    kvkNumber: '90005414',
    legalForm: 'VennootschapOnderFirma',
    name: 'Test Taxi Eindpunt',
    startedOn: '20080219',
    endedOn: '20240630',
    activities: [['4932', 'Vervoer per taxi']],
    branches: [
      { number: '990000216645', at: amstelveen('Voorbeeldbaan', 101, '1186ZZ'), endedOn: '20240630' },
    ],
  },
  {
    kvkNumber: '90004760',
    legalForm: 'NaamlozeVennootschap',
    name: 'Test Handel Overgrens',
    startedOn: '20160808',
    activities: [['46410', 'Groothandel in textiel']],
    branches: [
      {
        number: '990000090842',
        at: { streetAndNumber: 'Voorbeeldlei 4', postcodeAndCity: '2000 Antwerpen', country: 'België' },
      },
    ],
  },
  {
    kvkNumber: '00000019',
    legalForm: 'Eenmanszaak',
    name: 'Test Nulletjes',
    startedOn: '20210104',
    activities: [['47710', 'Winkels in kleding']],
    branches: [{ number: '000038509520', at: amstelveen('Proefpad', 8, '1182ZZ') }],
  },
];

/** KVK says that these give errors; which, is our choice: one in trouble, one that is to be tried again later. */
export const failing: Record<string, { status: 404 | 500; code: string }> = {
  '90004973': { status: 500, code: 'IPD9999' },
  '90002903': { status: 404, code: 'IPD1003' },
};
