import type { Locale } from './locale.ts';

export const kinds = ['coaching', 'knowledge', 'workshop', 'inspiration', 'network', 'oneOnOne'] as const;
export const topics = ['financing', 'marketing', 'socialMedia', 'sales', 'networking', 'recovery'] as const;
export const deliveryModes = ['onLocation', 'online', 'hybrid'] as const;
/** Languages of a session, by their ISO 639-1 code. */
export const languages = ['nl', 'en', 'de', 'fr', 'es', 'pl', 'tr', 'ar', 'uk'] as const;
/** Of the life of a business, from before there is one until it ends. */
export const stages = [
  'orientation',
  'planning',
  'starting',
  'consolidating',
  'growing',
  'handingOver',
  'closing',
] as const;
export const vatRates = ['21', '9', '0', 'exempt', 'unknown'] as const;
/** What a quarter can have a target for. */
export const targetGroups = ['knowledgeAndCoaching', 'inspiration', 'network'] as const;
export const sessionGroups = [...targetGroups, 'other'] as const;
/** The branches of Amsterdam's dashboard (Tussenevaluatie Actieplan Veerkracht, 2021); the seventeenth is Onbekend. */
export const industries = [
  'Administratief',
  'Ambacht',
  'Bouw',
  'Cultuur',
  'Detailhandel',
  'Dienstverlening',
  'Groothandel',
  'Horeca',
  'ICT',
  'Import/export',
  'Internet',
  'Kinderopvang',
  'Markt',
  'Overig',
  'Taxi/vervoer',
  'Verzorgend beroep',
] as const;
export type Industry = (typeof industries)[number];

type Kind = (typeof kinds)[number];
type Topic = (typeof topics)[number];
type Stage = (typeof stages)[number];
type SessionGroup = (typeof sessionGroups)[number];

export const kindWords: Record<Locale, Record<Kind, string>> = {
  nl: {
    coaching: 'Coachingsessie',
    knowledge: 'Kennissessie',
    workshop: 'Workshop',
    inspiration: 'Inspiratiesessie',
    network: 'Netwerkbijeenkomst',
    oneOnOne: '1-op-1 werksessie',
  },
  en: {
    coaching: 'Coaching session',
    knowledge: 'Knowledge session',
    workshop: 'Workshop',
    inspiration: 'Inspiration session',
    network: 'Network meeting',
    oneOnOne: 'One-to-one work session',
  },
};

export const pluralKindWords: Record<Locale, Record<Kind, string>> = {
  nl: {
    coaching: 'Coachingsessies',
    knowledge: 'Kennissessies',
    workshop: 'Workshops',
    inspiration: 'Inspiratiesessies',
    network: 'Netwerkbijeenkomsten',
    oneOnOne: '1-op-1 werksessies',
  },
  en: {
    coaching: 'Coaching sessions',
    knowledge: 'Knowledge sessions',
    workshop: 'Workshops',
    inspiration: 'Inspiration sessions',
    network: 'Network meetings',
    oneOnOne: 'One-to-one work sessions',
  },
};

export const topicWords: Record<Locale, Record<Topic, string>> = {
  nl: {
    financing: 'Financiën en financiering',
    marketing: 'Marketing',
    socialMedia: 'Social media',
    sales: 'Sales en acquisitie',
    networking: 'Netwerken en sparren',
    recovery: 'Herstel van uw bedrijf',
  },
  en: {
    financing: 'Finance and funding',
    marketing: 'Marketing',
    socialMedia: 'Social media',
    sales: 'Sales and acquisition',
    networking: 'Networking and sparring',
    recovery: 'Getting your business back on its feet',
  },
};

export const stageWords: Record<Locale, Record<Stage, string>> = {
  nl: {
    orientation: 'Oriënteren op ondernemen',
    planning: 'Idee en businessplan',
    starting: 'Starten',
    consolidating: 'Versterken (consolideren)',
    growing: 'Uitbreiden of groeien',
    handingOver: 'Overdragen, overnemen of doorstarten',
    closing: 'Afstoten of stoppen',
  },
  en: {
    orientation: 'Considering a business',
    planning: 'Idea and business plan',
    starting: 'Starting',
    consolidating: 'Consolidating',
    growing: 'Expanding or growing',
    handingOver: 'Handing over, taking over or restarting',
    closing: 'Selling off or closing',
  },
};

export const industryWords: Record<Locale, Record<Industry, string>> = {
  nl: Object.fromEntries(industries.map((word) => [word, word])) as Record<Industry, string>,
  en: {
    Administratief: 'Administration',
    Ambacht: 'Crafts',
    Bouw: 'Construction',
    Cultuur: 'Culture',
    Detailhandel: 'Retail',
    Dienstverlening: 'Services',
    Groothandel: 'Wholesale',
    Horeca: 'Hospitality',
    ICT: 'IT',
    'Import/export': 'Import and export',
    Internet: 'Internet',
    Kinderopvang: 'Childcare',
    Markt: 'Market trade',
    Overig: 'Other',
    'Taxi/vervoer': 'Taxi and transport',
    'Verzorgend beroep': 'Personal care',
  },
};

export const groupWords: Record<
  Locale,
  Record<SessionGroup, { one: string; many: string; title: string }>
> = {
  nl: {
    knowledgeAndCoaching: {
      one: 'kennis- of coachingsessie',
      many: 'kennis- en coachingsessies',
      title: 'Kennis- en coachingsessies',
    },
    inspiration: { one: 'inspiratiesessie', many: 'inspiratiesessies', title: 'Inspiratiesessies' },
    network: { one: 'netwerkbijeenkomst', many: 'netwerkbijeenkomsten', title: 'Netwerkbijeenkomsten' },
    other: { one: 'andere sessie', many: 'andere sessies', title: 'Andere sessies' },
  },
  en: {
    knowledgeAndCoaching: {
      one: 'knowledge or coaching session',
      many: 'knowledge and coaching sessions',
      title: 'Knowledge and coaching sessions',
    },
    inspiration: { one: 'inspiration session', many: 'inspiration sessions', title: 'Inspiration sessions' },
    network: { one: 'network meeting', many: 'network meetings', title: 'Network meetings' },
    other: { one: 'other session', many: 'other sessions', title: 'Other sessions' },
  },
};

/** What calendars to subscribe to are called, in the program of the reader and on the page. */
export const calendarNames: Record<Locale, { all: string; mine: string }> = {
  nl: { all: 'Opkoers: aanbod', mine: 'Opkoers: mijn afspraken' },
  en: { all: 'Opkoers: what is on', mine: 'Opkoers: my appointments' },
};

export const duties = ['administrator', 'programme', 'money', 'reader', 'editor', 'door'] as const;
export type Duty = (typeof duties)[number];

/** What someone may do who works for an organisation or municipality. */
export const dutyWords: Record<Locale, Record<Duty, string>> = {
  nl: {
    administrator: 'Beheerder',
    programme: 'Programma',
    money: 'Geld',
    reader: 'Meelezen',
    editor: 'Redacteur',
    door: 'Aan de deur',
  },
  en: {
    administrator: 'Administrator',
    programme: 'Programme',
    money: 'Money',
    reader: 'Read only',
    editor: 'Editor',
    door: 'At the door',
  },
};
