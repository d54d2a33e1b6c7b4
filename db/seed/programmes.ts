import type { programmes, products } from '../schema/programmes.ts';
import type { Rule } from './decide.ts';
import { backOnTrackTargets, deventerMost, deventerProducts } from './programme-facts.ts';
import { isoDate, localDay } from './calendar.ts';
import {
  backOnTrackRules,
  deventerRules,
  onderneemvaardigRulesBefore,
  onderneemvaardigRulesNow,
} from './programme-rules.ts';

type Row = typeof programmes.$inferInsert;
type Period = { startsOn: string; endsOn: string };
type Quarter = Period & { state?: 'planned' | 'approved' | 'paid' };
export type ProgrammeSpec = Omit<Row, 'id' | 'municipalityId'> & {
  municipality: string;
  parties: { organisation: string; role: 'funder' | 'executor' | 'partner' }[];
  quarters: Quarter[];
  targets?: { targetGroup: 'knowledgeAndCoaching' | 'inspiration' | 'network'; min: number; max: number }[];
  phaseCents?: number[];
  /** Exclusive of VAT where it is not said. */
  phaseBasis?: 'unknown';
  /** Nothing is known of who released the phases and when: they begin as they are. */
  phasesBegin?: true;
  rules: Rule[];
  rulesFrom: string;
  /** The second version of the rules. */
  newRules?: { rules: Rule[]; from: string };
  products?: Omit<typeof products.$inferInsert, 'id' | 'programmeId' | 'position'>[];
};

/** The agreement of Back on Track, the same for each of its editions. */
const backOnTrack = {
  municipality: 'amstelveen',
  creditLine: 'Back on Track is een programma dat mogelijk gemaakt wordt door de gemeente Amstelveen.',
  requiresOpenAccess: true,
  funding: 'perSession',
  authorisedCents: 151_871_00,
  authorisedBasis: 'unknown',
  reservedCents: 150_000_00,
  reservedBasis: 'ex',
  parties: [
    { organisation: 'gemeente-amstelveen', role: 'funder' },
    { organisation: 'vad', role: 'executor' },
    { organisation: 'oa', role: 'executor' },
    { organisation: 'khn', role: 'executor' },
  ],
  targets: backOnTrackTargets,
  phaseCents: [60_000_00, 30_000_00, 30_000_00, 30_000_00],
  rules: backOnTrackRules,
} satisfies Partial<ProgrammeSpec>;

const backOnTrack2021: ProgrammeSpec = {
  ...backOnTrack,
  slug: 'back-on-track-2021-2022',
  name: 'Back on Track 2021/2022',
  status: 'archived',
  startsOn: '2021-11-19',
  endsOn: '2022-11-18',
  vatCompensable: 'yes',
  source:
    'College-advies gemeente Amstelveen ‘Back on track’, B&W 2-11-2021, besluit akkoord. Het besluit noemt hoogstens ' +
    '€\u00a0151.871 zonder btw-basis; gereserveerd is €\u00a0150.000 exclusief btw. Dat de btw compensabel is, staat in het ' +
    'advies. De aftrap was op de Dag van de Ondernemer, 19 november 2021, en de afsluiting op de finale-avond van de ' +
    'Verkiezing van de Amstelveense Ondernemer, 18 november 2022. Daar volgen de kwartaaldata uit. Het advies noemt geen ' +
    'zaal, uren of sprekers van die twee avonden: ze staan daarom niet als sessie in het aanbod. De bijdrage per ' +
    'bijeenkomst is een voorbeeld: het besluit noemt alleen de fasen van €\u00a060.000 en drie keer €\u00a030.000. In het ' +
    'eerste kwartaal is zij hoger, zoals de fase. De evaluaties, alle sessies en alle personen zijn verzonnen.',
  quarters: [
    { startsOn: '2021-11-19', endsOn: '2022-02-18', state: 'paid' },
    { startsOn: '2022-02-19', endsOn: '2022-05-18', state: 'paid' },
    { startsOn: '2022-05-19', endsOn: '2022-08-18', state: 'paid' },
    { startsOn: '2022-08-19', endsOn: '2022-11-18', state: 'paid' },
  ],
  rulesFrom: '2021-11-02',
};

