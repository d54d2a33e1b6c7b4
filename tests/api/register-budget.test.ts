import { beforeEach, describe, expect, it } from 'vitest';
import { LOOKUPS_PER_HOUR, PER_CLIENT } from '../../api/paying/business-register/lookup-budget.ts';
import { ruleSets } from '../../db/schema/programmes.ts';
import { problemIn, testApi } from '../support/api.ts';
import { takeErrors } from '../support/console.ts';
import { HOUR, makeProgramme, makeSession } from '../support/fixtures.ts';
import { fault, testKvk } from '../support/kvk.ts';

const AMSTELVEEN = '69599084';
const AMSTERDAM = '68750110';

const kvk = await testKvk();
const { db, sql, time, call, latestCode, signIn } = await testApi('empty', {
  connections: 20,
  // Machines that run tests may be slow.
  patience: { callMs: 30_000, totalMs: 50_000, backoffMs: 1 },
  env: { KVK_API_KEY: 'a-key', KVK_BASE_URL: `${kvk.baseUrl}/` },
});
const programme = await makeProgramme(db, time.now);
await db.insert(ruleSets).values({
  programmeId: programme.programme.id,
  version: 2,
  validFrom: time.now.toISOString().slice(0, 10),
  rules: [{ kind: 'programmeRunning' }, { kind: 'businessActive' }],
});
const module = { priceExVatCents: 10_000, vatRate: '21', ownContributionCents: 1500 } as const;
let session: Awaited<ReturnType<typeof makeSession>>;

// An hour in which nothing was asked yet.
beforeEach(async () => {
  await sql`delete from business_lookups`;
  time.now = new Date(time.now.getTime() + 2 * HOUR);
  session = await makeSession(db, programme, time.now, { module, capacity: 1000 });
});

let number = 10_000_000;
let person = 0;
/** A number that the register does not know, and so one call. */
const unknown = () => String(number++);
const from = (client: string | undefined) => (client === undefined ? {} : { client });
const check = (kvkNumber: string, client?: string) =>
  call('POST', '/eligibility-checks', { body: { sessionId: session.id, kvkNumber }, ...from(client) });
const look = (kvkNumber: string, client?: string) => call('GET', `/businesses/${kvkNumber}`, from(client));
/** Twenty at a time, so that none waits for a connection until it is told that there is none. */
async function many<T>(count: number, ask: () => Promise<T>) {
  const answers: T[] = [];
  for (let left = count; left > 0; left -= 20) {
    answers.push(...(await Promise.all(Array.from({ length: Math.min(20, left) }, ask))));
  }
  return answers;
}
const outcomeOf = ({ body }: { body: unknown }) => (body as { outcome: string }).outcome;

type Booked = { id: string; decision: { outcome: string } };
async function book(
  kvkNumber: string,
  { email = `mens-${person++}@example.nl`, cookie = '', client = '' } = {},
) {
  const answer = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: 'Noor', email, kvkNumber },
    ...(cookie && { cookie }),
    ...(client && { client }),
  });
  expect(answer.status).toBe(201);
  return answer.body as Booked;
}
async function confirm({ id }: Booked) {
  const body = { code: await latestCode(id) };
  const answer = await call('POST', `/registrations/${id}/confirmation`, { body });
  expect(answer.status).toBe(200);
  return answer.body as Booked;
}

