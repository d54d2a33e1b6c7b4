import { expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();

it('money beyond twenty-one million euros adds up everywhere', async () => {
  const made = await makeProgramme(db, time.now, { funding: 'perSession' });
  const organiser = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
  await sql`
    insert into programme_contributions (programme_id, target_group, cents, vat_rate)
    values (${made.programme.id}, 'inspiration', 2000000000, '21')`;
  for (let n = 0; n < 2; n++) {
    const { id } = await makeSession(db, made, time.now, {
      status: 'draft',
      module: { kind: 'inspiration' },
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
  expect(JSON.stringify(answers[0]!.body)).toContain('"exVatCents":4000000000');
  expect(JSON.stringify(answers[1]!.body)).toContain('"vatCents":840000000');
  expect(JSON.stringify(answers[2]!.body)).toContain('4000000000');
});
