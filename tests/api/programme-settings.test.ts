import { beforeEach, describe, expect, it } from 'vitest';
import type { settingsAnswer } from '../../api/steering/settings/schema.ts';
import { localDate, plusDays } from '../../api/language/time.ts';
import type { z } from 'zod';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();
const today = localDate(time.now);
type Answer = z.output<typeof settingsAnswer>;

let made: ProgrammeFixture;
let staff: string;
const staffOf = async (role: Parameters<typeof makeStaff>[1][number]) =>
  signIn((await makeStaff(db, [role])).email);
beforeEach(async () => {
  made = await makeProgramme(db, time.now);
  staff = await staffOf({ municipalityId: made.municipality.id });
});
const path = () => `/programmes/${made.programme.slug}/settings`;
const read = async () => (await call('GET', path(), { cookie: staff })).body as Answer;
async function change(edit: (settings: Answer['settings']) => void, extra: object = {}) {
  const { version, settings } = await read();
  edit(settings);
  return call('PUT', path(), {
    cookie: staff,
    body: { version, motivation: 'Zo is het afgesproken', settings, ...extra },
  });
}
const faults = (answer: { body: unknown }) =>
  problemIn(answer).invalidParams?.map(({ name, code }) => [name.replace(/^settings\./, ''), code]);

