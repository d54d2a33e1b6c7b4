import type { FieldCode } from '../../../api/http/problem.ts';

const anyField: Record<FieldCode, string> = {
  required: 'Vul dit in.',
  invalid: 'Kijk dit nog eens na.',
  'too-long': 'Maak dit korter.',
  'too-short': 'Dit is te kort. Vul nog iets aan.',
  email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
  'kvk-number': 'Een KVK-nummer heeft 8 cijfers. Weet u het niet? Laat het leeg.',
  code: 'Deze code klopt niet. Vul de 6 cijfers uit de nieuwste mail in.',
  'in-past': 'Kies een moment dat nog moet komen.',
  'before-start': 'Kies een moment na het begin.',
  'before-opening': 'Kies een moment na het openen.',
  'other-module': 'Kies een datum van dezelfde bijeenkomst.',
  'not-bookable': 'Voor een van deze datums kunt u zich nu niet aanmelden.',
  'no-waitlist': 'Een van deze datums heeft geen wachtlijst.',
  'place-free': 'Op een van deze datums is nog plaats. Meld u daar gewoon aan.',
  overlaps: 'Dit kwartaal valt samen met een ander kwartaal. Kies andere datums.',
  'outside-programme': 'Dit valt buiten de looptijd van het programma.',
  'quarter-ended': 'Dit kwartaal is voorbij. De cijfers ervan blijven zoals ze zijn.',
  'sessions-move':
    'Met deze datums vallen sessies in een ander kwartaal. Laat de datums zo, of verzet eerst de sessies.',
  'in-use': 'Dit is in gebruik en kan er niet af.',
  number: 'Dit is geen getal dat op één manier te lezen is. Schrijf het als 1651, 1.651 of 7,2.',
  date: 'Dit is geen datum. Schrijf die als 13-09-2021.',
  'not-published': 'Deze module is niet gepubliceerd. Kies een andere, of publiceer deze eerst.',
  approved: 'De gemeente keurde dit zo goed. Wilt u iets anders? Maak een kopie van de module.',
  explained: 'Kijk dit nog eens na.',
};

const amount = 'Vul een bedrag in, zoals 20.000 of 20.000,00. Niet hoger dan waarmee de fase begon.';

const colour = 'Vul een kleur in als # met zes tekens, zoals #004699. Vul beide in, of geen van beide.';

