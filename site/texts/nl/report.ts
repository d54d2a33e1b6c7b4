const plural = (value: string, one: string, many: string): string => `${value} ${value === '1' ? one : many}`;

export const report = {
  protected: 'afgeschermd',
  protectedNote: (least: string): string =>
    `Afgeschermd: minder dan ${least}, of weggelaten omdat een getal onder de ${least} anders uit te rekenen is.`,
  membershipProtected: 'leden en niet-leden deels afgeschermd',
  flow: {
    title: 'Belangstelling en doorlooptijd',
    interest: 'Belangstelling',
    interestUnit: (registrations: string, places: string): string =>
      `${plural(registrations, 'aanmelding', 'aanmeldingen')} op ${plural(places, 'plaats', 'plaatsen')}`,
    noPlaces: 'geen plaatsen',
    lead: 'Doorlooptijd',
    days: (days: string): string => plural(days, 'dag', 'dagen'),
    leadUnit: (mean: string, cases: string): string =>
      `mediaan van aanmelding tot sessie; gemiddeld ${mean}, over ${plural(cases, 'aanmelding', 'aanmeldingen')}`,
    tooFew: 'te weinig',
    tooFewUnit: (cases: string): string =>
      `${plural(cases, 'aanmelding', 'aanmeldingen')} voor gehouden sessies; onder de 10 geven we geen gemiddelde`,
    open: 'Nog open',
    openUnit: 'aanmeldingen voor sessies die nog komen',
  },
  breakdowns: {
    title: 'Wie er kwam, en waarvoor',
    lead: 'Bezoeken telt elk bezoek, en daarover gaat de balk. Unieke ondernemers telt iedere persoon één keer per regel.',
    names: {
      organiser: 'Per organisator',
      topic: 'Per thema',
      kind: 'Per soort',
      membership: 'Per lidmaatschap',
      district: 'Per stadsdeel of plaats',
      industry: 'Per branche',
      age: 'Per leeftijd',
    },
    bases: {
      organiser: 'Een sessie met meer organisatoren telt bij de eerste.',
      topic: '',
      kind: '',
      membership: 'Onbekend telt niet als niet-lid.',
      district: 'Waar de ondernemer woont.',
      industry: '',
      age: 'Leeftijd in het jaar van de sessie.',
    },
    category: 'Groep',
    sessions: 'Sessies',
    registrations: 'Aanmeldingen',
    visits: 'Bezoeken',
    unique: 'Unieke ondernemers',
    share: 'Aandeel',
    reference: 'Vergelijking',
    index: 'Index',
    referenceNote: (source: string, day: string): string =>
      `Vergelijking: ${source}, peildatum ${day}. Een index boven 1 betekent: meer dan in die groep. Aandelen zijn zonder onbekend.`,
    unknown: 'Onbekend',
    under18: 'Jonger dan 18',
    over67: 'Ouder dan 67',
    ages: (from: string, until: string): string => `${from} t/m ${until}`,
    total: 'Samen',
    none: 'Er zijn nog geen aanmeldingen of bezoeken.',
    kindByMembership: 'Per soort en lidmaatschap',
    kindByMembershipUnit: 'Bezoeken. Onbekend telt niet als niet-lid.',
  },
  kept: {
    title: 'Zoals het kwartaal eindigde',
    lead: (day: string): string =>
      `Bewaard op ${day}. Deze cijfers veranderen niet meer. Wat er daarna is bijgewerkt, staat ernaast.`,
    table: 'Cijfers aan het einde en nu',
    figure: 'Cijfer',
    then: 'Toen',
    now: 'Nu',
    difference: 'Verschil',
    figures: {
      'sessions/held': 'Gehouden sessies',
      registrations: 'Aanmeldingen',
      present: 'Bezoeken',
      uniqueEntrepreneurs: 'Unieke ondernemers',
      noShow: 'Niet gekomen',
      'membership/notMember': 'Bezoeken van niet-leden',
    },
  },
  own: {
    title: (organisation: string): string => `De sessies van ${organisation}`,
    registrations: 'Aanmeldingen',
    registrationsUnit: (places: string): string => `op ${plural(places, 'plaats', 'plaatsen')}`,
    visits: 'Bezoeken',
    visitsUnit: (persons: string): string => `van ${plural(persons, 'ondernemer', 'ondernemers')}`,
    notMembers: 'Niet-leden',
    none: 'nog geen bezoeken',
    notMembersUnit: (unknown: string): string =>
      `van de bezoeken; van ${plural(unknown, 'bezoek', 'bezoeken')} is het niet bekend`,
  },
};
