import { byAge, byMembership, byPersons, bySessions } from './breakdowns.rules.ts';
import type { Counted } from './count.ts';
import { kinds, sessionGroups, topics } from '../../language/vocabularies.ts';
import { countStates, stateOf } from './rules.ts';
import { groupOf } from '../../programmes/programmes/rules.ts';
import type { Report } from './schema.ts';
import type { FoundSession } from './sessions.ts';

/** No averages of fewer. */
const LEAST_FOR_AVERAGE = 10;

const nothing = {
  registrations: 0,
  waitlisted: 0,
  walkIns: 0,
  present: 0,
  noShow: 0,
  excused: 0,
  unmarked: 0,
  bookedMember: 0,
  bookedNotMember: 0,
  bookedUnknown: 0,
  member: 0,
  notMember: 0,
  unknown: 0,
};

type Target = { targetGroup: string; minSessions: number; maxSessions: number };
type Facts = {
  about: Pick<Report, 'programme' | 'quarter' | 'organisation' | 'money' | 'phase'>;
  found: FoundSession[];
  counted: Counted;
  organisers: string[];
  targets: Target[];
  asOf: Date;
};

/** The whole report, with nothing protected: for keeping and for counting on, not for showing. */
export function makeReport({ about, found, counted, organisers, targets, asOf }: Facts): Report {
  const numbers = new Map(counted.sessions.map((one) => [one.id, one]));
  const list = found.map((session) => ({
    ...session,
    ...(numbers.get(session.id) ?? { ...nothing, id: session.id }),
    state: stateOf(session, asOf),
  }));
  const going = list.filter(({ state }) => state !== 'cancelled');
  const inState = (state: string) => going.filter((one) => one.state === state);
  const sum = (key: keyof typeof nothing | 'places', of = going) =>
    of.reduce((total, one) => total + one[key], 0);
  const { unique } = counted;
  const membership = byMembership(going, unique.memberships);
  const [member, notMember, unknown] = membership.rows.map(({ visits }) => visits);
  const places = sum('places');
  return {
    ...about,
    asOf: asOf.toISOString(),
    smallCells: { threshold: 1 },
    sessions: countStates(list.map(({ state }) => state)),
    groups: groupsOf(list, targets),
    places,
    registrations: sum('registrations'),
    waitlisted: sum('waitlisted'),
    walkIns: sum('walkIns'),
    present: sum('present'),
    noShow: sum('noShow'),
    excused: sum('excused'),
    unmarked: sum('unmarked', inState('held')),
    uniqueEntrepreneurs: unique.all,
    membership: { member: member!, notMember: notMember!, unknown: unknown! },
    interest: {
      registrationsPerPlace: places === 0 ? null : sum('registrations') / places,
      waitlisted: sum('waitlisted'),
    },
    leadTime: { ...leadTime(counted.lead), open: sum('registrations', inState('planned')) },
    breakdowns: [
      bySessions('organiser', going, organisers, unique.organisers),
      bySessions('topic', going, topics, unique.topics),
      bySessions('kind', going, kinds, unique.kinds),
      membership,
      byPersons('district', counted.districts),
      byPersons('residence', counted.residences),
      byPersons('industry', counted.industries),
      byAge(counted),
    ],
    kindByMembership: kinds.flatMap((kind) => {
      const own = going.filter((one) => one.kind === kind);
      const total = sum('present', own);
      if (total === 0) return [];
      const by = {
        member: sum('member', own),
        notMember: sum('notMember', own),
        unknown: sum('unknown', own),
      };
      return [{ kind, ...by, total }];
    }),
    bySession: list.map(({ id, title, kind, state, startsAt, ...one }) => ({
      id,
      title,
      kind,
      status: state,
      startsAt: startsAt.toISOString(),
      places: one.places,
      registrations: one.registrations,
      present: one.present,
      noShow: one.noShow,
      excused: one.excused,
    })),
  };
}

function groupsOf(list: { kind: string; state: ReturnType<typeof stateOf> }[], targets: Target[]) {
  return sessionGroups.flatMap((group) => {
    const states = list.filter(({ kind }) => groupOf(kind) === group).map(({ state }) => state);
    const target = targets.find(({ targetGroup }) => targetGroup === group);
    if (group === 'other' && states.length === 0) return [];
    return [
      { group, ...countStates(states), min: target?.minSessions ?? null, max: target?.maxSessions ?? null },
    ];
  });
}

/** The mean and the median of whole days; of an even number of cases the median lies between the middle two. */
function leadTime(lead: Counted['lead']) {
  const ordered = lead.toSorted((a, b) => a.days - b.days);
  const cases = ordered.reduce((total, one) => total + one.cases, 0);
  if (cases < LEAST_FOR_AVERAGE) return { cases, meanDays: null, medianDays: null };
  const at = (rank: number) => {
    let passed = 0;
    return ordered.find((one) => (passed += one.cases) >= rank)!.days;
  };
  const total = ordered.reduce((sum, one) => sum + one.days * one.cases, 0);
  const medianDays = (at(Math.floor((cases + 1) / 2)) + at(Math.floor(cases / 2) + 1)) / 2;
  return { cases, meanDays: total / cases, medianDays };
}
