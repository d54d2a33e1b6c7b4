import { deventerProducts } from '../programme-facts.ts';
import type { ModuleText } from './module-text.ts';

/** Each is one of the products of the action plan, at its price. */
const as = (code: string) => {
  const { priceCents } = deventerProducts.find((product) => product.code === code)!;
  return {
    product: code,
    organisation: 'ondernemershuis-deventer',
    price: { exVatCents: priceCents, vatRate: 'unknown' },
  } as const;
};

export const actieplanCoaching: ModuleText[] = [
  {
    ...as('intake'),
    slug: 'intake-en-toeleiding',
    kind: 'oneOnOne',
    topic: 'recovery',
    title: 'Intake en toeleiding',
    summary: 'Een gesprek over uw bedrijf, en welke hulp daarbij past.',
    minutes: 90,
    capacity: 8,
    paragraphs: [
      'U vertelt een adviseur van het Ondernemershuis hoe het met uw bedrijf gaat. Samen kiest u welke hulp past: coaching, een scan, een onderzoek of hulp van een ander.',
    ],
  },
  {
    ...as('coaching-intern'),
    slug: 'coaching-door-het-ondernemershuis',
    kind: 'coaching',
    topic: 'recovery',
    title: 'Coaching door het Ondernemershuis',
    summary: 'Tien uur hulp van een adviseur. Dit is het eerste gesprek.',
    minutes: 90,
    capacity: 6,
    paragraphs: [
      'Een adviseur helpt u verder, bijvoorbeeld met een aanvraag of een gesprek met uw verhuurder. In het eerste gesprek maakt u samen een plan. De andere uren plant u daarna.',
    ],
  },
  {
    ...as('f-scan'),
    slug: 'f-scan',
    kind: 'oneOnOne',
    topic: 'financing',
    title: 'F-scan: kan uw bedrijf dit financieel volhouden?',
    summary: 'In drie uur kijkt u met een adviseur naar uw cijfers.',
    minutes: 180,
    capacity: 6,
    paragraphs: ['U neemt uw cijfers mee. De adviseur rekent met u uit hoe lang het zo kan.'],
  },
  {
    ...as('e-scan'),
    slug: 'e-scan',
    kind: 'oneOnOne',
    topic: 'recovery',
    title: 'E-scan: wat kunt u als ondernemer?',
    summary: 'Een korte vragenlijst over wat u goed kunt, met een gesprek.',
    minutes: 30,
    capacity: 8,
    paragraphs: ['U vult vragen in over ondernemen. De adviseur bespreekt de uitkomst met u.'],
  },
  {
    ...as('doorverwijzing-lwl-matchen'),
    slug: 'naar-het-leerwerkloket-of-werk',
    kind: 'oneOnOne',
    topic: 'recovery',
    title: 'Naar het Leerwerkloket of ander werk',
    summary: 'Een gesprek over omscholing, of over een baan naast of na uw bedrijf.',
    minutes: 60,
    capacity: 6,
    paragraphs: ['U bespreekt wat u wilt leren of wat voor werk u zoekt. De adviseur brengt u in contact.'],
  },
  {
    ...as('levensvatbaarheidsonderzoek'),
    slug: 'levensvatbaarheidsonderzoek',
    kind: 'oneOnOne',
    topic: 'financing',
    title: 'Onderzoek: heeft uw bedrijf toekomst?',
    summary: 'IMK onderzoekt of u door kunt gaan, of beter kunt stoppen.',
    minutes: 120,
    capacity: 6,
    paragraphs: ['Een onderzoeker bekijkt uw bedrijf en uw markt. U krijgt een advies op papier.'],
  },
];
