import { beforeAll, describe, expect, it, test } from 'vitest';
import { localDate, plusDays } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import {
  makeProgramme,
  makeSession,
  makeStaff,
  type ProgrammeFixture,
  setApart,
} from '../support/fixtures.ts';

const { sql, db, time, call, latestCode, signIn } = await testApi();
const today = localDate(time.now);
const running = { kind: 'programmeRunning' };
const once = { kind: 'capPerEntrepreneur', max: 1, unit: 'count', period: { per: 'programme' } };
const priced = { module: { priceExVatCents: 100_00, vatRate: '21' as const }, capacity: 50 };
const KVK = '69599084';

let staff: string;
let made: ProgrammeFixture;
async function programme(change: Parameters<typeof makeProgramme>[2] = {}) {
  const it = await makeProgramme(db, time.now, { funding: 'perParticipant', ...change });
  await setApart(db, it);
  const cookie = await signIn((await makeStaff(db, [{ municipalityId: it.municipality.id }])).email);
  return { ...it, cookie, path: `/programmes/${it.programme.slug}/rule-sets` };
}
let path: string;
beforeAll(async () => {
  const first = await programme();
  [made, staff, path] = [first, first.cookie, first.path];
});

type Version = {
  version: number;
  state: string;
  validFrom: string;
  replacedFrom: string | null;
  rules: { rule: unknown; sentence: string }[];
};
type Preview = {
  replayed: number;
  same: number;
  flips: { registrationId: string; from: string; to: string; because: { rule: string; reason: string }[] }[];
  warnings: { code: string; rule: string | null; text: string }[];
};
const versions = async (at = path, cookie = staff, headers = {}) =>
  ((await call('GET', at, { cookie, headers })).body as { items: Version[] }).items;
const save = (body: unknown, at = path, cookie = staff, headers = {}) =>
  call('POST', at, { cookie, body, headers });
const preview = (rules: unknown[], at = path, cookie = staff) =>
  call('POST', `${at}/preview`, { cookie, body: { rules } });

let person = 0;
const somebody = () => ({ name: 'Noor', email: `regels${++person}@voorbeeld.example`, kvkNumber: KVK });
async function hold(sessionId: string, who = somebody()) {
  const { status, body } = await call('POST', `/sessions/${sessionId}/registrations`, { body: who });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}
async function book(sessionId: string, who = somebody()) {
  const id = await hold(sessionId, who);
  const confirmed = await call('POST', `/registrations/${id}/confirmation`, {
    body: { code: await latestCode(id) },
  });
  expect(confirmed.status).toBe(200);
  return id;
}
async function newest(registrationId: string) {
  const [row] = await sql<{ outcome: string; version: number; facts: { caps: unknown } }[]>`
    select d.outcome, s.version, d.facts from decisions d join rule_sets s on s.id = d.rule_set_id
    where d.registration_id = ${registrationId} order by d.decided_at desc, d.id desc limit 1`;
  return row!;
}

describe('the versions of the rules', () => {
  it('say what they are, as data and in a sentence of the language of the reader', async () => {
    const [version] = await versions();
    expect(version).toMatchObject({ version: 1, state: 'in-force', replacedFrom: null });
    expect(version!.rules).toEqual([
      { rule: running, sentence: 'Het programma loopt, en de gemeente betaalt er nu nieuwe plaatsen in.' },
      { rule: { kind: 'kvkNumber', required: false }, sentence: 'Een KVK-nummer opgeven hoeft niet.' },
    ]);
    const [english] = await versions(path, staff, { 'accept-language': 'en' });
    expect(english!.rules[1]!.sentence).toBe('A KVK number does not have to be given.');
  });

  it('come newest first, each with when it holds', async () => {
    const own = await programme();
    const later = plusDays(today, 10);
    expect((await save({ rules: [running], validFrom: later }, own.path, own.cookie)).body).toMatchObject({
      version: 2,
    });
    await save({ rules: [running, once], validFrom: today, basedOn: 2 }, own.path, own.cookie);
    const found = await versions(own.path, own.cookie);
    expect(found.map(({ version, state, replacedFrom }) => [version, state, replacedFrom])).toEqual([
      [3, 'in-force', later],
      [2, 'planned', null],
      [1, 'past', today],
    ]);
  });

  it('are saved once, though the form was sent twice', async () => {
    const own = await programme();
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const answers = [
      await save({ rules: [running], validFrom: today }, own.path, own.cookie, headers),
      await save({ rules: [running], validFrom: today }, own.path, own.cookie, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await versions(own.path, own.cookie)).length).toBe(2);
    const [entry] = await sql`select details from audit_log where action = 'rules.saved'
      and subject_id = ${own.programme.id}`;
    expect(entry!.details).toEqual({ version: 2, validFrom: today, before: 1 });
  });

  it('are not saved over those of someone else', async () => {
    const own = await programme();
    const body = { rules: [running], validFrom: today, basedOn: 1 };
    expect((await save(body, own.path, own.cookie)).status).toBe(201);
    const second = await save(body, own.path, own.cookie);
    expect([second.status, problemIn(second).code]).toEqual([409, 'rules-changed']);
  });
});

