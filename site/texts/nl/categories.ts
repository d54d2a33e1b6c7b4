/** Tables that say which district and which branch someone counts in. */
export const categories = {
  save: 'Bewaar de tabel',
  twice: (line: string): string => `Regel ${line} staat er twee keer.`,
  wrong: (line: string): string => `Regel ${line} klopt niet.`,
  districts: {
    title: 'Wijken',
    lead: 'Een verslag telt waar bedrijven staan, zoals het handelsregister het zegt. Hier zegt u welke postcode of plaats bij welke wijk hoort. Staat een bedrijf ergens anders, dan noemt het verslag de plaats.',
    label: 'Postcodes of plaatsen, met hun wijk',
    hint: 'Elke regel: 4 cijfers, een reeks of een plaats; dan een puntkomma; dan de wijk. Bijvoorbeeld: 1181-1183 ; Noord. Bij elke wijziging tellen ook eerdere bezoeken opnieuw. Bewaarde verslagen blijven zoals ze zijn.',
    saved: 'De wijken zijn bewaard',
  },
  industries: {
    title: 'Branches',
    lead: 'Het handelsregister geeft elk bedrijf een SBI-code. Hier zegt u bij welke branche een code in verslagen hoort, voor alle gemeenten.',
    known: (names: string): string => `De branches zijn: ${names}. Een code zonder regel telt als Onbekend.`,
    usual: 'Dit is de tabel die bij het portaal hoort. Maakt u het veld leeg, dan komt die terug.',
    label: 'Begin van de SBI-code, met de branche',
    hint: 'Elke regel: 1 tot 5 cijfers; dan een puntkomma; dan de branche. De regel met de meeste cijfers telt. Bijvoorbeeld: 8891 ; Kinderopvang',
    saved: 'De branches zijn bewaard',
  },
};
