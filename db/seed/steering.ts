import type { phaseChanges, quarterEvaluations, steeringMeasures } from '../schema/steering.ts';
import { day, isoDate, momentOf, workdays } from './calendar.ts';
import { accountId } from './organisations.ts';
import { phaseId, programmeId, quarterId } from './programme-rows.ts';
import type { ProgrammeSpec } from './programmes.ts';
import { idOf } from './random.ts';
import type { SeedRegistration } from './registrations.ts';
import type { SeedSession } from './sessions.ts';

const decidedBy = accountId('gemeente@opkoers.example');

/** Examples: the source says that there is an evaluation after each quarter, and not what was in it. */
const texts = [
  'Voorbeeldtekst. De kennis- en coachingsessies zijn goed bezocht. Ook ondernemers die geen lid zijn, wisten het programma te vinden. Wij gaan door.',
  'Voorbeeldtekst. Het aantal sessies is gehaald. De inspiratiesessies trokken veel nieuwe ondernemers. Wij gaan door op dezelfde voet.',
  'Voorbeeldtekst. Er was één sessie minder dan afgesproken, omdat een sessie niet doorging. De belangstelling bleef goed. Wij gaan door.',
  'Voorbeeldtekst. Ook in het laatste kwartaal was er belangstelling. Het programma is hiermee klaar.',
];

/** What was decided on the programmes that are paid in phases, so that their phases stand where the plan says. */
export function steeringRows(
  specs: ProgrammeSpec[],
  made: SeedSession[],
  booked: SeedRegistration[],
  now: Date,
) {
  const evaluations: (typeof quarterEvaluations.$inferInsert)[] = [];
  const changes: (typeof phaseChanges.$inferInsert)[] = [];
  const measures: (typeof steeringMeasures.$inferInsert)[] = [];
  for (const spec of specs.filter(({ phaseCents, phasesBegin }) => phaseCents && !phasesBegin)) {
    const evaluated = ({ endsOn }: { endsOn: string }) => workdays(day(endsOn).plus({ days: 2 }), [0])[0]!;
    spec.quarters.forEach(({ startsOn, endsOn, state }, i) => {
      const quarter = quarterId(spec.slug, i);
      const evaluatedOn = evaluated({ endsOn });
      const decidedAt = momentOf(evaluatedOn, '16:00');
      if (decidedAt < now) {
        evaluations.push({
          id: idOf(`evaluation/${quarter}`),
          quarterId: quarter,
          decision: 'continue',
          text: texts[i]!,
          figures: figuresOf(spec, i, decidedAt, made, booked),
          decidedBy,
          decidedAt,
        });
      }
      if (state === undefined || state === 'planned') return;
      // The first phase needs no evaluation.
      const earlier = spec.quarters[i - 1];
      const releasedOn = earlier ? evaluated(earlier) : isoDate(day(startsOn).minus({ days: 1 }));
      const paidOn = earlier ? releasedOn : startsOn;
      const change = (kind: 'release' | 'pay', on: string, time: string) =>
        changes.push({
          id: idOf(`phase-change/${quarter}/${kind}`),
          phaseId: phaseId(spec.slug, i),
          kind,
          effectiveOn: on,
          decidedBy,
          decidedAt: momentOf(on, time),
        });
      change('release', releasedOn, '17:00');
      if (state === 'paid') change('pay', paidOn, '17:30');
    });
    const started = spec.quarters[1]!.startsOn;
    const decidedOn = isoDate(day(started).plus({ days: 12 }));
    measures.push({
      id: idOf(`measure/${spec.slug}`),
      programmeId: programmeId(spec.slug),
      quarterId: quarterId(spec.slug, 1),
      trigger: 'lowInterest',
      kind: 'coSteer',
      motivation:
        'Voorbeeldtekst. De aanmeldingen voor de eerste sessies van dit kwartaal bleven achter. Wij zetten het aanbod extra in de nieuwsbrief en kiezen samen de onderwerpen.',
      effectiveOn: decidedOn,
      decidedBy,
      decidedAt: momentOf(decidedOn, '11:00'),
    });
  }
  return { evaluations, changes, measures };
}

/** The figures of a quarter in the words of the quarter report, as far as known at the time. */
function figuresOf(
  spec: ProgrammeSpec,
  i: number,
  asOf: Date,
  made: SeedSession[],
  booked: SeedRegistration[],
) {
  const { startsOn, endsOn } = spec.quarters[i]!;
  const own = made.filter(
    ({ plan: { programme, date } }) => programme === spec && startsOn <= date && date <= endsOn,
  );
  const going = own.filter(({ row }) => row.status !== 'cancelled');
  const held = going.filter(({ row }) => row.endsAt <= asOf);
  const rows = booked.filter(({ session }) => held.includes(session)).map(({ row }) => row);
  const present = rows.filter(({ attendance }) => attendance === 'present');
  const count = (list: typeof rows, is: (row: (typeof rows)[number]) => boolean) => list.filter(is).length;
  return {
    quarter: { ordinal: i + 1, startsOn, endsOn },
    asOf: asOf.toISOString(),
    sessions: {
      held: held.length,
      planned: going.length - held.length,
      cancelled: own.length - going.length,
    },
    registrations: count(rows, ({ status, source }) => status === 'confirmed' && source === 'booking'),
    present: present.length,
    noShow: count(rows, ({ attendance }) => attendance === 'absent'),
    uniqueEntrepreneurs: new Set(present.map(({ entrepreneurId }) => entrepreneurId)).size,
    membership: {
      member: count(present, ({ membership }) => membership === 'member'),
      notMember: count(present, ({ membership }) => membership === 'not-member'),
      unknown: count(present, ({ membership }) => membership === 'unknown' || membership === undefined),
    },
  };
}
