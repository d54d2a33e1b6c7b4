interface Sought {
  free: boolean;
  what: string | null;
  words: string | null;
  topic: string | null;
  organiser: string | null;
  city: string | null;
  online: boolean;
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const meetings = (total: number) => (total === 1 ? '1 bijeenkomst' : `${total} bijeenkomsten`);

export const aanbod = {
  title: 'Aanbod voor ondernemers',
  description:
    'Alle coaching, workshops en bijeenkomsten voor ondernemers, met wat het u kost en wie de rest betaalt.',
  crumb: 'Aanbod',
  /** What the list shows, for the title and heading: gratis workshops over marketing in Amstelveen. */
  heading: ({ free, what, words, topic, organiser, city, online }: Sought): string =>
    capital(
      [
        free && 'gratis',
        small(what ?? 'bijeenkomsten'),
        words && `met ‘${words}’`,
        topic && `over ${small(topic)}`,
        organiser && `van ${organiser}`,
        city && `in ${city}`,
        online && 'online',
      ]
        .filter(Boolean)
        .join(' '),
    ),
  period: {
    from: (date: string): string => `vanaf ${date}`,
    until: (date: string): string => `tot en met ${date}`,
    between: (from: string, until: string): string => `van ${from} tot en met ${until}`,
    on: (date: string): string => `op ${date}`,
  },
  found: (total: number): string =>
    total === 1 ? 'We vonden 1 bijeenkomst' : `We vonden ${total} bijeenkomsten`,
  withCancelled: 'Wat niet doorgaat staat er ook bij.',
  filters: {
    title: 'Filters',
    open: (chosen: number): string => (chosen === 0 ? 'Filters' : `Filters (${chosen} gekozen)`),
    kind: 'Soort bijeenkomst',
    allKinds: 'Alles',
    topic: 'Onderwerp',
    allTopics: 'Alle onderwerpen',
    place: 'Waar',
    allPlaces: 'Overal',
    online: 'Online',
    option: (label: string, total: number): string => `${label} (${total})`,
    when: 'Wanneer',
    periods: { 'deze-week': 'Deze week', 'deze-maand': 'Deze maand', 'volgende-maand': 'Volgende maand' },
    from: 'Vanaf',
    until: 'Tot en met',
    organiser: 'Organisator',
    allOrganisers: 'Alle organisatoren',
    free: 'Gratis voor u',
    cancelled: 'Toon ook wat niet doorgaat',
    apply: 'Toon bijeenkomsten',
    clear: 'Wis alle filters',
    chosen: 'U koos',
    remove: 'haal dit filter weg',
    withCancelled: 'Ook wat niet doorgaat',
  },
  groups: {
    thisWeek: 'Deze week',
    nextWeek: 'Volgende week',
    week: (number: number, days: string): string => `Week ${number}: ${days}`,
  },
  empty: {
    title: 'Geen bijeenkomsten gevonden',
    text: 'Met deze filters samen is er nu niets. Dit komt in de buurt:',
    nothing: 'Er staan nu geen nieuwe bijeenkomsten gepland. Kijk later nog eens, of bel ons.',
    words: (words: string): string => `We vonden niets met ‘${words}’. Probeer een ander woord, of bel ons.`,
    without: (part: string, total: number): string => `Zonder ${part}: ${meetings(total)}`,
    all: 'Bekijk het hele aanbod',
  },
  more: 'Meer bijeenkomsten',
  first: 'Terug naar de eerste bijeenkomsten',
  module: {
    duration: 'Hoe lang',
    minutes: (total: number): string => {
      const [hours, rest] = [Math.floor(total / 60), total % 60];
      const parts = [hours > 0 && `${hours} uur`, rest > 0 && `${rest} ${rest === 1 ? 'minuut' : 'minuten'}`];
      return parts.filter(Boolean).join(' en ');
    },
    topic: 'Onderwerp',
    organiser: 'Gemaakt door',
    programme: 'Programma',
    dates: 'Wanneer kan het?',
    noDates: 'Er is nu geen datum gepland',
    noDatesText: 'Bel ons als u dit graag wilt. Of kijk naar iets dat erop lijkt.',
    similar: (topic: string): string => `Bekijk alles over ${small(topic)}`,
    about: 'Wat gaat u doen?',
  },
};
