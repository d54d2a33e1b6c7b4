import { beforeEach, describe, expect, it } from 'vitest';
import { localDate, plusDays } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();
const demo = await testApi('demo', { worker: false });
const today = localDate(time.now);
let other: ProgrammeFixture;
let cookie: string;
beforeEach(async () => {
  other = await makeProgramme(db, time.now);
  cookie = await signIn((await makeStaff(db, [{ municipalityId: other.municipality.id }])).email);
});

type Answer = { version: number; settings: Record<string, unknown> };
type Opening = { canOpen: boolean; items: { what: string; weight: string; sentence: string }[] };
async function make() {
  const { body } = await call('POST', '/programmes', {
    cookie,
    body: {
      name: 'Van niets',
      startsOn: today,
      endsOn: plusDays(today, 180),
      creditLine: 'Door de gemeente',
      requiresOpenAccess: true,
      funding: 'perSession',
    },
  });
  return body as { slug: string };
}
async function save(slug: string, change: object) {
  const path = `/programmes/${slug}/settings`;
  const { version, settings } = (await call('GET', path, { cookie })).body as Answer;
  const body = { version, motivation: 'Verder ingevuld.', settings: { ...settings, ...change } };
  return call('PUT', path, { cookie, body });
}
const opening = async (slug: string) =>
  (await call('GET', `/programmes/${slug}/opening`, { cookie })).body as Opening;
const blocking = async (slug: string) =>
  (await opening(slug)).items.flatMap(({ what, weight }) => (weight === 'blocking' ? what : []));

describe('a programme from nothing', () => {
  it('opens when nothing that blocks is missing, and hears everything until then', async () => {
    const { slug } = await make();
    const refused = await save(slug, { status: 'running', quarters: [] });
    expect(refused.status).toBe(400);
    const faults = problemIn(refused).invalidParams!;
    // The first of the quarters that were proposed has begun, so it cannot go either.
    expect(new Set(faults.map(({ name }) => name))).toEqual(
      new Set(['settings.quarters', 'settings.status']),
    );
    const named = faults.filter(({ name }) => name === 'settings.status');
    expect(named).toHaveLength(3);
    expect(named.map(({ reason }) => reason)).toContain('Er is nog geen partij die de sessies uitvoert.');

    const quarters = [
      { startsOn: today, endsOn: plusDays(today, 89), targets: [] },
      { startsOn: plusDays(today, 90), endsOn: plusDays(today, 180), targets: [] },
    ];
    const parties = [
      { organisationId: other.funder.id, role: 'funder' },
      { organisationId: other.association.id, role: 'executor' },
    ];
    const authorised = { cents: 100_000_00, basis: 'ex' };
    expect((await save(slug, { quarters, parties, authorised })).status).toBe(200);
    expect(await blocking(slug)).toEqual(['phases']);
    for (const ordinal of [1, 2]) {
      expect((await save(slug, { status: 'running' })).status).toBe(400);
      const path = `/programmes/${slug}/quarters/${ordinal}/phase`;
      expect((await call('PUT', path, { cookie, body: { ceilingCents: 50_000_00 } })).status).toBe(200);
    }
    expect(await opening(slug)).toMatchObject({ canOpen: true });
    expect((await save(slug, { status: 'running' })).status).toBe(200);
    const [row] = await sql`select status from programmes where slug = ${slug}`;
    expect(row).toEqual({ status: 'running' });
  });

  it('is told in the language of who asks', async () => {
    const { slug } = await make();
    const answer = await call('GET', `/programmes/${slug}/opening`, {
      cookie,
      headers: { 'accept-language': 'en' },
    });
    expect((answer.body as Opening).items[0]!.sentence).toMatch(/^There is /);
  });
});

it('one that runs already can still be changed, whatever it lacks', async () => {
  expect((await save(other.programme.slug, { name: 'Nog steeds' })).status).toBe(200);
});

it('what runs in the demo data lacks nothing that blocks', async () => {
  const slugs = await demo.sql<{ slug: string; who: string }[]>`
    select p.slug, case m.slug when 'amstelveen' then 'gemeente' else 'gemeente-' || m.slug end as who
    from programmes p join municipalities m on m.id = p.municipality_id where p.status = 'running'`;
  for (const { slug, who } of slugs) {
    const session = await demo.signIn(`${who}@opkoers.example`);
    const { body } = await demo.call('GET', `/programmes/${slug}/opening`, { cookie: session });
    expect([slug, (body as Opening).items.filter(({ weight }) => weight === 'blocking')]).toEqual([slug, []]);
  }
  expect(slugs).toHaveLength(2);
});
