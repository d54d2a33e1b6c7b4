import type { RuleKind } from '../../../api/paying/eligibility/schema.ts';

const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

type Kind = { title: string; help: string };
const kinds: Record<RuleKind, Kind> = {
  programmeRunning: {
    title: 'Programma loopt',
    help: 'Alleen als de sessie in de looptijd valt, en het betalen niet is stopgezet.',
  },
  kvkNumber: { title: 'KVK-nummer', help: 'Of een ondernemer een KVK-nummer moet geven.' },
  businessActive: {
    title: 'Bedrijf bestaat',
    help: 'Wij zoeken het bedrijf op in het Handelsregister. Geeft dat geen antwoord? Dan kijkt een medewerker.',
  },
  establishedInArea: {
    title: 'Gebied',
    help: 'Waar het bedrijf zit, of waar de ondernemer woont. Eén vestiging in het gebied is genoeg. Waar iemand woont, vragen we bij de aanmelding.',
  },
  productCap: { title: 'Maximum per product', help: 'Hoe vaak de gemeente een product betaalt.' },
  peopleCap: {
    title: 'Maximum aantal ondernemers',
    help: 'Verschillende ondernemers in het hele programma. Wie al meedoet, telt niet nog een keer.',
  },
  capPerEntrepreneur: {
    title: 'Maximum per ondernemer',
    help: 'Hoeveel de gemeente betaalt voor één ondernemer.',
  },
  notPaidForModule: {
    title: 'Niet twee keer hetzelfde',
    help: 'Heeft de gemeente dit onderwerp al betaald voor deze ondernemer? Dan niet nog een keer.',
  },
  declarations: {
    title: 'Verklaringen',
    help: 'Zinnen die de ondernemer zelf verklaart. Lid zijn van een vereniging mag geen voorwaarde zijn.',
  },
  deMinimisRoom: {
    title: 'Ruimte voor staatssteun',
    help: 'De-minimissteun: hoeveel een bedrijf in een aantal jaren mag krijgen. De wet zegt € 300.000 in 3 jaar.',
  },
  budgetRoom: {
    title: 'Geld in het budget',
    help: 'Alleen als er nog geld is in de fase van de sessie.',
  },
  manualReview: {
    title: 'Altijd een medewerker',
    help: 'Een medewerker kijkt naar elke aanmelding. De plaats blijft zolang van de ondernemer.',
  },
};

