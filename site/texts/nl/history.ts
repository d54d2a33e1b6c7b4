const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

export const history = {
  title: 'Eerdere cijfers',
  lead: 'Cijfers van vóór dit portaal, zoals de bron ze geeft. Elk cijfer heeft zijn eigen eenheid en peildatum.',
  none: 'Er zijn nog geen eerdere cijfers.',
  noneText: 'Hieronder kunt u ze toevoegen uit een bestand.',
  checks: {
    title: 'Dit klopt niet met elkaar',
    text: 'We laten het zien zoals het in de bron staat, en verbeteren niets.',
    sum: (parts: string, sum: string, whole: string, label: string, difference: string): string =>
      `${parts} is samen ${sum}, tegenover ${whole} (${label}). Het verschil is ${difference}.`,
    differs: (values: string, difference: string): string => `${values}. Het verschil is ${difference}.`,
    page: (page: string): string => `pagina ${page}`,
  },
  table: {
    label: 'Cijfer',
    value: 'Waarde',
    unit: 'Eenheid',
    asOf: 'Peildatum',
    source: 'Bron',
    period: 'Over',
    page: (page: string): string => `pagina ${page}`,
    unknown: '?',
    unknownText: 'niet bekend',
    partOf: (breakdown: string): string => `naar ${breakdown}`,
  },
  batches: {
    title: 'Toegevoegde bestanden',
    by: (name: string, day: string): string => `${name}, ${day}`,
    seeded: (day: string): string => `toegevoegd op ${day}`,
    figures: (figures: number): string => plural(figures, 'cijfer', 'cijfers'),
    withdrawn: (day: string): string => `Ingetrokken op ${day}`,
    withdraw: 'Intrekken',
    reason: 'Waarom trekt u deze cijfers in?',
    reasonHint: 'Ze blijven te zien, met deze reden erbij.',
    button: 'Cijfers intrekken',
    done: 'De cijfers zijn ingetrokken',
  },
  upload: {
    title: 'Cijfers toevoegen',
    text: 'Kies een CSV-bestand. Eerst kijken we of alles te lezen is; daarna voegt u het toe. Getallen mogen Nederlands zijn: 1.651 of 7,2. Een cijfer dat niet bekend is, schrijft u als ?.',
    template: 'Download een leeg voorbeeld (CSV)',
    name: 'Naam van deze cijfers',
    nameHint: 'Bijvoorbeeld de titel van het document.',
    file: 'Bestand',
    check: 'Bestand nakijken',
    empty: 'In dit bestand staan geen rijen.',
    unreadable: 'Dit bestand kunnen we niet lezen als CSV.',
    noFile: 'Kies een bestand.',
    tooLarge: 'Dit bestand is te groot. Hoogstens 400 rijen en 60 kB.',
    missing: (columns: string): string => `Deze kolommen missen: ${columns}.`,
    errors: (errors: number): string =>
      `${plural(errors, 'fout', 'fouten')} in het bestand. Er is niets toegevoegd.`,
    errorsText: 'Verbeter het bestand en kies het opnieuw.',
    row: 'Rij',
    column: 'Kolom',
    typed: 'Wat er staat',
    problem: 'Wat er mis is',
  },
  preview: {
    title: 'Alles is te lezen',
    text: (figures: number): string =>
      `Het gaat om ${plural(figures, 'cijfer', 'cijfers')}. Kijk of ze kloppen.`,
    checks: (checks: number): string =>
      checks === 1
        ? 'Op 1 punt klopt iets niet met elkaar. Dat blijft te zien.'
        : `Op ${checks} punten klopt iets niet met elkaar. Dat blijft te zien.`,
    add: 'Deze cijfers toevoegen',
    first: (rows: number): string => `De eerste ${rows} rijen`,
  },
  done: 'De cijfers zijn toegevoegd',
  columns: {
    dataset: 'dataset',
    code: 'code',
    label: 'omschrijving',
    value: 'waarde',
    unit: 'eenheid',
    asOf: 'peildatum',
    period: 'periode',
    breakdown: 'uitsplitsing',
    partOf: 'deel_van',
    source: 'bron',
    page: 'pagina',
    note: 'opmerking',
  },
};

/** The row that the empty file has as an example. */
export const exampleRow = {
  dataset: 'Bereik',
  code: 'uniek',
  label: 'Unieke ondernemers',
  value: '3.800',
  unit: 'ondernemers',
  asOf: '13-09-2021',
  period: 'november 2020 tot en met september 2021',
  breakdown: '',
  partOf: '',
  source: 'Titel van het document, datum',
  page: '7',
  note: '',
};
