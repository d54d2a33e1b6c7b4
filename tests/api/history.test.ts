import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { history } from '../../api/steering/history/schema.ts';
import { proposedThresholds } from '../../api/steering/settings/rules.ts';
import { quarterFacts } from '../../api/steering/signals/facts.ts';
import { readingsOf } from '../../api/steering/signals/rules.ts';
import { programmeQuarters, programmes } from '../../db/schema/programmes.ts';
import { signalReadings, signals } from '../../db/schema/signals.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi('demo', { worker: false });
type History = z.output<typeof history>;
let made: ProgrammeFixture;
let staff: string;
const staffOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
  signIn((await makeStaff(db, [role])).email);
beforeAll(async () => {
  made = await makeProgramme(db, time.now);
  staff = await staffOf({ municipalityId: made.municipality.id });
});
const path = () => `/programmes/${made.programme.slug}/history`;
const read = async (cookie = staff) => (await call('GET', path(), { cookie })).body as History;
const row = {
  dataset: 'Bereik',
  code: 'uniek',
  label: 'Unieke ondernemers',
  value: '3.800',
  unit: 'ondernemers',
  asOf: '13-09-2021',
  source: 'Tussenevaluatie',
};
const bring = (rows: object[], extra: object = {}, cookie: string | undefined = staff) =>
  call('POST', path(), { body: { name: 'Cijfers van toen', rows, ...extra }, ...(cookie && { cookie }) });

describe('earlier figures', () => {
  it('come in as they are given, and an unknown one stays unknown', async () => {
    const answer = await bring([
      row,
      { ...row, code: 'gevraagd', label: 'Gevraagd', value: '?', page: '6', note: 'Staat er niet' },
    ]);
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { figures: 2, checks: 0, id: expect.any(String) },
    ]);
    const { items, batches } = await read();
    expect(batches).toMatchObject([
      { name: 'Cijfers van toen', figures: 2, importedBy: 'Medewerker', withdrawnAt: null },
    ]);
    expect(items).toMatchObject([
      {
        code: 'uniek',
        value: 3800,
        unit: 'ondernemers',
        asOf: '2021-09-13',
        source: 'Tussenevaluatie',
        page: null,
      },
      { code: 'gevraagd', value: null, page: '6', note: 'Staat er niet' },
    ]);
  });

  it('are refused together when one cannot be read, with the row and the column', async () => {
    const before = (await read()).items.length;
    const answer = await bring([row, { ...row, value: '202o' }, { ...row, asOf: '31-02-2021', unit: '' }]);
    expect(answer.status).toBe(400);
    expect(problemIn(answer).invalidParams?.map(({ name, code }) => [name, code])).toEqual([
      ['rows.1.value', 'number'],
      ['rows.2.unit', 'required'],
      ['rows.2.asOf', 'date'],
    ]);
    expect((await read()).items).toHaveLength(before);
  });

  it('are only looked at in a dry run', async () => {
    const before = await read();
    const answer = await bring([row, { ...row, value: '3.801' }], { dryRun: true });
    expect(answer.body).toEqual({ id: null, figures: 2, checks: 1 });
    expect(await read()).toEqual(before);
  });

  it('stay to be seen when they are withdrawn, and then count in no check', async () => {
    const { id } = (await bring([{ ...row, value: '4.142' }])).body as { id: string };
    expect((await read()).checks).toMatchObject([{ kind: 'differs', difference: 342 }]);
    const withdraw = (reason: string, cookie: string | undefined = staff) =>
      call('POST', `/figure-batches/${id}/withdrawal`, { body: { reason }, ...(cookie && { cookie }) });
    expect((await withdraw(' ')).status).toBe(400);
    expect(
      (await withdraw('Dubbel geteld', await staffOf({ organisationId: made.association.id }))).status,
    ).toBe(404);
    expect((await withdraw('Dubbel geteld')).status).toBe(200);
    expect((await withdraw('Nog eens')).status).toBe(200);
    const after = await read();
    expect(after.checks).toEqual([]);
    expect(after.items.filter(({ batchId }) => batchId === id)).toHaveLength(1);
    expect(after.batches.find((one) => one.id === id)).toMatchObject({ withdrawnReason: 'Dubbel geteld' });
    expect(
      await sql`select 1 from audit_log where action = 'history.withdrawn' and subject_id = ${id}`,
    ).toHaveLength(1);
  });

  it('come in once when a form is sent twice', async () => {
    const body = { name: 'Eén keer', rows: [{ ...row, code: 'nieuw' }] };
    const send = () =>
      call('POST', path(), { cookie: staff, body, headers: { 'idempotency-key': 'een-sleutel' } });
    expect((await send()).body).toEqual((await send()).body);
    expect((await read()).batches.filter(({ name }) => name === 'Eén keer')).toHaveLength(1);
  });

  it('are brought in by the municipality, and read by the parties', async () => {
    const other = await makeProgramme(db, time.now);
    const others: [string | undefined, number, number][] = [
      [undefined, 401, 401],
      [await staffOf({ municipalityId: other.municipality.id }), 404, 404],
      [await staffOf({ organisationId: other.association.id }), 404, 404],
      [await staffOf({ organisationId: made.association.id }), 200, 404],
      [await staffOf({ operator: true }), 403, 403],
    ];
    const before = (await read()).batches.length;
    for (const [cookie, reads, writes] of others) {
      expect((await call('GET', path(), cookie ? { cookie } : {})).status).toBe(reads);
      const answer = await call('POST', path(), {
        body: { name: 'x', rows: [row] },
        ...(cookie && { cookie }),
      });
      expect(answer.status).toBe(writes);
    }
    expect((await read()).batches).toHaveLength(before);
  });
});

