import { describe, expect, it } from 'vitest';
import { findProgramme } from '../../api/programmes/programmes/queries.ts';
import { figuresOf } from '../../api/steering/reports/compare.ts';
import { periodsOf } from '../../api/steering/reports/due.ts';
import { publicBreakdowns } from '../../api/steering/reports/protect.rules.ts';
import { wholeReport } from '../../api/steering/reports/queries.ts';
import type { Report } from '../../api/steering/reports/schema.ts';
import { testApi } from '../support/api.ts';
import { recount } from '../support/recount-report.ts';

const { db, sql, time, call, signIn } = await testApi('demo');
const staff = {
  'back-on-track-2021-2022': await signIn('gemeente@opkoers.example'),
  'back-on-track': await signIn('gemeente@opkoers.example'),
  onderneemvaardig: await signIn('gemeente-amsterdam@opkoers.example'),
  'actieplan-coaching-ondernemers': await signIn('gemeente-deventer@opkoers.example'),
};

const { items } = (await call('GET', '/programmes')).body as {
  items: { slug: keyof typeof staff; startsOn: string; endsOn: string; quarters: never[] }[];
};

describe.each(items.map((one) => [one.slug, periodsOf(one)] as const))('%s', (slug, periods) => {
  it.each(periods.map((period) => [period.key, period] as const))(
    '%s is what SQL counts',
    async (_, period) => {
      const whole = await wholeReport(db, await findProgramme(db, slug), period, time.now);
      const counted = await recount(sql, slug, period, time.now);
      expect(numbersOf(whole)).toEqual(counted);

      const path =
        period.kind === 'programme' ? `quarters/${period.ordinal}` : `calendar-quarters/${period.key}`;
      const answer = await call('GET', `/programmes/${slug}/${path}/report`, { cookie: staff[slug] });
      expect(answer.status).toBe(200);
      for (const [key, value] of Object.entries(numbersOf(answer.body as Report))) {
        if (value !== null || counted[key] === null)
          expect({ [key]: value }).toEqual({ [key]: counted[key] });
        else expect(key).toMatch(/^(membership|district|residence|industry|age|table)\//);
      }
    },
  );
});

it('there is something to count, and little of it is for everyone', async () => {
  const whole = await Promise.all(
    items.map(async ({ slug, ...programme }) => {
      const found = await findProgramme(db, slug);
      return Promise.all(periodsOf(programme).map((period) => wholeReport(db, found, period, time.now)));
    }),
  );
  const all = whole.flat();
  for (const key of ['registrations', 'waitlisted', 'walkIns', 'present', 'noShow', 'excused'] as const)
    expect(all.reduce((sum, report) => sum + report[key], 0)).toBeGreaterThan(0);
  for (const report of all) {
    const keys = figuresOf(report).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
  // What anyone may see has nothing under ten.
  const forAll = all.flatMap((report) => publicBreakdowns(report)).flatMap(({ rows }) => rows);
  expect(forAll.some(({ visits }) => visits !== null)).toBe(true);
  const small = forAll.flatMap(({ registrations, visits, unique }) =>
    [registrations, visits, unique].filter((value) => value !== null && value > 0 && value < 10),
  );
  expect(small).toEqual([]);
  expect(all.some(({ leadTime }) => leadTime.medianDays !== null)).toBe(true);
});

/** Every number of the report by name. */
function numbersOf(report: Report): Record<string, number | null> {
  const flat: Record<string, number | null> = {};
  const add = (under: string, values: object) => {
    for (const [key, value] of Object.entries(values))
      if (value === null || typeof value === 'number') flat[`${under}${key}`] = value as number | null;
  };
  const { organisation: _, phase, ...flatOnes } = report;
  add('', flatOnes);
  if (phase) add('phase/', phase);
  add('sessions/', report.sessions);
  add('membership/', report.membership);
  add('interest/', report.interest);
  add('leadTime/', report.leadTime);
  for (const { group, held, planned, cancelled, min, max } of report.groups)
    add(`group/${group}/`, { held, planned, cancelled, min, max });
  for (const { dimension, rows } of report.breakdowns)
    for (const { category, sessions, places, registrations, visits, unique } of rows) {
      add(`${dimension}/${category}/`, { registrations, visits, unique });
      if (sessions !== null) add(`${dimension}/${category}/`, { sessions, places });
    }
  for (const { kind, ...row } of report.kindByMembership) add(`table/${kind}/`, row);
  for (const { phase, state, cents, vatCents } of report.money)
    add(`money/${phase}/${state}/`, { cents, vatCents });
  for (const { id, places, registrations, present, noShow, excused } of report.bySession)
    add(`session/${id}/`, { places, registrations, present, noShow, excused });
  return flat;
}