describe('the settings of a programme', () => {
  it('are saved as a new version, with the state before as the first', async () => {
    const before = await read();
    expect(before).toMatchObject({
      version: 1,
      versions: [],
      proposed: { interestPercent: 50, nonMemberPercent: 20 },
    });
    const answer = await change((settings) => {
      settings.name = 'Weer op koers';
      settings.creditLine = 'Mogelijk gemaakt door ons';
      settings.lead = { name: 'Anneke', unit: 'Economische Zaken' };
      settings.agreement = {
        signedOn: '2026-01-05',
        signatory: 'De wethouder',
        mandate: 'Volmacht',
        source: 'B&W',
      };
      settings.authorised = { cents: 151_871_00, basis: 'unknown', provisional: true };
      settings.reserved = { cents: 150_000_00, basis: 'ex' };
      settings.thresholds.interestPercent = 40;
      settings.parties.reverse();
      settings.quarters.push({
        startsOn: plusDays(today, 51),
        endsOn: plusDays(today, 150),
        targets: [{ group: 'network', min: 1, max: 1 }],
      });
    });
    expect([answer.status, answer.body]).toEqual([200, { version: 2 }]);
    const after = await read();
    expect(after.settings).toMatchObject({
      name: 'Weer op koers',
      lead: { name: 'Anneke', unit: 'Economische Zaken' },
      authorised: { cents: 151_871_00, basis: 'unknown', provisional: true },
      thresholds: { interestPercent: 40, nonMemberPercent: null },
      parties: [...before.settings.parties].reverse(),
    });
    expect(after.settings.quarters).toHaveLength(2);
    expect(after.versions.map(({ version, motivation, by }) => [version, motivation, by])).toEqual([
      [2, 'Zo is het afgesproken', 'Medewerker'],
      [1, null, null],
    ]);
    expect(after.versions[0]!.settings).toEqual(after.settings);
    expect(after.versions[1]!.settings).toEqual(before.settings);
    const programme = (await call('GET', `/programmes/${made.programme.slug}`)).body as {
      parties: { id: string }[];
    };
    expect(programme.parties.map(({ id }) => id)).toEqual(
      after.settings.parties.map((party) => party.organisationId),
    );
  });

  it('are refused with everything that is wrong, and then nothing is saved', async () => {
    const answer = await change((settings) => {
      settings.quarters = [
        settings.quarters[0]!,
        { startsOn: plusDays(today, 40), endsOn: plusDays(today, 90), targets: [] },
        {
          startsOn: plusDays(today, 91),
          endsOn: plusDays(today, 900),
          targets: [{ group: 'network', min: 3, max: 2 }],
        },
      ];
      settings.parties.push({ organisationId: settings.parties[0]!.organisationId, role: 'executor' });
    });
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([
      ['quarters.1.startsOn', 'overlaps'],
      ['quarters.2.endsOn', 'outside-programme'],
      ['quarters.2.targets.0.max', 'too-short'],
      ['parties.3.organisationId', 'invalid'],
    ]);
    expect((await read()).version).toBe(1);
  });

  it('say whether the municipality looks at modules first; who does not know of it changes nothing there', async () => {
    expect((await change((settings) => void (settings.reviewsModules = true))).status).toBe(200);
    const { version, settings } = await read();
    const { reviewsModules: _, ...older } = settings;
    const body = { version, motivation: 'Een oude koppeling', settings: { ...older, name: 'Anders' } };
    expect((await call('PUT', path(), { cookie: staff, body })).status).toBe(200);
    expect((await read()).settings).toMatchObject({ name: 'Anders', reviewsModules: true });
    const [row] = await sql`select reviews_modules from programmes where id = ${made.programme.id}`;
    expect(row!.reviews_modules).toBe(true);
  });

  it('say whether what is paid is state aid, and whether a no-show is paid', async () => {
    const answer = await change((settings) => {
      settings.deMinimis = 'applicable';
      settings.paysNoShow = true;
    });
    expect(answer.status).toBe(200);
    const [kept] = await sql`
      select de_minimis, pays_no_show from programmes where id = ${made.programme.id}`;
    expect(kept).toEqual({ de_minimis: 'applicable', pays_no_show: true });
    expect((await read()).settings).toMatchObject({ deMinimis: 'applicable', paysNoShow: true });
  });

  it('need a reason, and a party of the municipality', async () => {
    expect(faults(await change(() => {}, { motivation: ' ' }))).toEqual([['motivation', 'required']]);
    const other = await makeProgramme(db, time.now);
    const answer = await change((settings) => {
      settings.parties.push({ organisationId: other.association.id, role: 'executor' });
    });
    expect(faults(answer)).toEqual([['parties.3.organisationId', 'invalid']]);
  });

  it('leave a quarter that has ended as it was', async () => {
    await sql`update programme_quarters set ends_on = ${plusDays(today, -1)} where id = ${made.quarter.id}`;
    const answer = await change((settings) => {
      settings.quarters[0]!.startsOn = plusDays(today, -60);
      settings.quarters[0]!.targets[0]!.min = 1;
    });
    expect(faults(answer)).toEqual([
      ['quarters.0.startsOn', 'quarter-ended'],
      ['quarters.0.targets', 'quarter-ended'],
    ]);
    expect(faults(await change((settings) => void settings.quarters.pop()))).toEqual([
      ['quarters', 'quarter-ended'],
    ]);
  });

  it('move no session to another quarter, and say which ones would', async () => {
    const session = await makeSession(db, made, time.now, {
      startsAt: new Date(time.now.getTime() + 40 * 86_400_000),
    });
    const answer = await change((settings) => void (settings.quarters[0]!.endsOn = plusDays(today, 20)));
    expect(problemIn(answer).invalidParams).toMatchObject([
      {
        name: 'settings.quarters.0.startsOn',
        code: 'sessions-move',
        about: [expect.stringMatching(`^Grip op uw geld .*${localDate(session.startsAt)}`)],
      },
    ]);
    expect(
      (await change((settings) => void (settings.quarters[0]!.endsOn = plusDays(today, 45)))).status,
    ).toBe(200);
  });

  it('keep a quarter that runs, and one with money', async () => {
    expect(faults(await change((settings) => void settings.quarters.pop()))).toEqual([
      ['quarters', 'in-use'],
    ]);
    await change((settings) =>
      settings.quarters.push({ startsOn: plusDays(today, 60), endsOn: plusDays(today, 90), targets: [] }),
    );
    await sql`insert into budget_phases (quarter_id, ceiling_cents, state)
      select id, 100, 'planned' from programme_quarters where programme_id = ${made.programme.id} and ordinal = 2`;
    expect(faults(await change((settings) => void settings.quarters.pop()))).toEqual([
      ['quarters', 'in-use'],
    ]);
    await sql`delete from budget_phases where quarter_id in (
      select id from programme_quarters where programme_id = ${made.programme.id})`;
    expect((await change((settings) => void settings.quarters.pop())).status).toBe(200);
  });

  it('are refused when they were changed meanwhile', async () => {
    expect((await change((settings) => void (settings.name = 'Eerst'))).status).toBe(200);
    const answer = await change((settings) => void (settings.name = 'Later'), { version: 1 });
    expect([answer.status, problemIn(answer).code]).toEqual([412, 'changed-meanwhile']);
    expect((await read()).settings.name).toBe('Eerst');
  });

  it('are for the municipality alone', async () => {
    const { version, settings } = await read();
    const body = { version, motivation: 'x', settings };
    const other = await makeProgramme(db, time.now);
    const others: [string | undefined, number][] = [
      [undefined, 401],
      [await staffOf({ municipalityId: other.municipality.id }), 404],
      [await staffOf({ organisationId: made.association.id }), 404],
      [await staffOf({ organisationId: made.funder.id }), 404],
      [await staffOf({ operator: true }), 403],
    ];
    for (const [cookie, status] of others) {
      const as = cookie ? { cookie } : {};
      expect((await call('GET', path(), as)).status).toBe(status);
      expect((await call('PUT', path(), { ...as, body })).status).toBe(status);
    }
    expect((await read()).version).toBe(1);
  });
});