describe('rules that cannot be', () => {
  const rules = [
    running,
    running,
    { kind: 'peopleCap', max: 0, scope: 'programme' },
    { kind: 'productCap', product: 'nergens', max: 30 },
    {
      kind: 'establishedInArea',
      basis: 'business',
      places: ['1012 AB', 'Weesp'],
      postcodes: [{ from: 1109, to: 1000 }],
    },
    { kind: 'kvkNumber', required: false },
    { ...once, max: 3 },
    { ...once, max: 4 },
    { kind: 'establishedInArea', basis: 'residence', places: ['1012'], postcodes: [{ from: 12, to: 1000 }] },
    { kind: 'membership' },
    { kind: 'deMinimisRoom', ceilingCents: 400_000_00, years: 3 },
  ];

  it('are refused with all reasons together, at the rule and its field', async () => {
    const own = await programme({ deMinimis: 'applicable' });
    const answer = await save({ rules, validFrom: plusDays(today, -1) }, own.path, own.cookie);
    expect(answer.status).toBe(400);
    const params = problemIn(answer).invalidParams!;
    expect(params.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'rules.1 explained',
      'rules.2.max explained',
      'rules.3.product explained',
      'rules.4.places explained',
      'rules.4.postcodes explained',
      'rules.5.required explained',
      'rules.7.max explained',
      'rules.8.postcodes.0.from too-short',
      'rules.8.places explained',
      'rules.9.kind invalid',
      'rules.10.ceilingCents explained',
      'validFrom in-past',
    ]);
    expect(params.find(({ name }) => name === 'rules.7.max')!.reason).toBe(
      'Er staan twee grenzen voor hetzelfde: 3 en 4. Kies er één.',
    );
    expect((await versions(own.path, own.cookie)).length).toBe(1);
    const tried = await preview(rules, own.path, own.cookie);
    expect([tried.status, problemIn(tried).invalidParams!.length]).toEqual([400, params.length - 1]);
  });

  test.each([
    ['no rules', { rules: [], validFrom: today }, 'rules'],
    ['no date', { rules: [running] }, 'validFrom'],
    ['no date that there is', { rules: [running], validFrom: '2027-02-30' }, 'validFrom'],
    ['a date after the programme', { rules: [running], validFrom: '2999-01-01' }, 'validFrom'],
  ])('%s', async (_, body, name) => {
    const answer = await save(body);
    expect([answer.status, problemIn(answer).invalidParams]).toMatchObject([400, [{ name }]]);
  });

  it('may not make membership a condition', async () => {
    const items = [{ code: 'lid', nl: 'Ik ben lid van de vereniging.', en: 'I am a member.' }];
    const answer = await save({ rules: [{ kind: 'declarations', items }], validFrom: today });
    expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'rules.0.items', code: 'explained' }]);
  });
});

describe('a new version', () => {
  it('decides the next booking, from its day on and no sooner, and leaves what was decided', async () => {
    const own = await programme();
    const sessions = await Promise.all([1, 2, 3].map(() => makeSession(db, own, time.now, priced)));
    const who = somebody();
    const first = await book(sessions[0]!.id, who);
    const decided = await newest(first);
    expect(decided).toMatchObject({ outcome: 'eligible', version: 1 });
    const tomorrow = plusDays(today, 1);
    const saved = await save({ rules: [running, once], validFrom: tomorrow }, own.path, own.cookie);
    expect(saved.status).toBe(201);

    expect(await newest(await book(sessions[1]!.id, who))).toMatchObject({ outcome: 'eligible', version: 1 });
    const before = time.now;
    try {
      time.now = new Date(before.getTime() + 24 * 3_600_000);
      const third = await newest(await book(sessions[2]!.id, who));
      expect(third).toMatchObject({ outcome: 'not-eligible', version: 2 });
      expect(await newest(first)).toEqual(decided);
    } finally {
      time.now = before;
    }
  });
});

