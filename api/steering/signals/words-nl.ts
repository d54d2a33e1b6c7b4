import type { Words } from './word-shapes.ts';
import { money } from '../../language/amounts.ts';

type SignalFigures = Record<string, number>;
const visits = ({ member = 0, notMember = 0, unknown = 0 }: SignalFigures): [string, number][] => [
  ['Bezoeken van leden', member],
  ['Bezoeken van niet-leden', notMember],
  ['Lidmaatschap onbekend', unknown],
];
const moneyRows = (f: SignalFigures): [string, string][] => [
  ['Toegezegd en betaald', money(f.spentCents!, 'nl')],
  ['Fase, exclusief btw', money(f.ceilingCents!, 'nl')],
];
const reach = [
  'Zet in elke uitnodiging: voor alle ondernemers, lid of geen lid.',
  'Vraag de gemeente en de andere verenigingen om uw aanbod door te plaatsen.',
  'Deel de pagina van het aanbod buiten uw eigen ledenlijst: lokale media, winkelstraat, sociale media.',
];

export const nl: Words = {
  'low-interest': ({ f, t }) => ({
    title: 'Weinig belangstelling',
    explanation: `Van de plaatsen bij gehouden sessies is ${f.percent}% bezet. De grens is ${t.percent}%.`,
    figures: [
      ['Bezette plaatsen', f.taken!],
      ['Plaatsen', f.places!],
    ],
    suggestions: [
      ...reach.slice(1),
      'Kijk of tijd en plek passen: ’s ochtends vroeg of na sluitingstijd werkt voor veel winkels beter.',
    ],
  }),
  'members-only': ({ f }) => ({
    title: 'Er kwamen alleen leden',
    explanation:
      'Bij geen enkel bezoek is bekend dat de ondernemer geen lid is. Het aanbod is er voor alle ondernemers.',
    figures: visits(f),
    suggestions: reach,
  }),
  'few-non-members': ({ f, t }) => ({
    title: 'Weinig niet-leden',
    explanation: `Van de bezoeken met bekend lidmaatschap is ${f.percent}% van niet-leden. De grens is ${t.percent}%.`,
    figures: visits(f),
    suggestions: reach,
  }),
  'membership-little-known': ({ f, t }) => ({
    title: 'Te weinig bekend over lidmaatschap',
    explanation: `Pas vanaf ${t.known} bezoeken met bekend lidmaatschap is te zeggen of er genoeg niet-leden komen. Onbekend telt niet als niet-lid.`,
    figures: visits(f),
    suggestions: [
      'Zet uw ledenlijst in het portaal. Niemand kan die lezen: er blijft alleen een code van over.',
      'Vraag deelnemers bij de deur of ze lid zijn. Antwoorden hoeft niet.',
    ],
  }),
  'target-not-planned': ({ f, t, group }) => ({
    title: `Nog ${f.short} ${group} te plannen`,
    explanation: `Afgesproken zijn er minstens ${t.min}. Er is nog tijd: tot het einde van het kwartaal zijn het ${f.daysLeft} dagen.`,
    figures: [
      ['Gehouden', f.held!],
      ['Gepland', f.planned!],
    ],
    suggestions: ['Plan de data nu, dan is er tijd om ze aan te kondigen.'],
  }),
  'target-unreachable': ({ f, t, group }) => ({
    title: f.daysLeft === 0 ? `Doel niet gehaald: ${group}` : `Doel niet meer te halen: ${group}`,
    explanation:
      f.daysLeft === 0
        ? `Afgesproken waren er minstens ${t.min}. Het zijn er ${f.short} te weinig.`
        : `Afgesproken zijn er minstens ${t.min}. Er ontbreken er ${f.short}; in de dagen die er nog zijn passen er ${f.possible}.`,
    figures: [
      ['Gehouden', f.held!],
      ['Gepland', f.planned!],
    ],
    suggestions: [
      'Leg uit hoe het komt, en wat u in het volgende kwartaal anders doet.',
      'Overleg met de gemeente of sessies naar het volgende kwartaal kunnen.',
    ],
  }),
  'target-exceeded': ({ f, t, group }) => ({
    title: `Meer ${group} dan afgesproken`,
    explanation: `Afgesproken zijn er hoogstens ${t.max}.`,
    figures: [
      ['Gehouden', f.held!],
      ['Gepland', f.planned!],
    ],
    suggestions: ['Overleg met de gemeente of de extra sessies bij het programma horen.'],
  }),
  'attendance-unmarked': ({ f }) => ({
    title: 'Presentie niet bijgehouden',
    explanation: 'Van sessies die meer dan een week voorbij zijn is niet van iedereen bekend of die kwam.',
    figures: [['Aanmeldingen zonder presentie', f.unmarked!]],
    suggestions: ['Vul de presentielijsten aan. Weet u het niet meer? Laat het dan open en zeg dat hier.'],
  }),
  'budget-ahead': ({ f }) => ({
    title: 'Het geld gaat sneller dan het kwartaal',
    explanation: `Van de fase is ${f.percent}% toegezegd of betaald, en ${f.elapsedPercent}% van het kwartaal is voorbij.`,
    figures: moneyRows(f),
    suggestions: ['Overleg met de gemeente voordat u nog sessies plant.'],
  }),
  'budget-behind': ({ f }) => ({
    title: 'Het geld blijft achter bij het kwartaal',
    explanation: `Van de fase is ${f.percent}% toegezegd of betaald, en ${f.elapsedPercent}% van het kwartaal is voorbij.`,
    figures: moneyRows(f),
    suggestions: ['Kijk of er nog sessies te plannen zijn waar ondernemers om vragen.'],
  }),
};
