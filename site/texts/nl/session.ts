export const session = {
  when: 'Wanneer',
  where: 'Waar',
  by: 'Door',
  leader: 'Begeleider',
  places: 'Plaatsen',
  language: 'Taal',
  dutch: 'Nederlands',
  access: 'Toegankelijkheid',
  accessAsk: 'Hebt u iets nodig om mee te kunnen doen? Bel ons, dan regelen we het samen.',
  forWhom: 'Voor wie',
  everyone: 'Voor alle ondernemers, lid of geen lid',
  members: 'Alleen voor leden van de organisator',
  wasBefore: 'Verplaatst. Was eerst:',
  onlineLink: 'Online. De link staat in de mail als uw plaats zeker is.',
  alsoOnline: 'U kunt ook online meedoen.',
  route: 'Bekijk op de kaart',
  moreFrom: (organiser: string): string => `Meer van ${organiser}`,
  placesOf: (places: number): string => `Er is plaats voor ${places} ondernemers`,
  placesLeft: (left: number, capacity: number): string => `Nog ${left} van de ${capacity} plaatsen vrij`,
  reserve: (places: number, until: string): string =>
    `${places === 1 ? 'Eén plaats is' : `${places} plaatsen zijn`} tot ${until} voor ondernemers die geen lid zijn van een vereniging`,
  full: (capacity: number): string => `Alle ${capacity} plaatsen zijn bezet`,
  queue: (waiting: number): string => {
    if (waiting === 0) return 'Er staat nog niemand op de wachtlijst.';
    return waiting === 1
      ? 'Er staat 1 ondernemer op de wachtlijst.'
      : `Er staan ${waiting} ondernemers op de wachtlijst.`;
  },
  fullText: 'Er is geen wachtlijst. Kijk hieronder of een andere datum u past.',
  cancelling: 'Annuleren',
  cancelUntil: (until: string): string => `Zelf annuleren kan tot ${until}`,
  queueHow: 'Komt er een plaats vrij, dan mailen we u.',
  register: 'Meld u aan',
  joinQueue: 'Op de wachtlijst',
  notOpen: (from: string): string => `Aanmelden kan vanaf ${from}.`,
  closed: (since: string): string => `Aanmelden kan niet meer sinds ${since}.`,
  closedText: 'Wilt u toch graag komen? Bel ons.',
  past: 'Deze bijeenkomst is geweest.',
  pastText: 'Kijk hieronder of er een nieuwe datum is.',
  cancelledTitle: 'Deze bijeenkomst gaat niet door',
  cancelledText: 'Had u een plaats? Dan kreeg u een mail. Kijk hieronder of een andere datum u past.',
  movedTitle: 'Deze bijeenkomst is verplaatst',
  movedText: (from: string, to: string): string => `Eerst was het op ${from}. Nu is het op ${to}.`,
  onlineTitle: 'Deze bijeenkomst gaat online door',
  onlineText: 'Het is niet op locatie. Wie een plaats heeft, krijgt de link in de mail.',
  registered: 'U hebt zich aangemeld',
  toRegistration: 'Bekijk uw aanmelding',
  freeShort: 'Gratis voor u',
  ownShort: (own: string): string => `U betaalt ${own}`,
  about: 'Waar gaat het over?',
  organisers: 'Wie organiseert dit?',
  organisersText: (organisers: string, several: boolean, programme: string): string =>
    `${organisers} ${several ? 'organiseren' : 'organiseert'} deze bijeenkomst. Die hoort bij het programma ${programme}.`,
  otherDates: 'Andere datums',
  allDates: 'Bekijk alle datums',
  similar: 'Dit lijkt erop',
  pay: {
    everyone: (programme: string): string =>
      `Het geld komt uit het programma ${programme}. Iedere ondernemer is welkom.`,
    conditions: (programme: string): string =>
      `De gemeente betaalt als u past bij de regels van ${programme}.`,
    kvkNumber: 'Uw bedrijf heeft een KVK-nummer. Weet u het niet? Dan kijken we het samen na.',
    businessActive: 'Uw bedrijf staat in het Handelsregister.',
    establishedInArea: {
      business: (area: string): string => `Uw bedrijf zit in ${area}.`,
      residence: (area: string): string => `U woont in ${area}.`,
    },
    productCap: 'Dit aanbod is nog niet op.',
    productCapOf: (max: number): string => `De gemeente betaalt dit aanbod hoogstens ${max} keer.`,
    peopleCap: (max: number): string => `Er is plaats voor hoogstens ${max} ondernemers.`,
    notPaidForModule: 'De gemeente betaalde dit onderwerp niet eerder voor u.',
    capPerEntrepreneur: (amount: string, time: string): string =>
      `De gemeente betaalt hoogstens ${amount} per ondernemer${time}.`,
    amounts: {
      count: (times: number): string => `${times} keer`,
      minutes: (hours: number): string => `${hours.toLocaleString('nl-NL')} uur`,
    },
    periods: { programme: '', calendarYear: ' per kalenderjaar' },
    inMonths: (months: number): string => ` in ${months} maanden`,
    deMinimisRoom: (amount: string, years: number): string =>
      `Uw bedrijf kreeg in ${years} jaar niet meer dan ${amount} steun van de overheid.`,
    budgetRoom: 'Er is nog geld in het programma.',
    manualReview: 'Een medewerker kijkt naar uw aanmelding.',
    otherwise: (total: string): string =>
      `Anders kost het u ${total}. U hoort dat meteen als u zich aanmeldt.`,
    rules: 'Bekijk de regels',
  },
};
