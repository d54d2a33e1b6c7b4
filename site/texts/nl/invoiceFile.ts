/** An invoice in UBL is Dutch for every reader: the municipality books it. */
export const invoiceFile = {
  exempt: 'Vrijgesteld van omzetbelasting (artikel 11 Wet op de omzetbelasting 1968)',
  note: (quarter: number, programme: string) => `Afrekening van kwartaal ${quarter} van ${programme}`,
  places: (day: string) => `Deelnemers, ${day}`,
  session: (day: string) => `Bijdrage voor de sessie, ${day}`,
};
