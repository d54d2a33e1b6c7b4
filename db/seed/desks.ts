import type { programmeContributions } from '../schema/contributions.ts';
import type { programmeDesks } from '../schema/programme-desk.ts';
import type { signalReadings, signalResponses, signals } from '../schema/signals.ts';
import { momentOf } from './calendar.ts';
import { organisationId, staffOf } from './organisations.ts';
import { programmeId } from './programme-rows.ts';
import { idOf } from './random.ts';

/** What the college advice says of the agreement, the same for each edition. It names no day of signing. */
export const deskRows: (typeof programmeDesks.$inferInsert)[] = [
  'back-on-track-2021-2022',
  'back-on-track',
].map((slug) => ({
  programmeId: programmeId(slug),
  leadUnit: 'Afdeling Economische Zaken',
  agreementSignatory: 'De wethouder',
  agreementMandate: 'Volmacht van de burgemeester aan de wethouder',
  agreementSource: 'College-advies ‘Back on track’, B&W 2-11-2021',
}));

/**
 * Examples: the college advice gives the phases, and no amount for a session. 12, 2 and 1 sessions spend the first phase of
 * 60,000 whole; those of 30,000 leave room for a few more.
 */
const contributions = { talk: 1_500_00, inspiration: 2_000_00, network: 2_500_00 };
const atFirst = { talk: 3_750_00, inspiration: 5_000_00, network: 5_000_00 };
/** What a session of this kind gets on a local date. */
export function contributionOn(kind: string, date: string, [first]: { endsOn: string }[]) {
  const amounts = first && date <= first.endsOn ? atFirst : contributions;
  return amounts[kind === 'inspiration' || kind === 'network' ? kind : 'talk'];
}

export const contributionRows: (typeof programmeContributions.$inferInsert)[] = [
  'back-on-track-2021-2022',
  'back-on-track',
].flatMap((slug) =>
  (
    [
      ['knowledgeAndCoaching', contributions.talk],
      ['inspiration', contributions.inspiration],
      ['network', contributions.network],
    ] as const
  ).map(([targetGroup, cents]) => ({
    programmeId: programmeId(slug),
    targetGroup,
    cents,
    vatRate: '21' as const,
  })),
);

/** The third quarter of the archive has one session too few; invented, as its sessions are. */
const archived = 'back-on-track-2021-2022';
const signalId = idOf(`signal/${archived}/3/target`);
const openedAt = momentOf('2022-08-19', '06:00');
const answeredAt = momentOf('2022-08-22', '10:30');

export const signalRows: (typeof signals.$inferInsert)[] = [
  {
    id: signalId,
    programmeId: programmeId(archived),
    quarterId: idOf(`quarter/${archived}/3`),
    kind: 'target-unreachable',
    subject: 'knowledgeAndCoaching',
    openedAt,
    municipalityFrom: answeredAt,
  },
];

export const signalReadingRows: (typeof signalReadings.$inferInsert)[] = [
  {
    id: idOf(`reading/${signalId}`),
    signalId,
    level: 'action',
    figures: { held: 7, planned: 0, short: 1, possible: 0, daysLeft: 0 },
    threshold: { min: 8 },
    at: openedAt,
  },
];

export const signalResponseRows: (typeof signalResponses.$inferInsert)[] = [
  {
    id: idOf(`response/${signalId}`),
    signalId,
    organisationId: organisationId('vad'),
    accountId: staffOf('vad')!,
    text: 'In de zomer viel een kennissessie uit en was geen nieuwe datum te vinden. In het vierde kwartaal plannen wij er een meer.',
    at: answeredAt,
  },
];
