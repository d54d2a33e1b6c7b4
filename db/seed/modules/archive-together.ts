import type { ModuleText } from './module-text.ts';

export const archiveTogether: ModuleText[] = [
  {
    slug: 'hoe-zij-terugkwamen',
    kind: 'inspiration',
    topic: 'recovery',
    organisation: 'oa',
    title: 'Drie ondernemers vertellen hoe zij terugkwamen',
    summary: 'Eerlijke verhalen over tegenslag, hulp vragen en weer opbouwen.',
    minutes: 120,
    capacity: 32,
    paragraphs: [
      'Geen mooie praatjes, wel echte verhalen. Drie ondernemers vertellen over de maanden dat de omzet wegviel. Wat deden zij goed, en wat zouden zij nu anders doen?',
      'U kunt alles vragen. Na de pauze praat u in kleine groepen verder over uw eigen zaak.',
    ],
  },
  {
    slug: 'nieuwe-ideeen-voor-de-winkelstraat',
    kind: 'inspiration',
    topic: 'marketing',
    organisation: 'vad',
    title: 'Nieuwe ideeën voor de winkelstraat',
    summary: 'Samen meer mensen naar uw straat trekken: voorbeelden die niet veel kosten.',
    minutes: 120,
    capacity: 32,
    paragraphs: [
      'Een winkelstraat leeft als ondernemers samen iets doen. Een spreker laat voorbeelden zien uit andere plaatsen: een avondmarkt, een gezamenlijke bezorgdienst en een speurtocht voor kinderen.',
      'Daarna bedenkt u met uw buren één idee voor uw eigen straat. De vereniging helpt om het uit te voeren.',
    ],
  },
  {
    slug: 'netwerkavond-amstelveen',
    kind: 'network',
    topic: 'networking',
    organisation: 'oa',
    title: 'Netwerkavond voor alle ondernemers in Amstelveen',
    summary: 'Eén avond per kwartaal kennismaken met ondernemers uit uw eigen gemeente.',
    minutes: 150,
    capacity: 40,
    paragraphs: [
      'Wie kent u buiten uw eigen straat? Op deze avond spreekt u winkeliers, zzp’ers, horeca en bedrijven van het bedrijventerrein. U hoeft geen lid te zijn van een vereniging.',
      'Wij beginnen met korte gesprekken van vijf minuten, zodat niemand alleen staat. Daarna is er een drankje en tijd om verder te praten. Mensen van de gemeente zijn er ook.',
    ],
  },
  {
    slug: 'stimuleringsfonds-zo-werkt-het',
    kind: 'workshop',
    topic: 'financing',
    organisation: 'gemeente-amstelveen',
    title: 'Het Stimuleringsfonds: zo werkt het',
    summary: 'De accountmanagers van de gemeente leggen uit voor welke plannen het fonds er is.',
    minutes: 120,
    capacity: 16,
    paragraphs: [
      'Hebt u met andere ondernemers een plan voor uw straat of wijk? Dan kan het Stimuleringsfonds misschien helpen. De accountmanagers van de gemeente leggen uit waar het fonds voor is en wat u moet aanleveren.',
      'U werkt uw idee ter plekke uit in vijf zinnen en een kleine begroting. Zo weet u snel of een aanvraag zin heeft.',
    ],
  },
  {
    slug: 'regelingen-van-de-gemeente-na-corona',
    kind: 'workshop',
    topic: 'recovery',
    organisation: 'gemeente-amstelveen',
    title: 'Regelingen van de gemeente na corona',
    summary: 'Van de MKB-lening tot duurzame terrasverwarming: welke regeling past bij u?',
    minutes: 120,
    capacity: 16,
    paragraphs: [
      'De gemeente heeft verschillende regelingen voor ondernemers die schade hadden door corona. Het is niet altijd duidelijk welke er nog open zijn. Wij zetten ze naast elkaar: voor wie, hoeveel en tot wanneer.',
      'U vult met hulp van een accountmanager een aanvraag in, of u hoort eerlijk dat een andere weg beter is. Neem uw laatste jaarcijfers mee.',
    ],
  },
];
