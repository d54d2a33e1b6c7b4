const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const organisation = {
  title: 'Uw sessies',
  today: {
    title: 'Vandaag',
    none: 'Vandaag hebt u geen sessie.',
    next: (date: string): string => `De eerstvolgende is op ${date}.`,
  },
  toMark: {
    title: (sessions: number): string =>
      plural(sessions, 'sessie zonder presentie', 'sessies zonder presentie'),
    text: 'Wie was er? Zonder presentie telt een bezoek niet mee voor de gemeente.',
  },
  progress: {
    title: 'Op koers voor dit kwartaal?',
    quarter: (programme: string, ordinal: number): string => `${programme}, kwartaal ${ordinal}`,
    until: (from: string, until: string): string => `${from} tot en met ${until}, alle organisaties samen`,
    needed: (sessions: string): string => `Nog ${sessions} nodig dit kwartaal die niet gepland zijn.`,
    planned: 'Als alles doorgaat wat gepland staat, haalt u samen alle doelen.',
    reached: 'Alle doelen van dit kwartaal zijn gehaald.',
  },
  groups: {
    knowledgeAndCoaching: {
      one: 'kennis- of coachingsessie',
      many: 'kennis- en coachingsessies',
      title: 'Kennis- en coachingsessies',
    },
    inspiration: { one: 'inspiratiesessie', many: 'inspiratiesessies', title: 'Inspiratiesessies' },
    network: { one: 'netwerkbijeenkomst', many: 'netwerkbijeenkomsten', title: 'Netwerkbijeenkomsten' },
    other: { one: 'andere sessie', many: 'andere sessies', title: 'Andere sessies' },
  },
  upcoming: 'Komende sessies',
  upcomingNone: 'Er staan geen sessies gepland.',
  past: 'Geweest',
  older: (sessions: number): string => `Toon ${plural(sessions, 'oudere sessie', 'oudere sessies')}`,
  empty: {
    title: 'Nog geen sessies',
    text: 'Zodra er een sessie van uw organisatie gepland is, ziet u die hier, met de aanmeldingen.',
  },
  session: {
    registered: (registered: number, capacity: number): string =>
      `${registered} van ${capacity} plaatsen bezet`,
    waiting: (waiting: number): string => `${waiting} op de wachtlijst`,
    held: (held: number): string => `${held} nog niet bevestigd`,
    present: (present: number): string => `${present} aanwezig`,
    absent: (absent: number): string => `${absent} niet gekomen`,
    excused: (excused: number): string => `${excused} afgemeld`,
    unmarked: (unmarked: number): string => `${unmarked} nog in te vullen`,
    nobody: 'Geen aanmeldingen',
    list: 'Presentielijst',
  },
  list: {
    title: 'Presentielijst',
    desk: 'Uw sessies',
    tooEarlyTitle: 'De lijst is nog niet open',
    tooEarly: (from: string): string => `Presentie bijhouden kan vanaf ${from}, een uur voor het begin.`,
    cancelledTitle: 'Deze sessie gaat niet door',
    cancelled: 'Er is niets bij te houden.',
    nobody: 'Er zijn nog geen bevestigde aanmeldingen.',
    saved: (names: number): string =>
      names === 0 ? 'Er was niets veranderd' : `Opgeslagen: ${plural(names, 'naam', 'namen')}`,
    savedText: 'Klopt er iets niet? U kunt het later nog veranderen.',
    walkedInSomeone: 'De naam staat op de lijst, als aanwezig',
    who: 'Wie is er?',
    marks: { present: 'Is er', absent: 'Niet er', excused: 'Afgemeld', none: 'Wis' },
    walkIn: 'zonder aanmelding',
    save: 'Opslaan',
    unsaved: (names: number): string =>
      plural(names, 'naam nog niet opgeslagen', 'namen nog niet opgeslagen'),
    restAbsent: 'Opslaan, en de rest op ‘Niet er’',
    door: {
      title: 'Iemand zonder aanmelding?',
      text: 'Iedere ondernemer is welkom. Schrijf de naam hier in. Wat u hierboven aantikte, wordt ook opgeslagen.',
      name: 'Naam',
      kvk: 'KVK-nummer',
      kvkHint: '8 cijfers. Niet bij de hand? Laat het leeg.',
      membership: 'Lid van een ondernemersvereniging?',
      membershipHint:
        'De gemeente wil weten of ook niet-leden meedoen. Zij ziet alleen aantallen. Voor deze ondernemer maakt het niets uit.',
      submit: 'Schrijf in als aanwezig',
    },
    print: {
      button: 'Print de lijst',
      hint: 'Als u deze pagina print, krijgt u een papieren lijst met ruimte voor een handtekening.',
      number: 'Nr.',
      name: 'Naam',
      signature: 'Handtekening',
      door: 'Zonder aanmelding: schrijf de naam erbij.',
      expected: (names: number): string => plural(names, 'aanmelding', 'aanmeldingen'),
    },
  },
};
