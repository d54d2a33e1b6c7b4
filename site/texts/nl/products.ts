const plural = (value: number | string, one: string, many: string): string =>
  `${value} ${String(value) === '1' ? one : many}`;

export const products = {
  title: 'Producten',
  heading: 'Producten',
  lead: 'Wat de gemeente inkoopt, tegen vaste prijzen.',
  none: 'Dit programma heeft geen producten. De prijs staat dan bij elk aanbod zelf.',
  change: 'Producten wijzigen',
  add: 'Producten toevoegen',
  over: 'Dit programma is afgelopen. De producten kunt u niet meer wijzigen.',
  saved: 'De producten zijn bewaard',
  savedText: 'Nieuwe prijzen gelden voor nieuwe aanmeldingen.',
  table: {
    caption: 'Producten en vaste prijzen',
    name: 'Product',
    hours: 'Uren',
    price: 'Prijs exclusief btw',
    inPackage: 'In het pakket',
    total: (number: number): string => `Het hele pakket, ${plural(number, 'product', 'producten')}`,
    note: 'De prijzen liggen vast: een prijs is niet het aantal uren keer een tarief.',
  },
  caps: {
    title: 'Hoe vol is het?',
    counted:
      'Wij tellen plaatsen die de gemeente betaalt: zekere plaatsen, en plaatsen die nog bevestigd moeten worden.',
    people: 'Ondernemers in het programma',
    used: (used: string, cap: string): string => `${used} van ${cap}`,
    usedOnly: (used: string): string => `${used}, zonder maximum`,
    reserved: (number: string): string => `waarvan ${number} nog niet zeker`,
    room: 'Nog ruimte',
    nearly: 'Bijna vol',
    full: 'Vol',
    notKept: 'Let op: er is geen regel die dit maximum bewaakt.',
    toRules: 'Naar de regels',
    personal: 'Per ondernemer',
    personalUse: (reached: string, people: string): string =>
      `${reached} van ${people} ${people === '1' ? 'ondernemer zit' : 'ondernemers zitten'} daaraan.`,
    nobody: 'Nog niemand heeft hier iets van gebruikt.',
  },
  promise: {
    title: 'Als iedereen alles neemt',
    total: (people: string, each: string, total: string): string =>
      `${people} ondernemers keer ${each} voor het hele pakket is ${total}.`,
    over: (budget: string, times: string): string => `Dat is ${times} keer het budget van ${budget}.`,
    within: (budget: string): string => `Het budget van ${budget} is genoeg.`,
    packages: (number: string): string => `Er is geld voor ${number} hele pakketten.`,
    outside: (name: string, cap: string, all: string, left: string, perPerson: string): string =>
      `Met ${cap} keer ‘${name}’ gaat er ${all} af. Dan blijft ${left} over: ${perPerson} per ondernemer.`,
    note: 'Dat mag: niet iedereen neemt alles. Houd het geld wel in de gaten.',
  },
  edit: {
    title: 'Producten wijzigen',
    lead: 'Een nieuwe prijs geldt voor nieuwe aanmeldingen. Wat al besloten is, houdt de oude prijs.',
    product: (at: number, name: string): string => `${at}. ${name || 'Nieuw product'}`,
    atProduct: (at: number, message: string): string => `Product ${at}: ${message}`,
    remove: 'Haal weg',
    removeLabel: (at: number, name: string): string => `Haal weg: product ${at}, ${name}`,
    addButton: 'Nog een product',
    save: 'Bewaar de producten',
    cancel: 'Terug, zonder te wijzigen',
  },
  fields: {
    name: 'Naam',
    hours: 'Uren',
    hoursHint: 'Zoals 1,5. Leeg als er geen uren bij horen.',
    priceCents: 'Vaste prijs, exclusief btw',
    priceHint: 'In euro, zoals 112,50.',
    cap: 'Hoe vaak hoogstens?',
    capHint: 'Leeg als er geen maximum is.',
    inPackage: 'Hoort bij het pakket',
  },
  errors: {
    name: 'Vul een naam in, van hoogstens 120 tekens.',
    hours: 'Vul een aantal uren in, zoals 1,5.',
    priceCents: 'Vul een bedrag in, zoals 112,50.',
    cap: 'Vul een heel getal in, 1 of meer. Of laat het leeg.',
  } as Record<string, string>,
};