export const rules = {
  title: 'Regels',
  heading: 'Regels',
  lead: 'Deze regels bepalen voor wie de gemeente betaalt. Het systeem past ze toe bij elke aanmelding.',
  inForce: 'De regels van nu',
  version: (version: number): string => `Versie ${version}`,
  since: (day: string): string => `sinds ${day}`,
  from: (day: string): string => `vanaf ${day}`,
  planned: 'Dit komt eraan',
  history: 'Eerdere versies',
  noHistory: 'Dit is de eerste versie.',
  held: (from: string, until: string): string => `van ${from} tot ${until}`,
  neverHeld: (day: string): string => `zou ingaan op ${day}, maar is daarvoor vervangen`,
  none: 'Er gelden nu nog geen regels.',
  change: 'Regels wijzigen',
  over: 'Dit programma is afgelopen. De regels kunt u niet meer wijzigen.',
  saved: (version: number): string => `Versie ${version} is bewaard`,
  savedText: 'Wat al besloten is, blijft zoals het was.',
  kind: (kind: RuleKind): Kind => kinds[kind],
  edit: {
    title: 'Regels wijzigen',
    lead: (version: number): string =>
      `U begint met versie ${version}. Er verandert niets tot u een nieuwe versie bewaart.`,
    steps: 'Pas de regels aan, kijk wat er verandert, en bewaar dan.',
    cancel: 'Terug, zonder te wijzigen',
    remove: 'Haal weg',
    removeLabel: (title: string, at: number): string => `Haal weg: regel ${at}, ${title}`,
    rule: (at: number, title: string): string => `${at}. ${title}`,
    atRule: (at: number, message: string): string => `Regel ${at}: ${message}`,
    add: 'Een regel toevoegen',
    addKind: 'Soort regel',
    addButton: 'Voeg toe',
    added: (title: string): string => `Onderaan staat nu de regel ‘${title}’.`,
    removed: (title: string): string => `De regel ‘${title}’ is weg.`,
    empty: 'Er staan geen regels meer. Voeg er een toe.',
    preview: 'Bekijk wat er verandert',
    previewHint: 'Hiermee wordt nog niets bewaard.',
    changedSince: 'U veranderde nog iets. Kijk hieronder eerst wat dat doet, en bewaar daarna.',
  },
  fields: {
    required: {
      label: 'Is een KVK-nummer verplicht?',
      yes: 'Ja. Zonder nummer kijkt een medewerker',
      no: 'Nee, het mag leeg blijven',
    },
    basis: {
      label: 'Waar kijken we naar?',
      business: 'Waar het bedrijf zit',
      residence: 'Waar de ondernemer woont',
      either: 'Allebei: één van de twee is genoeg',
    },
    outside: {
      label: 'En wie buiten het gebied valt?',
      pays: 'Mag komen voor de volle prijs',
      review: 'Een medewerker kijkt ernaar',
    },
    places: { label: 'Plaatsen', hint: 'Elke plaats op een eigen regel, zoals Amsterdam.' },
    postcodes: {
      label: 'Postcodes',
      hint: 'De 4 cijfers, op een eigen regel. Eén postcode, zoals 1382, of een reeks, zoals 1011-1109.',
    },
    product: { label: 'Product', all: 'Elk product met een maximum' },
    productMax: {
      label: 'Hoe vaak hoogstens?',
      hint: 'Laat leeg om het maximum uit de lijst met producten te gebruiken.',
    },
    peopleMax: { label: 'Hoeveel ondernemers hoogstens?' },
    unit: { label: 'Wat tellen we?', count: 'Keer', minutes: 'Uur', cents: 'Euro, exclusief btw' },
    max: { label: 'Hoeveel hoogstens?', hint: 'Een aantal keer, een aantal uur, of een bedrag zoals 2.500.' },
    per: {
      label: 'In welke tijd?',
      programme: 'In het hele programma',
      calendarYear: 'In een kalenderjaar',
      rollingMonths: 'In een aantal maanden',
    },
    months: { label: 'Hoeveel maanden?', hint: 'Alleen invullen bij ‘in een aantal maanden’.' },
    nl: {
      label: 'Zinnen in het Nederlands',
      hint: 'Elke zin op een eigen regel, bijvoorbeeld: Mijn bedrijf heeft geen schulden bij de gemeente.',
    },
    en: { label: 'Dezelfde zinnen in het Engels', hint: 'In dezelfde volgorde.' },
    ceilingCents: { label: 'Bedrag', hint: 'Zoals 300.000.' },
    years: { label: 'In hoeveel jaar?' },
  },
  errors: {
    max: 'Vul een getal in, zoals 6. Bij euro mag een bedrag, zoals 2.500.',
    places: 'Schrijf elke plaats op een eigen regel.',
    postcodes: 'Schrijf elke postcode op een eigen regel, zoals 1382 of 1011-1109.',
    months: 'Vul een aantal maanden in, van 1 tot en met 120.',
    ceilingCents: 'Vul een bedrag in, zoals 300.000.',
    years: 'Vul een aantal jaren in, van 1 tot en met 10.',
    nl: 'Schrijf elke zin op een eigen regel, niet langer dan 300 tekens.',
    en: 'Schrijf elke zin op een eigen regel, niet langer dan 300 tekens.',
    validFrom: 'Kies een datum vanaf vandaag.',
    rules: 'Voeg ten minste één regel toe.',
  } as Record<string, string>,
  preview: {
    title: 'Dit verandert er',
    nothing: 'Er zijn nog geen aanmeldingen om op na te rekenen.',
    same: (number: number): string =>
      number === 1
        ? 'Wij rekenden de laatste aanmelding na met deze regels. Die komt hetzelfde uit.'
        : `Wij rekenden de laatste ${number} aanmeldingen na met deze regels. Ze komen allemaal hetzelfde uit.`,
    flips: (flips: number, all: number): string =>
      `Met deze regels ${flips === 1 ? 'komt' : 'komen'} er ${flips} van de laatste ${plural(all, 'aanmelding', 'aanmeldingen')} anders uit.`,
    stay: 'Dat is een proef. Wat al besloten is, blijft zoals het is.',
    warnings: 'Let op',
    sum: (from: string, to: string): string => `‘${from}’ wordt ‘${to}’`,
    table: 'Aanmeldingen die anders uitkomen',
    booking: 'Aanmelding',
    decided: (day: string): string => `besloten op ${day}`,
    was: 'Was',
    becomes: 'Wordt',
    why: 'Door',
    outcomes: {
      eligible: 'Gemeente betaalt',
      'not-eligible': 'Gemeente betaalt niet',
      'needs-review': 'Medewerker kijkt',
    },
    gone: (title: string): string => `De regel ‘${title}’ is weg.`,
    more: (number: number): string => `En nog ${plural(number, 'aanmelding', 'aanmeldingen')}.`,
    save: 'Bewaren',
    validFrom: 'Vanaf welke dag gelden deze regels?',
    validFromHint: 'Vandaag of later. Aanmeldingen van voor die dag veranderen niet.',
    saveButton: 'Bewaar als nieuwe versie',
  },
};