/** Begins on the 19th nearest to five months ago, so that today lies in the second half of quarter 2. */
function backOnTrackNow(now: Date): ProgrammeSpec {
  const fiveMonthsAgo = localDay(now).minus({ months: 5 });
  const nearest = fiveMonthsAgo.day <= 3 ? -1 : 0;
  const start = fiveMonthsAgo.plus({ months: nearest }).set({ day: 19 });
  const states = ['paid', 'approved', 'planned', 'planned'] as const;
  const quarters = states.map((state, i) => ({
    startsOn: isoDate(start.plus({ months: 3 * i })),
    endsOn: isoDate(start.plus({ months: 3 * i + 3 }).minus({ days: 1 })),
    state,
  }));
  return {
    ...backOnTrack,
    slug: 'back-on-track',
    name: 'Back on Track',
    status: 'running',
    startsOn: quarters[0]!.startsOn,
    endsOn: quarters[3]!.endsOn,
    vatCompensable: 'unknown',
    source:
      'Voorbeeld van een editie die nu loopt, met de regels, aantallen en bedragen van Back on Track 2021/2022 ' +
      '(college-advies gemeente Amstelveen, B&W 2-11-2021). Data, bijdragen per ' +
      'bijeenkomst, evaluaties, sessies en personen zijn verzonnen.',
    quarters,
    rulesFrom: isoDate(start.minus({ weeks: 4 })),
  };
}

function onderneemvaardig(now: Date): ProgrammeSpec {
  const start = localDay(now).minus({ months: 5 }).startOf('quarter');
  const quarters = [0, 1, 2, 3].map((i) => ({
    startsOn: isoDate(start.plus({ quarters: i })),
    endsOn: isoDate(start.plus({ quarters: i + 1 }).minus({ days: 1 })),
    state: 'approved' as const,
  }));
  return {
    municipality: 'amsterdam',
    slug: 'onderneemvaardig',
    name: 'Onderneemvaardig',
    status: 'running',
    startsOn: quarters[0]!.startsOn,
    endsOn: quarters[3]!.endsOn,
    creditLine: 'Onderneemvaardig wordt mogelijk gemaakt door de gemeente Amsterdam.',
    funding: 'perParticipant',
    authorisedCents: 400_000_00,
    authorisedBasis: 'ex',
    phaseCents: [100_000_00, 100_000_00, 100_000_00, 100_000_00],
    phasesBegin: true,
    source:
      'Gemeente Amsterdam, Tussenevaluatie Actieplan Veerkracht 2021-2022 (5-11-2021): het platform, de vijf thema’s, ' +
      'de soorten hulp en dat de gemeente betaalt voor wie in aanmerking komt. De voorwaarden, modules, prijzen, ' +
      'bedragen, kwartalen en personen zijn voorbeelden: het document noemt die niet.',
    parties: [{ organisation: 'gemeente-amsterdam', role: 'funder' }],
    quarters,
    rules: onderneemvaardigRulesBefore,
    rulesFrom: isoDate(start.minus({ weeks: 4 })),
    newRules: { rules: onderneemvaardigRulesNow, from: isoDate(localDay(now).minus({ days: 1 })) },
  };
}

const deventer: ProgrammeSpec = {
  municipality: 'deventer',
  slug: 'actieplan-coaching-ondernemers',
  name: 'Actieplan Coaching Ondernemers',
  status: 'archived',
  startsOn: '2021-03-01',
  endsOn: '2021-12-31',
  creditLine: 'Het Actieplan Coaching Ondernemers wordt betaald door de gemeente Deventer.',
  funding: 'perParticipant',
  authorisedCents: 200_000_00,
  authorisedIsProvisional: true,
  phaseCents: [200_000_00],
  phaseBasis: 'unknown',
  phasesBegin: true,
  maxEntrepreneurs: deventerMost,
  source:
    'Gemeente Deventer, raadsmededeling en nota 2021-000668 (B&W 30-3-2021) en projectplan (18-2-2021). De nota noemt ' +
    '31-12-2021 als einddatum, het projectplan 1-5-2021; de nota is van later datum en geldt. De nota noemt het budget ' +
    'voorlopig; de btw-basis van de bedragen staat er niet bij. Het Ondernemershuis (OHD) voert de opdracht uit; het ' +
    'project is vormgegeven in samenwerking met GROS. De documenten kennen geen kwartalen of fasen: het hele programma is ' +
    'hier één periode met één fase. Wie welke producten gebruikte, is verzonnen.',
  parties: [
    { organisation: 'gemeente-deventer', role: 'funder' },
    { organisation: 'ondernemershuis-deventer', role: 'executor' },
    { organisation: 'gros', role: 'partner' },
  ],
  quarters: [{ startsOn: '2021-03-01', endsOn: '2021-12-31', state: 'approved' }],
  rules: deventerRules,
  rulesFrom: '2021-03-01',
  products: deventerProducts,
};

export const programmeSpecs = (now: Date) => [
  backOnTrack2021,
  backOnTrackNow(now),
  onderneemvaardig(now),
  deventer,
];