describe('some of the settings', () => {
  const save = (version: number, settings: object) =>
    call('PATCH', path(), { cookie: staff, body: { version, motivation: 'Zo is het', settings } });

  it('are saved on top of what others saved of the rest meanwhile', async () => {
    const { version, settings } = await read();
    expect((await save(version, { creditLine: 'Mogelijk gemaakt door ons' })).status).toBe(200);
    const lead = { name: 'Anneke', unit: null };
    expect((await save(version, { lead, startsOn: plusDays(settings.startsOn, -1) })).body).toEqual({
      version: version + 2,
    });
    const after = await read();
    expect(after.settings).toEqual({
      ...settings,
      creditLine: 'Mogelijk gemaakt door ons',
      lead,
      startsOn: plusDays(settings.startsOn, -1),
    });
    expect(after.versions.map((one) => [one.version, one.settings.creditLine])).toEqual([
      [3, 'Mogelijk gemaakt door ons'],
      [2, 'Mogelijk gemaakt door ons'],
      [1, settings.creditLine],
    ]);
  });

  it('are refused when one of these was changed meanwhile, and then nothing is saved', async () => {
    const { version } = await read();
    expect((await save(version, { creditLine: 'Eerst' })).status).toBe(200);
    const late = await save(version, { creditLine: 'Later', name: 'Later' });
    expect([late.status, problemIn(late).code]).toEqual([412, 'changed-meanwhile']);
    expect((await read()).settings).toMatchObject({ creditLine: 'Eerst', name: made.programme.name });
    expect((await save(version + 1, { creditLine: 'Nu wel' })).status).toBe(200);
  });

  it('are refused on a version that is not there', async () => {
    for (const version of [0, 2, -1, 2 ** 31]) {
      const answer = await save(version, { creditLine: 'x' });
      expect([version, problemIn(answer).code]).toEqual([version, 'changed-meanwhile']);
    }
  });

  it('are judged together with the rest', async () => {
    const { version, settings } = await read();
    const answer = await save(version, { endsOn: settings.quarters[0]!.startsOn });
    expect(faults(answer)).toContainEqual(['quarters.0.endsOn', 'outside-programme']);
    expect(faults(await save(version, { parties: [{ organisationId: 'x', role: 'boss' }] }))).toEqual([
      ['parties.0.organisationId', 'invalid'],
      ['parties.0.role', 'invalid'],
    ]);
  });

  it('are for the municipality alone', async () => {
    const other = await makeProgramme(db, time.now);
    const body = { version: 1, motivation: 'x', settings: { creditLine: 'x' } };
    for (const [cookie, status] of [
      [undefined, 401],
      [await staffOf({ municipalityId: other.municipality.id }), 404],
      [await staffOf({ organisationId: made.association.id }), 404],
      [await staffOf({ operator: true }), 403],
    ] as const) {
      expect((await call('PATCH', path(), { body, ...(cookie && { cookie }) })).status).toBe(status);
    }
    expect((await read()).version).toBe(1);
  });
});

