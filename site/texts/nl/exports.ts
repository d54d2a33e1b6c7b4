export const exports = {
  charts: {
    visits: 'Bezoeken',
    shares: 'Aandeel van de unieke ondernemers, zonder onbekend',
    reference: (source: string): string => `Vergelijking: ${source}`,
    protectedOut: 'Groepen die zijn afgeschermd, staan alleen in de tabel.',
  },
  course: {
    title: 'Week voor week',
    lead: 'Per week van de sessie. Een sessie die niet doorging, telt niet mee.',
    soFar: 'Opgeteld tot en met elke week',
    week: 'Week',
    shortWeek: (number: number): string => `wk ${number}`,
    longWeek: (number: number): string => `Week ${number}`,
    sessions: 'Sessies',
    registrations: 'Aanmeldingen',
    visits: 'Bezoeken',
  },
};
