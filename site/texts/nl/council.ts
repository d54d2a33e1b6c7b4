const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const council = {
  title: (programme: string, quarter: number): string => `Verslag van ${programme}, kwartaal ${quarter}`,
  kicker: (municipality: string): string => `Gemeente ${municipality}, voor college en raad`,
  period: (from: string, until: string): string => `Over ${from} tot en met ${until}.`,
  print: 'Print of bewaar als PDF',
  back: 'Terug naar het kwartaal',
  short: {
    title: 'In het kort',
    running: (until: string): string =>
      `Dit kwartaal loopt nog tot en met ${until}. De cijfers kunnen nog veranderen.`,
    decided: (decision: string, day: string): string => `Besluit na de evaluatie: ${decision} (${day}).`,
    undecided: 'Het kwartaal is nog niet geëvalueerd.',
  },
  done: {
    title: 'Wat er is gedaan',
    table: 'Sessies tegenover het doel',
    group: 'Soort',
    goal: 'Doel',
    held: 'Gehouden',
    planned: 'Nog gepland',
    cancelled: 'Niet doorgegaan',
    total: 'Samen',
    noGoal: 'geen',
    none: 'In dit kwartaal zijn geen sessies gepland of gehouden.',
    range: (min: string, max: string): string => (min === max ? min : `${min} tot ${max}`),
  },
  who: {
    title: 'Wie er kwam',
    text: (persons: number, visits: number, registrations: number, places: number): string =>
      `${plural(persons, 'ondernemer kwam', 'ondernemers kwamen')} samen ${visits} keer. Er waren ${plural(registrations, 'aanmelding', 'aanmeldingen')} op ${plural(places, 'plaats', 'plaatsen')}.`,
    missed: (noShow: number, excused: number): string =>
      `${noShow} keer kwam iemand niet, zonder bericht. ${excused} keer meldde iemand zich af.`,
    none: 'Er zijn nog geen bezoeken.',
    table: 'Bezoeken van leden en niet-leden',
    group: 'Lidmaatschap',
    visits: 'Bezoeken',
    share: 'Aandeel',
    unknown: 'Onbekend telt nooit als niet-lid.',
    topics: 'Bezoeken per thema',
    course: 'Het kwartaal week voor week',
  },
  open: {
    title: 'Open voor elke ondernemer',
    how: 'Elke sessie wordt gecontroleerd bij publiceren, na elke wijziging, elke dag en na afloop. Daarbij boekt het portaal op proef als lid en als niet-lid.',
    closed: 'Deze sessies waren niet de hele tijd open:',
  },
  money: {
    title: 'Geld',
    table: 'Geld voor de sessies van dit kwartaal',
    what: 'Wat',
    exVat: 'Exclusief btw',
    vat: 'Btw',
    phase: 'Fase: het geld voor dit kwartaal',
    states: {
      realised: 'Gerealiseerd: gehouden of bezocht',
      committed: 'Verplicht: toegezegd, nog niet gehouden',
      reserved: 'Gereserveerd: nog niet zeker',
    },
    none: 'Voor de sessies van dit kwartaal is nog geen geld vastgelegd.',
    was: (authorised: string): string =>
      `Het besluit staat voor het hele programma hoogstens ${authorised} toe`,
  },
  evaluation: {
    title: 'Evaluatie en besluit',
    none: 'Dit kwartaal is nog niet geëvalueerd.',
    decision: 'Besluit',
    recorded: (day: string): string => `Vastgelegd op ${day}.`,
    measures: 'Maatregelen in dit kwartaal',
  },
  about: {
    title: 'Over deze cijfers',
    asOf: (moment: string): string => `Alle cijfers zijn van ${moment}.`,
    belongs:
      'Een sessie hoort bij het kwartaal waarin zij begint. Wie vaker kwam, telt bij bezoeken vaker mee.',
    online: 'Alle uitsplitsingen en de cijfers als bestand',
  },
};
