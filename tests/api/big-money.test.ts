import { expect, it } from 'vitest';
import { programmeQuarters } from '../../db/schema/programmes.ts';
import { testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, setApart } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();

/** The most that a phase can hold: 32 bits of cents. What two of them cost together does not fit in those. */
const CEILING = 2_147_483_647;

it('money beyond twenty-one million euros adds up everywhere', async () => {
  const made = await makeProgramme(db, time.now, { funding: 'perSession' });
  await setApart(db, made, CEILING);
  const [next] = await db
    .insert(programmeQuarters)
    .values({
      programmeId: made.programme.id,
      ordinal: 2,
      startsOn: new Date(time.now.getTime() + 51 * 24 * HOUR).toISOString().slice(0, 10),
      endsOn: new Date(time.now.getTime() + 140 * 24 * HOUR).toISOString().slice(0, 10),
    })
    .returning();
  await setApart(db, { quarter: next! }, CEILING);
  const organiser = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
  await sql`
    insert into programme_contributions (programme_id, target_group, cents, vat_rate)
    values (${made.programme.id}, 'inspiration', 2000000000, '21')`;
  for (const days of [2, 60]) {
    const { id } = await makeSession(db, made, time.now, {
      status: 'draft',
      module: { kind: 'inspiration' },
      startsAt: new Date(time.now.getTime() + days * 24 * HOUR),
    });
    const published = await call('POST', `/me/sessions/${id}/publication`, { cookie: organiser });
    expect(published.status).toBe(200);
  }
  const own = `/programmes/${made.programme.slug}`;
  const answers = await Promise.all(
    ['/budget', '/quarters/1/report', '/quarters/1/settlement', '/ledger', '/signals'].map((path) =>
      call('GET', own + path, { cookie }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const [budget, report, settlement] = answers.map(({ body }) => JSON.stringify(body));
  expect(budget).toContain('"exVatCents":4000000000');
  expect(budget).toContain('"vatCents":840000000');
  expect(report).toContain('"vatCents":420000000');
  expect(settlement).toContain('2000000000');
});
