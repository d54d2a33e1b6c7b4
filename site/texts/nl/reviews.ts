export const reviews = {
  declaration: {
    title: 'Nog even dit, als u het weet',
    later:
      'Zo zien we of de gemeente voor u mag betalen. Weet u het nu niet? Sla het over. Het kan ook later, en uw plaats blijft van u.',
    yes: 'Ja, dat klopt',
    no: 'Nee, dat klopt niet',
    what: 'Wat is dat, en wat telt mee?',
    whatText: (ceiling: string, years: number): string =>
      `De overheid mag een bedrijf helpen met kleine bedragen: samen hoogstens ${ceiling} in ${years} jaar. Dat heet de-minimissteun. Het is heel gewoon: denk aan een subsidie, een lening met lage rente of een gratis advies. Wie de steun gaf, schreef u dat in een brief of mail. Zoek daarin op ‘de-minimis’. Niets gevonden? Kies dan ‘Nee, niets’.`,
    whatCount: (years: number): string =>
      `Tel op wat uw bedrijf kreeg van vandaag tot ${years} jaar terug. Hebt u meer bedrijven die bij elkaar horen? Tel dan alles samen. Wat u via deze site kreeg, weten wij al: dat telt u niet mee.`,
    aid: (years: number): string =>
      `Kreeg uw bedrijf de laatste ${years} jaar kleine steun van de overheid (de-minimissteun)?`,
    none: 'Nee, niets',
    some: 'Ja, in totaal dit bedrag',
    amount: 'Bedrag in euro’s',
    amountHint: 'Zonder btw. Bijvoorbeeld: 2.095,00',
    fill: 'Beantwoord de vragen',
    fillText: 'Daarna weten we of de gemeente voor u betaalt.',
    change: 'Verander uw antwoorden',
    changeText:
      'Is er iets veranderd? Geef het hier door. We kijken dan opnieuw of de gemeente voor u betaalt.',
    send: 'Verstuur mijn antwoorden',
    saved: 'Uw antwoorden zijn bewaard',
    savedText: 'Hieronder ziet u of de gemeente voor u betaalt.',
  },
  number: {
    give: 'Geef uw KVK-nummer',
    giveText:
      'U ziet daarna meteen of de gemeente voor u betaalt. Hebt u geen KVK-nummer? Sla dit dan over: uw plaats blijft van u.',
    correct: 'Verbeter uw KVK-nummer',
    correctText: (now: string): string =>
      `U gaf KVK-nummer ${now}. Klopt dat niet? Geef dan het goede nummer. We kijken meteen opnieuw of de gemeente voor u betaalt.`,
    label: 'KVK-nummer',
    hint: '8 cijfers. U vindt het op uw uittreksel, of op kvk.nl.',
    wrong: 'Vul een KVK-nummer in. Dat heeft 8 cijfers.',
    send: 'Verstuur mijn KVK-nummer',
    saved: 'Uw KVK-nummer is bewaard',
    savedText: 'Hieronder ziet u of de gemeente voor u betaalt.',
  },
  own: {
    title: 'Beoordeling door de gemeente',
    underReview:
      'Een medewerker van de gemeente kijkt wie betaalt. U hoeft niets te doen. U krijgt een mail als er een besluit is. Uw plaats blijft van u.',
    underReviewDeclare:
      'Beantwoord eerst de vragen: misschien is het dan al duidelijk. Anders kijkt een medewerker van de gemeente wie betaalt. U krijgt een mail als er een besluit is. Uw plaats blijft van u.',
    requested: (on: string): string =>
      `U vroeg op ${on} om een nieuwe beoordeling. Een medewerker van de gemeente kijkt ernaar. U krijgt een mail als er een besluit is. Uw plaats blijft van u.`,
    youWrote: 'U schreef:',
    approved: (on: string): string => `Een medewerker keek op ${on} naar uw aanmelding: de gemeente betaalt.`,
    refused: (on: string): string =>
      `Een medewerker keek op ${on} naar uw aanmelding: de gemeente betaalt niet.`,
    why: 'Uitleg van de gemeente:',
    ask: 'Klopt dit niet? Vraag om een nieuwe beoordeling',
    explain: 'Wilt u iets uitleggen?',
    askText: 'Een medewerker van de gemeente kijkt dan naar uw aanmelding. Uw plaats blijft van u.',
    explanation: 'Uw uitleg',
    explanationHint: 'Wat moet de gemeente weten? Bijvoorbeeld: ik ben net verhuisd.',
    send: 'Vraag om een nieuwe beoordeling',
    sendExplanation: 'Verstuur mijn uitleg',
    done: 'Uw vraag is verstuurd',
    doneText: 'Een medewerker van de gemeente kijkt ernaar. U krijgt een mail.',
  },
  desk: {
    title: 'Beoordelingen',
    of: (name: string): string => `Beoordeling van ${name}`,
    lead: (open: number): string =>
      open === 0
        ? 'Niemand wacht op een beoordeling.'
        : open === 1
          ? '1 ondernemer wacht op een beoordeling.'
          : `${open} ondernemers wachten op een beoordeling.`,
    leadText:
      'Hier staat een plaats waarvan de regels niet zeggen wie betaalt, of waarvan de ondernemer om een nieuwe beoordeling vroeg. De plaats blijft zolang van de ondernemer, en het geld blijft gereserveerd.',
    open: 'Nog te doen',
    noneOpen: 'Alles is gedaan',
    noneOpenText: 'Komt er een aanmelding waarvan de regels niet weten wie betaalt, dan staat die hier.',
    done: 'Gedaan',
    noneDone: 'Er is nog niets beoordeeld.',
    asked: 'Vraagt om een nieuwe beoordeling',
    askNumber: 'Vraag om het KVK-nummer',
    askNumberText:
      'Wie geen KVK-nummer gaf, krijgt een mail met een link om dat alsnog te doen. Dan beslissen de regels meteen.',
    askNumberOf: (name: string): string => `Vraag ${name} om het KVK-nummer`,
    askedOn: (day: string): string => `Op ${day} gevraagd om het KVK-nummer`,
    tickFirst: 'Vink eerst aan wie u wilt vragen.',
    numbersAsked: (people: number): string =>
      people === 0
        ? 'Er ging geen mail weg'
        : people === 1
          ? '1 ondernemer krijgt een mail'
          : `${people} ondernemers krijgen een mail`,
    numbersNotAsked: (people: number): string =>
      people === 0
        ? 'Wie het nummer geeft, hoort meteen wie betaalt. Dan verdwijnt de aanmelding hier.'
        : `${people === 1 ? '1 aanmelding' : `${people} aanmeldingen`} sloegen we over: het nummer is er al, er is deze week al om gevraagd, of er hoeft niemand meer te kijken.`,
    since: (days: number): string =>
      days === 0 ? 'Wacht sinds vandaag' : days === 1 ? 'Wacht 1 dag' : `Wacht ${days} dagen`,
    newestFirst: 'De nieuwste staat bovenaan.',
    more: 'Toon de volgende',
    first: 'Terug naar het begin',
    who: 'Ondernemer',
    session: 'Sessie',
    outcome: 'Uitkomst',
    by: 'Door',
    on: 'Op',
    outcomes: { approved: 'Gemeente betaalt', refused: 'Gemeente betaalt niet' },
    saved: (name: string): string => `${name} krijgt een mail met uw uitleg.`,
    savedTitle: 'De beoordeling is bewaard',
    again: {
      eligible: 'De regels geven nu: de gemeente betaalt. De ondernemer krijgt een mail.',
      'not-eligible': 'De regels geven nu: de gemeente betaalt niet. De ondernemer krijgt een mail.',
      'needs-review': 'De regels weten nog steeds niet wie betaalt.',
    },
    againTitle: 'Opnieuw beoordeeld door de regels',
    noNumber: 'Niet opgegeven',
    back: 'Alle beoordelingen',
    facts: {
      kvk: 'KVK-nummer',
      session: 'Sessie',
      price: 'Prijs van deze plaats',
      priceValue: (ex: string, incl: string): string => `${ex} exclusief btw, ${incl} inclusief`,
      priceUnknown: (price: string): string => `${price}, btw niet bekend`,
      own: 'Eigen bijdrage',
      booked: 'Aangemeld op',
      status: 'Plaats',
    },
    explanation: 'Uitleg van de ondernemer',
    noExplanation: 'De ondernemer gaf geen uitleg.',
    rules: 'Wat de regels zagen',
    rulesCaption: 'Elke regel, met wat die zag en wat daaruit volgde',
    rule: 'Regel',
    saw: 'Gezien',
    result: 'Uitkomst',
    results: { passed: 'In orde', failed: 'Niet in orde', unknown: 'Onbekend' },
    form: 'Uw besluit',
    correct: 'Herzie dit besluit',
    choose: 'Betaalt de gemeente deze plaats?',
    approve: 'Ja, de gemeente betaalt',
    refuse: 'Nee, de gemeente betaalt niet',
    refuseHint: 'De ondernemer houdt de plaats en betaalt zelf, of annuleert.',
    motivation: 'Uitleg',
    motivationHint:
      'De ondernemer leest dit in de mail en bij de aanmelding. Schrijf het dus aan de ondernemer.',
    save: 'Sla op en mail de ondernemer',
    byRules: 'Liever de regels nog eens laten kijken?',
    byRulesText:
      'We vragen het Handelsregister opnieuw en passen de regels van vandaag toe. Verandert de uitkomst, dan krijgt de ondernemer een mail. Wat al was toegezegd, blijft toegezegd.',
    byRulesSend: 'Laat de regels opnieuw kijken',
    over: 'Deze aanmelding is gestopt. U hoeft niets meer te doen.',
    reviewed: (who: string, on: string): string => `${who} besloot op ${on}:`,
  },
  rules: {
    programmeRunning: 'Programma loopt',
    kvkNumber: 'KVK-nummer',
    businessActive: 'Bedrijf actief',
    establishedInArea: 'Gevestigd in het gebied',
    productCap: 'Maximum van het product',
    peopleCap: 'Maximum aantal ondernemers',
    capPerEntrepreneur: 'Maximum per ondernemer',
    notPaidForModule: 'Onderwerp niet eerder betaald',
    declarations: 'Eigen verklaring',
    deMinimisRoom: 'Ruimte voor staatssteun',
    budgetRoom: 'Ruimte in het budget',
    manualReview: 'Altijd een medewerker',
  },
  saw: {
    session: (on: string): string => `De bijeenkomst is op ${on}.`,
    paused: 'De bijdrage is gepauzeerd.',
    closed: 'Het programma loopt niet.',
    given: 'Opgegeven.',
    notGiven: 'Niet opgegeven.',
    notNeeded: 'Niet opgegeven. Dat hoeft hier niet.',
    active: 'Staat in het Handelsregister en is actief.',
    ended: (on: string | null): string => (on ? `Gestopt op ${on}.` : 'Gestopt.'),
    notFound: 'Dit nummer staat niet in het Handelsregister.',
    unavailable: 'Het Handelsregister gaf geen antwoord.',
    noAddress: 'Geen adres bekend.',
    addresses: (places: string): string => `Adres in ${places}.`,
    addressShielded: 'Het adres is afgeschermd.',
    livesThere: 'Zegt daar te wonen.',
    livesElsewhere: 'Zegt daar niet te wonen.',
    shielded: 'afgeschermd',
    unknownPlace: 'onbekend',
    noCap: 'Geen maximum.',
    used: (used: string, max: string): string => `${used} van ${max} gebruikt.`,
    alreadyIn: 'Doet al mee.',
    personal: (used: string, adds: string, max: string): string =>
      `Al ${used}; deze plaats is ${adds}; hoogstens ${max}.`,
    units: { count: (n: number): string => `${n} keer`, hours: (n: string): string => `${n} uur` },
    paidBefore: 'Al eerder betaald.',
    notPaidBefore: 'Niet eerder betaald.',
    declared: 'Alles beantwoord met ja.',
    saidNo: (sentences: string): string => `Nee gezegd op ${sentences}.`,
    unanswered: (sentences: string): string => `Nog niet beantwoord: ${sentences}.`,
    aid: (declared: string | null, granted: string, now: string): string =>
      `Verklaard: ${declared ?? 'niets ingevuld'}. Via deze site: ${granted}. Deze plaats: ${now}.`,
    room: (room: string, needed: string): string => `Nog ${room}; nodig ${needed}.`,
    noRoom: (needed: string): string => `Ruimte niet bekend; nodig ${needed}.`,
    nobody: 'Nog niemand keek.',
    approved: 'Goedgekeurd.',
    refused: 'Niet goedgekeurd.',
  },
};
