const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const openData = {
  title: 'Open data en API',
  lead: 'Hoeveel ondernemers de programma’s bereiken, per kwartaal. Iedereen mag deze cijfers gebruiken.',
  programmes: 'Cijfers per programma',
  noProgrammes:
    'Er loopt nog geen programma. Zodra een kwartaal van een programma voorbij is, staan de cijfers hier.',
  quarters: (number: number): string =>
    number === 0 ? 'Nog geen kwartaal voorbij' : plural(number, 'kwartaal', 'kwartalen'),
  of: (programme: string): string => `Open data van ${programme}`,
  ofLead: (municipality: string): string =>
    `Cijfers van de gemeente ${municipality}, per kwartaal dat voorbij is.`,
  rules: {
    title: 'Wat u krijgt',
    items: [
      'Sessies, plaatsen, aanmeldingen, bezoeken en ondernemers, en de bezoeken per groep.',
      'Alleen kwartalen die voorbij zijn. De cijfers zijn bewaard toen het kwartaal eindigde en veranderen niet meer. Wat later is bijgewerkt, staat er dus niet in.',
      'Geen namen, geen geld van personen, en geen getallen onder de 10 over personen. Ook wat zo’n getal zou verraden, is weggelaten. In de bestanden is dat vakje leeg.',
      'Licentie: CC0. U mag alles met deze cijfers doen, zonder toestemming of bronvermelding.',
    ],
  },
  files: {
    title: 'Downloads',
    csv: 'Alle kwartalen als CSV',
    json: 'Alle kwartalen als JSON',
    api: 'Hetzelfde via de API',
  },
  more: {
    title: 'Voor systemen',
    catalogue: 'De beschrijving van deze datasets (DCAT, JSON-LD)',
    api: 'Alles over de API',
    agenda: 'Ook het aanbod van sessies is open: als agenda (ICS) en via de API.',
  },
  table: {
    caption: 'Per kwartaal',
    quarter: 'Kwartaal',
    period: 'Periode',
    sessions: 'Sessies gehouden',
    places: 'Plaatsen',
    registrations: 'Aanmeldingen',
    visits: 'Bezoeken',
    persons: 'Ondernemers',
    asOf: 'Peildatum',
  },
  none: 'Van dit programma is nog geen kwartaal voorbij.',
  breakdowns: 'Wie er kwam, per kwartaal',
  ofQuarter: (ordinal: number, period: string): string => `Kwartaal ${ordinal}: ${period}`,
  few: 'Er waren te weinig bezoeken om uit te splitsen.',
  until: (from: string, until: string): string => `${from} tot en met ${until}`,
  protectedNote:
    'Afgeschermd: minder dan 10, of weggelaten omdat een getal onder de 10 anders uit te rekenen is.',
  dataset: {
    catalogue: 'Open data van Opkoers',
    catalogueText:
      'Cijfers per kwartaal over programma’s waarin gemeenten coaching en workshops voor ondernemers betalen.',
    title: (programme: string): string => `${programme}: sessies en bezoeken per kwartaal`,
    text: (programme: string, municipality: string): string =>
      `Per kwartaal van ${programme} (gemeente ${municipality}): sessies, plaatsen, aanmeldingen, bezoeken en ondernemers, en de bezoeken per groep. Aantallen onder de 10 zijn afgeschermd.`,
    publisher: (municipality: string): string => `Gemeente ${municipality}`,
    keywords: ['ondernemers', 'coaching', 'workshops', 'mkb'],
  },
};