describe('a new programme', () => {
  const draft = {
    name: 'Weer op koers & verder',
    startsOn: plusDays(today, 10),
    endsOn: plusDays(today, 375),
    creditLine: 'Mogelijk gemaakt door de gemeente',
    requiresOpenAccess: true,
    funding: 'perSession',
  };

  it('is a draft that only its municipality sees, until it is opened', async () => {
    const first = await call('POST', '/programmes', { cookie: staff, body: draft });
    const second = await call('POST', '/programmes', { cookie: staff, body: draft });
    expect([first.status, second.status]).toEqual([201, 201]);
    const { slug, id } = first.body as { slug: string; id: string };
    expect([slug, (second.body as { slug: string }).slug]).toEqual([
      'weer-op-koers-verder',
      'weer-op-koers-verder-2',
    ]);
    const slugs = async (cookie?: string) =>
      (
        (await call('GET', '/programmes', cookie ? { cookie } : {})).body as { items: { slug: string }[] }
      ).items.map((one) => one.slug);
    expect(await slugs(staff)).toContain(slug);
    expect(await slugs()).not.toContain(slug);
    expect(await slugs(await staffOf({ organisationId: made.association.id }))).not.toContain(slug);
    expect((await call('GET', `/programmes/${slug}`)).status).toBe(404);
    expect((await call('GET', `/programmes/${slug}`, { cookie: staff })).status).toBe(200);
    const { version, settings } = (await call('GET', `/programmes/${id}/settings`, { cookie: staff }))
      .body as Answer;
    expect(settings.parties).toEqual([{ organisationId: made.funder.id, role: 'funder' }]);
    const put = (path: string, body: object) =>
      call('PUT', `/programmes/${id}${path}`, { cookie: staff, body });
    const whole = {
      ...settings,
      parties: [...settings.parties, { organisationId: made.association.id, role: 'executor' }],
      authorised: { cents: 100_00, basis: 'ex' },
      quarters: [{ startsOn: draft.startsOn, endsOn: draft.endsOn, targets: [] }],
    };
    const motivation = 'We beginnen';
    expect((await put('/settings', { version, motivation, settings: whole })).status).toBe(200);
    expect((await put('/quarters/1/phase', { ceilingCents: 100_00 })).status).toBe(200);
    const opened = { version: version + 1, motivation, settings: { ...whole, status: 'running' } };
    expect((await put('/settings', opened)).status).toBe(200);
    expect(await slugs()).toContain(slug);
  });

  it('is made by staff of a municipality, for that municipality', async () => {
    const other = await makeProgramme(db, time.now);
    const post = async (cookie: string | undefined, body: object = draft) =>
      (await call('POST', '/programmes', { body, ...(cookie && { cookie }) })).status;
    expect(await post(undefined)).toBe(401);
    expect(await post(await staffOf({ organisationId: made.association.id }))).toBe(403);
    expect(await post(await staffOf({ operator: true }))).toBe(403);
    expect(await post(staff, { ...draft, municipalityId: other.municipality.id })).toBe(403);
    expect(await post(staff, { ...draft, endsOn: draft.startsOn })).toBe(400);
    const both = await makeStaff(db, [
      { municipalityId: made.municipality.id },
      { municipalityId: other.municipality.id },
    ]);
    const cookie = await signIn(both.email);
    expect(await post(cookie)).toBe(400);
    expect(await post(cookie, { ...draft, municipalityId: other.municipality.id })).toBe(201);
  });
});