const ofField: Record<string, Partial<Record<FieldCode, string>>> = {
  file: {
    required: 'Kies een bestand.',
    'too-long': 'Dit bestand is te groot. Kies een bestand van hoogstens 5 MB.',
  },
  alt: {
    required: 'Schrijf op wat er te zien is. Dat is voor wie het niet ziet.',
    'too-long': 'Gebruik hier niet meer dan 200 tekens.',
    invalid: 'Schrijf dit op één regel, zonder bijzondere tekens.',
  },
  'colours.onLight': { invalid: colour, required: colour },
  'colours.onDark': { invalid: colour, required: colour },
  name: { required: 'Vul een naam in.', 'too-long': 'Gebruik voor de naam niet meer dan 120 tekens.' },
  email: {
    required: 'Vul uw e-mailadres in.',
    invalid: anyField.email,
    'too-long': 'Dit e-mailadres is te lang. Kijk of het klopt.',
  },
  code: { required: 'Vul de 6 cijfers uit uw mail in.', invalid: anyField.code },
  vatNumber: { invalid: 'Een btw-nummer ziet er zo uit: NL123456789B01. Kijk of alle cijfers kloppen.' },
  shortName: { 'too-long': 'Gebruik niet meer dan 120 tekens.' },
  website: { invalid: 'Vul een adres van een website in, zoals www.voorbeeld.nl.' },
  phone: { invalid: 'Vul een telefoonnummer in met alleen cijfers, zoals 020 123 45 67.' },
  profile: {
    required: 'Vertel in een paar zinnen wat u doet.',
    'too-long': 'Maak dit korter: hoogstens 1.000 tekens.',
    invalid: 'Maak dit korter: hoogstens 1.000 tekens, zonder vreemde tekens.',
  },
  municipalityId: { required: 'Kies een gemeente.', invalid: 'Kies een gemeente.' },
  statusReason: {
    required: 'Schrijf op waarom niet. De aanvrager leest dit.',
    'too-long': 'Maak dit korter: hoogstens 1.000 tekens.',
  },
  programmes: { 'in-use': 'Deze organisatie doet mee in een programma dat loopt. Haal haar daar eerst af.' },
  sessions: {
    'in-use': 'Deze organisatie heeft nog sessies. Annuleer ze eerst, of wacht tot ze geweest zijn.',
  },
  iban: { invalid: 'Dit rekeningnummer klopt niet. Vul het hele IBAN in, zoals NL00BANK0123456789.' },
  postcode: {
    required: 'Vul de postcode in.',
    'in-use': 'Hier zijn nog sessies gepland. Daarom blijft het adres zo.',
    invalid: 'Een postcode heeft 4 cijfers en 2 letters, zoals 1182 JR.',
  },
  homePostcode: { invalid: 'Vul alleen de 4 cijfers in, zoals 1182. Of laat dit leeg.' },
  registeredOn: {
    required: 'Vul de dag van de inschrijving in.',
    invalid: 'Kies een dag vanaf de toekenning, en niet later dan vandaag.',
  },
  reference: {
    required: 'Vul het kenmerk uit het register in.',
    'too-long': 'Gebruik niet meer dan 120 tekens.',
  },
  title: { required: 'Vul een titel in.', 'too-long': 'Gebruik voor de titel niet meer dan 120 tekens.' },
  moduleKind: { required: 'Kies wat voor bijeenkomst het is.', invalid: 'Kies wat voor bijeenkomst het is.' },
  topic: { required: 'Kies een onderwerp.', invalid: 'Kies een onderwerp.' },
  summary: {
    required: 'Vertel in één zin wat het is.',
    invalid: 'Schrijf dit op één regel, zonder bijzondere tekens.',
    'too-long': 'Gebruik hier niet meer dan 300 tekens.',
  },
  description: {
    required: 'Vertel wat men gaat doen.',
    invalid: 'In deze tekst staan tekens die we niet kunnen lezen.',
    'too-long': 'Maak de tekst korter: hoogstens 10.000 tekens.',
  },
  hours: {
    required: 'Vul een aantal uren in, zoals 2 of 1,5.',
    invalid: 'Vul een aantal uren in, zoals 2 of 1,5.',
  },
  languages: { required: 'Kies een of meer talen.', invalid: 'Kies een of meer talen.' },
  stages: { invalid: 'Kies fasen uit de lijst.' },
  industries: { invalid: 'Kies branches uit de lijst.' },
  programmeId: { required: 'Kies een programma.', invalid: 'Kies een programma uit de lijst.' },
  productId: { invalid: 'Kies een product van dit programma.' },
  price: { invalid: 'Vul een bedrag in, zoals 250 of 112,50. Hoogstens 100.000.' },
  ownPrice: {
    invalid: 'Vul een bedrag in, zoals 25 of 12,50.',
    'too-long': 'Vul hoogstens de hele prijs in, met de btw erbij.',
  },
  note: { required: 'Schrijf op wat anders moet.', 'too-long': 'Gebruik niet meer dan 2.000 tekens.' },
  street: {
    required: 'Vul de straat en het huisnummer in.',
    'in-use': 'Hier zijn nog sessies gepland. Daarom blijft het adres zo.',
  },
  city: {
    required: 'Vul de plaats in.',
    'in-use': 'Hier zijn nog sessies gepland. Daarom blijft het adres zo.',
  },
  kvkNumber: { invalid: anyField['kvk-number'] },
  moduleId: { required: 'Kies wat u gaat doen.', invalid: 'Kies wat u gaat doen.' },
  date: {
    required: 'Vul de datum in, en hoe laat de sessie begint.',
    invalid: 'Vul de datum in, en hoe laat de sessie begint.',
    'in-past': 'Kies een begin dat nog moet komen.',
  },
  endTime: {
    required: 'Vul in hoe laat de sessie afgelopen is.',
    invalid: 'Vul in hoe laat de sessie afgelopen is.',
    'before-start': 'Kies een eindtijd na de begintijd.',
  },
  venueId: { required: 'Kies een plek.', invalid: 'Kies een plek uit de lijst.' },
  onlineUrl: {
    invalid: 'Vul een hele link in, die begint met https://.',
    'too-long': 'Deze link is te lang. Gebruik niet meer dan 500 tekens.',
  },
  capacity: { required: 'Vul een heel getal in, 1 of meer.', invalid: 'Vul een heel getal in, 1 of meer.' },
  reservedPlaces: { invalid: 'Vul een heel getal in, 0 of meer.' },
  placesPerBusiness: { invalid: 'Vul een heel getal in, 1 of meer.' },
  noticeHours: { invalid: 'Vul een aantal uren in, zoals 24 of 1,5.' },
  deadlineHours: { invalid: 'Vul een aantal uren in, zoals 24 of 1,5.' },
  memberPrice: { invalid: 'Vul een bedrag in, zoals 25 of 12,50. Hoogstens 10.000.' },
  effectiveOn: {
    required: 'Vul een datum in.',
    invalid: 'Vul een datum in.',
    'in-past': 'Kies vandaag of een dag die nog komt. Een besluit werkt niet terug.',
  },
  motivation: {
    required: 'Schrijf op waarom u dit besluit. Anderen lezen dit.',
    'too-long': 'Maak de uitleg korter.',
  },
  ceilingCents: { required: amount, invalid: amount, 'too-long': amount, 'too-short': amount },
  decision: { required: 'Kies wat u besluit.', invalid: 'Kies wat u besluit.' },
  trigger: { required: 'Kies de aanleiding.', invalid: 'Kies de aanleiding.' },
  kind: { required: 'Kies een maatregel.', invalid: 'Kies een maatregel.' },
  sessionIds: { required: 'Kies een of meer sessies.', 'too-long': 'Kies niet meer dan 100 sessies.' },
  deMinimisCents: {
    invalid:
      'Vul een bedrag in euro’s in, bijvoorbeeld 2.095,00. Kreeg u niets? Kies dan ‘Nee, niets’ en laat het bedrag leeg.',
  },
  outcome: { required: 'Kies of de gemeente betaalt.', invalid: 'Kies of de gemeente betaalt.' },
  explanation: {
    'too-long': 'Maak uw uitleg korter: hoogstens 2.000 tekens.',
    invalid: 'In uw uitleg staan tekens die we niet kunnen lezen.',
  },
  membership: { invalid: 'Kies lid, geen lid of onbekend.' },
};

/** A field that stands on a page more than once has the id of its row behind its name: `text-0190…`. */

const wordsOf = (name: string) => ofField[name] ?? ofField[name.split('-', 1)[0]!];

/** What is wrong with a field, in words of its own where it has them. */
export const fieldWords = (name: string, code: FieldCode): string => wordsOf(name)?.[code] ?? anyField[code];
