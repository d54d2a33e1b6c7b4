import type { bySessions } from '../../api/steering/reports/breakdowns.rules.ts';
import type { Counted } from '../../api/steering/reports/count.ts';
import { makeReport } from '../../api/steering/reports/figures.rules.ts';
import type { FoundSession } from '../../api/steering/reports/sessions.ts';

export type CountedSession = Parameters<typeof bySessions>[1][number];

/** A workshop of one association, as it was published. */
export const published: FoundSession = {
  id: 's',
  title: 'Sessie',
  kind: 'workshop',
  topic: 'sales',
  organiserId: 'a',
  organiser: 'Stichting A',
  status: 'scheduled',
  startsAt: new Date('2026-10-05T08:00:00Z'),
  endsAt: new Date('2026-10-05T10:00:00Z'),
  places: 10,
};
/** The same, to which nobody came but for what is said. */
export const session = (change: Partial<CountedSession>): CountedSession => ({
  ...published,
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
  ...change,
});
/** What a row of a breakdown does not say, when it is only of persons. */
export const none = {
  label: null,
  sessions: null,
  places: null,
  share: null,
  referenceShare: null,
  index: null,
};

export type ReportFacts = Parameters<typeof makeReport>[0];
export const about: ReportFacts['about'] = {
  programme: { id: 'p', slug: 'back-on-track', name: 'Back on Track', municipality: 'Amstelveen' },
  quarter: { kind: 'programme', key: 'q1', ordinal: 1, startsOn: '2026-10-01', endsOn: '2026-12-31' },
  organisation: null,
  money: [],
  phase: null,
};
export const nobody: Counted = {
  sessions: [],
  lead: [],
  unique: { all: 0, kinds: {}, topics: {}, organisers: {}, memberships: {} },
  districts: [],
  residences: [],
  industries: [],
  ages: [],
  agesOfPersons: [],
};

/** The report of these sessions at the end of the year. */
export const reportOf = (
  sessions: CountedSession[],
  counted: Partial<Counted> = {},
  more: Partial<ReportFacts> = {},
) =>
  makeReport({
    about,
    found: sessions,
    counted: { ...nobody, sessions, ...counted },
    organisers: ['a'],
    targets: [],
    asOf: new Date('2026-12-31T23:00:00Z'),
    ...more,
  });