describe('one who asks what a thousand businesses would pay', () => {
  it('leaves most lookups to places, also when nobody can be told apart', async () => {
    const answers = await many(1000, () => check(unknown()));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(kvk.calls('basisprofielen')).toBe(100);
    const outcomes = Map.groupBy(answers, outcomeOf);
    expect([outcomes.get('not-eligible')!.length, outcomes.get('needs-review')!.length]).toEqual([100, 900]);
    expect(takeErrors(), 'one line, and not a thousand').toEqual([
      expect.stringMatching(/business register: asked often this hour; what is left is for places/),
    ]);
    // What they are told is short, and true.
    const { rules } = outcomes.get('needs-review')![0]!.body as { rules: { reason: string }[] };
    expect(JSON.stringify(rules)).toContain('Wij konden uw bedrijf nu niet opzoeken');

    expect((await book(AMSTELVEEN)).decision.outcome, 'a place is looked up').toBe('eligible');
    const cookie = await signIn('noor@example.nl');
    const asked = await call('POST', '/eligibility-checks', {
      body: { sessionId: session.id, kvkNumber: AMSTERDAM },
      cookie,
    });
    expect(outcomeOf(asked), 'and so is what a person asks who is signed in').toBe('eligible');
  });

  it('is told to wait when it can be told apart; others are not in the way of it', async () => {
    const answers = await many(1000, () => check(unknown(), '192.0.2.1'));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(1000 - PER_CLIENT);
    expect(refused[0]).toMatchObject({ status: 429 });
    expect(problemIn(refused[0]!).code).toBe('too-many-questions');
    expect(refused[0]!.headers.get('retry-after')).toBe('3600');
    expect((await look(unknown(), '192.0.2.1')).status).toBe(429);
    expect(kvk.calls('basisprofielen')).toBe(PER_CLIENT);

    expect(outcomeOf(await check(AMSTELVEEN, '192.0.2.2'))).toBe('eligible');
    expect(outcomeOf(await check(AMSTELVEEN, '192.0.2.1')), 'what is known costs nothing').toBe('eligible');
    const unsure = await book(AMSTERDAM, { client: '192.0.2.1' });
    expect(unsure.decision.outcome, 'a place is never refused for it').toBe('needs-review');
    await confirm(unsure);
    expect(await newest(unsure), 'and is looked up when it is confirmed').toBe('eligible');
  });
});

describe('one who books for hundreds of businesses with addresses that are not proved', () => {
  it('leaves lookups to those who proved theirs', async () => {
    await many(250, () => book(unknown()));
    expect(kvk.calls('basisprofielen')).toBe(200);
    const unsure = await book(AMSTELVEEN);
    expect(unsure.decision.outcome).toBe('needs-review');
    await confirm(unsure);
    expect(await newest(unsure)).toBe('eligible');
    const email = 'bewezen@example.nl';
    const sure = await book(AMSTERDAM, { email, cookie: await signIn(email) });
    expect(sure.decision.outcome).toBe('eligible');
    expect(takeErrors()).toHaveLength(1);
  });
});

it('a number that gets no answer is asked a few times and then left alone, but for who books', async () => {
  kvk.instead = fault(400, 'IPD1999');
  for (let n = 0; n < 10; n++) expect(outcomeOf(await check(AMSTELVEEN))).toBe('needs-review');
  expect(kvk.calls('basisprofielen')).toBe(3);
  kvk.instead = null;
  const email = 'boekt@example.nl';
  expect((await book(AMSTELVEEN, { email, cookie: await signIn(email) })).decision.outcome).toBe('eligible');
  takeErrors();
});

it('who is refused does not take along who asks for the same number and is not', async () => {
  await sql`insert into business_lookups (kvk_number, status, fetched_at)
    select lpad(n::text, 8, '0'), 'not-found', ${time.now} from generate_series(1, 100) n`;
  const email = 'samen@example.nl';
  const cookie = await signIn(email);
  const [, booked] = await Promise.all([
    check(AMSTELVEEN),
    book(AMSTELVEEN, { email, cookie }),
    look(AMSTELVEEN),
  ]);
  expect(booked.decision.outcome).toBe('eligible');
  takeErrors();
});

it('the whole hour has its end, for everyone', async () => {
  await sql`insert into business_lookups (kvk_number, status, fetched_at)
    select lpad(n::text, 8, '0'), 'not-found', ${time.now} from generate_series(1, ${LOOKUPS_PER_HOUR}) n`;
  const email = 'laat@example.nl';
  const late = await book(AMSTELVEEN, { email, cookie: await signIn(email) });
  expect(late.decision.outcome).toBe('needs-review');
  expect(kvk.received).toEqual([]);
  expect(takeErrors()).toHaveLength(1);
});

async function newest({ id }: Booked) {
  const [row] = await sql<{ outcome: string }[]>`
    select outcome from decisions where registration_id = ${id} order by decided_at desc, id desc limit 1`;
  return row!.outcome;
}
