import { groupWords } from '../../../api/language/vocabularies.ts';
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
  groups: groupWords.nl,
  workshopsCount: 'Workshops en 1-op-1 werksessies tellen mee als kennis- en coachingsessies.',
  upcoming: 'Komende sessies',
  upcomingNone: 'Er staan geen sessies gepland.',
  past: 'Geweest',
  older: (sessions: number): string => `Toon ${plural(sessions, 'oudere sessie', 'oudere sessies')}`,
  newest: 'Nieuwste sessies',
  evenOlder: 'Nog oudere sessies',
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
    whoComes: 'Wie komt er?',
    marks: { present: 'Is er', absent: 'Niet er', excused: 'Afgemeld', none: 'Wis' },
    walkIn: 'zonder aanmelding',
    mailFails: 'Mail komt niet aan',
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
  change: {
    title: 'Wijzig deze sessie',
    told: (people: number): string =>
      people === 0
        ? 'Er is nog niemand aangemeld.'
        : `Een nieuw moment of een nieuwe plek? ${people === 1 ? 'De ene ondernemer die is aangemeld, krijgt' : `Alle ${people} ondernemers die zijn aangemeld, krijgen`} één mail, en de afspraak in de agenda verandert mee.`,
    moment: 'Moment en plek',
    date: 'Datum',
    startTime: 'Begin',
    endTime: 'Einde',
    mode: 'Hoe doet u het?',
    modes: { onLocation: 'Op locatie', hybrid: 'Op locatie en online', online: 'Online' },
    venue: 'Plek',
    venueHint: 'Alleen nodig als de sessie op locatie is.',
    noVenue: 'Kies een plek',
    link: 'Link om online mee te doen',
    linkHint: 'Alleen wie een plaats heeft, ziet deze link.',
    saveMoment: 'Wijzig moment en plek',
    places: 'Aantal plaatsen',
    capacity: 'Plaatsen',
    taken: (taken: number): string =>
      taken === 1 ? 'Er is nu 1 plaats bezet.' : `Er zijn nu ${taken} plaatsen bezet.`,
    atLeast: (taken: number): string => `Vul ${taken} of meer in: zoveel plaatsen zijn bezet.`,
    moreIsOffered: 'Komen er plaatsen bij? Dan krijgt de wachtlijst ze aangeboden.',
    reserved: 'Waarvan voor ondernemers die geen lid zijn',
    reservedHint:
      'Leden van uw ledenlijst krijgen deze plaatsen pas later. Niemand verliest er een plaats door.',
    reservedDays: 'Tot hoeveel dagen voor de bijeenkomst',
    savePlaces: 'Wijzig aantal plaatsen',
    cancel: 'Annuleer deze sessie',
    cancelQuestion: (people: number): string =>
      people === 0
        ? 'Weet u het zeker? De sessie gaat dan niet door.'
        : `Weet u het zeker? De sessie gaat dan niet door. ${plural(people, 'ondernemer krijgt', 'ondernemers krijgen')} meteen een mail. U kunt dit niet terugdraaien.`,
    cancelButton: 'Ja, annuleer de sessie',
    wentOnline: 'Deze sessie is online gezet',
    wentOnlineText: (place: string): string => `Eerst was het in ${place}.`,
    back: 'Zet terug op locatie',
    done: {
      moment: 'De sessie is gewijzigd',
      places: 'Het aantal plaatsen is gewijzigd',
      cancelled: 'De sessie is geannuleerd',
      back: 'De sessie is weer op locatie',
    },
    doneText: 'Wie het moet weten, krijgt meteen een mail.',
    donePlaces: 'Is er plaats bij gekomen? Dan krijgt de wachtlijst die meteen aangeboden.',
  },
  switch: {
    title: 'Zet sessies om naar online',
    text: 'Kan het even niet op locatie? Zet dan in één keer meer sessies om. Wie is aangemeld, krijgt één mail per sessie, en de afspraak in de agenda verandert mee. U kunt ze later weer terugzetten.',
    choose: 'Welke sessies gaan online?',
    option: (title: string, date: string): string => `${title}, ${date}`,
    link: 'Link om online mee te doen',
    linkHint: 'Is de link niet voor alle sessies gelijk? Laat dit leeg en vul hem per sessie in.',
    button: 'Zet om naar online',
    none: 'Er zijn geen komende sessies op locatie.',
    backTitle: 'Zet terug op locatie',
    backChoose: 'Welke sessies gaan terug?',
    backButton: 'Zet terug op locatie',
    wentOnline: (sessions: number): string => `${plural(sessions, 'sessie is', 'sessies zijn')} nu online`,
    wentBack: (sessions: number): string =>
      `${plural(sessions, 'sessie is', 'sessies zijn')} weer op locatie`,
    done: 'Wie is aangemeld, krijgt meteen een mail.',
  },
};