it('the signal in the demo data is one that the rules give for its quarter', async () => {
  const [signal] = await db.select().from(signals);
  const [quarter] = await db
    .select()
    .from(programmeQuarters)
    .where(eq(programmeQuarters.id, signal!.quarterId));
  const [programme] = await db.select().from(programmes).where(eq(programmes.id, signal!.programmeId));
  const [reading] = await db.select().from(signalReadings);
  const facts = await quarterFacts(db, programme!, quarter!, signal!.openedAt);
  const { level, figures, threshold } = reading!;
  expect(readingsOf(facts, proposedThresholds)).toContainEqual({
    kind: signal!.kind,
    subject: signal!.subject,
    level,
    figures,
    threshold,
  });
});

it('the figures of Amsterdam stand with their own unit and peildatum, and what does not add up is told', async () => {
  const amsterdam = await signIn('gemeente-amsterdam@opkoers.example');
  const { items, checks } = (await call('GET', '/programmes/onderneemvaardig/history', { cookie: amsterdam }))
    .body as History;
  const instruments = items.filter(({ dataset }) => dataset === 'Ingezette instrumenten ondernemersroute');
  expect(instruments.map(({ value }) => value)).toEqual([1651, 694, 393, 134, 90, 3]);
  expect(instruments.reduce((sum, { value }) => sum + value!, 0)).toBe(2965);
  expect(new Set(instruments.map(({ asOf, unit }) => `${asOf} ${unit}`))).toEqual(
    new Set(['2021-09-13 ingezette instrumenten']),
  );
  expect(items.find(({ code }) => code === 'cijfer-ondernemers')).toMatchObject({
    value: 7.4,
    unit: 'cijfer van 1 tot 10',
  });
  expect(checks).toMatchObject([
    {
      kind: 'sum',
      sum: 4142,
      difference: 342,
      whole: { value: 3800 },
      parts: [{ value: 1513 }, { value: 1613 }, { value: 1016 }],
    },
    { kind: 'differs', difference: 287, values: [{ value: 1513 }, { value: 1800 }] },
    { kind: 'differs', difference: 11, values: [{ value: 739 }, { value: 750 }] },
  ]);
});