describe('what other rules would change', () => {
  it('is told per booking, with the rule that does it, without names and without writing', async () => {
    const own = await programme();
    const sessions = await Promise.all([1, 2].map(() => makeSession(db, own, time.now, priced)));
    const who = somebody();
    await book(sessions[0]!.id, who);
    const second = await book(sessions[1]!.id, who);
    const counts = () =>
      sql`select (select count(*) from rule_sets) s, (select count(*) from decisions) d,
        (select count(*) from audit_log) a`.then((rows) => [...rows]);
    const stored = await counts();
    const answer = await preview([running, once], own.path, own.cookie);
    expect(answer.status).toBe(200);
    const { replayed, same, flips, warnings } = answer.body as Preview;
    expect([replayed, same, warnings]).toEqual([2, 1, []]);
    expect(flips).toMatchObject([
      {
        registrationId: second,
        session: { id: sessions[1]!.id },
        decidedOn: today,
        from: 'eligible',
        to: 'not-eligible',
        because: [{ rule: 'capPerEntrepreneur', from: null, to: 'failed' }],
      },
    ]);
    expect(flips[0]!.because[0]!.reason).toContain('hoogstens 1 keer in dit programma');
    expect(JSON.stringify(answer.body)).not.toMatch(/Noor|voorbeeld\.example|69599084/);
    expect(await counts()).toEqual(stored);
  });

  it('warns of what it cannot know, and of limits that are reached', async () => {
    const own = await programme();
    const { id } = await makeSession(db, own, time.now, priced);
    await book(id);
    await book(id, { ...somebody(), kvkNumber: '68750110' });
    await save({ rules: [running], validFrom: plusDays(today, 5) }, own.path, own.cookie);
    const { warnings } = (
      await preview([running, { kind: 'peopleCap', max: 2, scope: 'programme' }], own.path, own.cookie)
    ).body as Preview;
    expect(warnings.map(({ code, rule }) => [code, rule])).toEqual([
      ['not-recorded', 'peopleCap'],
      ['already-full', 'peopleCap'],
      ['later-version', null],
    ]);
    const empty = await programme();
    const nothing = (await preview([running], empty.path, empty.cookie)).body as Preview;
    expect([nothing.replayed, nothing.warnings[0]!.code]).toEqual([0, 'nothing-to-replay']);
  });

  it('looks at the last 500, and at the decision that holds', async () => {
    const own = await programme();
    const { id } = await makeSession(db, own, time.now, priced);
    const first = await book(id);
    await sql`insert into entrepreneurs (id, name) select gen_random_uuid(), 'E' || n from generate_series(1, 520) n`;
    await sql`with one as (select * from decisions where registration_id = ${first} order by decided_at desc limit 1),
      people as (select id from entrepreneurs where name like 'E%'),
      made as (insert into registrations (session_id, entrepreneur_id, status, source, name, confirmed_at, decision_id)
        select ${id}, id, 'confirmed', 'walkIn', 'Iemand', now(), uuidv7() from people returning id, decision_id)
      insert into decisions (id, registration_id, rule_set_id, outcome, payer, ex_vat_cents, vat_cents,
        own_contribution_cents, facts, rules, decided_on, decided_at)
      select made.decision_id, made.id, rule_set_id, outcome, payer, ex_vat_cents, vat_cents, own_contribution_cents, facts, rules,
        decided_on, decided_at + interval '1 minute' from made, one`;
    const { replayed, flips } = (await preview([running, { kind: 'manualReview' }], own.path, own.cookie))
      .body as Preview;
    expect([replayed, flips.length]).toEqual([500, 500]);
    expect(flips.map(({ registrationId }) => registrationId)).not.toContain(first);
  });
});

describe('who may not', () => {
  it('is anyone but the municipality of the programme', async () => {
    const stranger = await programme();
    const association = await signIn((await makeStaff(db, [{ organisationId: made.association.id }])).email);
    const operator = await signIn((await makeStaff(db, [{ operator: true }])).email);
    const body = { rules: [running], validFrom: today };
    for (const [cookie, status] of [
      [undefined, 401],
      [operator, 403],
      [association, 404],
      [stranger.cookie, 404],
    ] as const) {
      const asked = await Promise.all([
        call('GET', path, cookie ? { cookie } : {}),
        call('POST', path, { body, ...(cookie && { cookie }) }),
        call('POST', `${path}/preview`, { body, ...(cookie && { cookie }) }),
      ]);
      expect(asked.map((one) => one.status)).toEqual([status, status, status]);
    }
    expect((await versions()).length).toBe(1);
  });
});
