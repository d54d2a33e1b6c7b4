import { describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi('demo');
const amstelveen = await signIn('gemeente@opkoers.example');
const amsterdam = await signIn('gemeente-amsterdam@opkoers.example');
const vad = await signIn('vad@opkoers.example');

type Report = {
  sessions: { held: number; planned: number; cancelled: number };
  groups: { group: string; held: number; min: number | null; max: number | null }[];
  membership: { member: number; notMember: number; unknown: number };
  bySession: { present: number; registrations: number }[];
} & Record<
  'registrations' | 'present' | 'noShow' | 'excused' | 'uniqueEntrepreneurs' | 'walkIns' | 'places',
  number
>;
const report = (programme: string, ordinal: number, cookie: string) =>
  call('GET', `/programmes/${programme}/quarters/${ordinal}/report`, { cookie });

describe.each([
  ['back-on-track-2021-2022', [1, 2, 3, 4]],
  ['back-on-track', [1, 2, 3, 4]],
])('%s, counted again by SQL of its own', (slug, ordinals) => {
  it.each(ordinals)('quarter %i', async (ordinal) => {
    const [quarter] = await sql`select q.starts_on, q.ends_on from programme_quarters q
      join programmes p on p.id = q.programme_id where p.slug = ${slug} and q.ordinal = ${ordinal}`;
    const [counted] = await sql`
      with s as (
        select s.*, m.kind from sessions s join modules m on m.id = s.module_id
        join programmes p on p.id = m.programme_id
        where p.slug = ${slug} and s.status <> 'draft'
          and (s.starts_at at time zone 'Europe/Amsterdam')::date
              between ${quarter!.starts_on as string} and ${quarter!.ends_on as string}
      ), r as (select r.*, s.status as session_status from registrations r join s on s.id = r.session_id)
      select
        (select count(*) from s where status = 'scheduled' and ends_at <= ${time.now})::int as held,
        (select count(*) from s where status = 'scheduled' and ends_at > ${time.now})::int as planned,
        (select count(*) from s where status = 'cancelled')::int as cancelled,
        (select coalesce(sum(capacity), 0) from s where status = 'scheduled')::int as places,
        (select count(*) from s where status = 'scheduled' and ends_at <= ${time.now}
          and kind in ('knowledge', 'coaching', 'workshop', 'oneOnOne'))::int as knowledge_and_coaching,
        count(*) filter (where status = 'confirmed' and source = 'booking' and session_status = 'scheduled')::int
          as registrations,
        count(*) filter (where source = 'walkIn' and session_status = 'scheduled')::int as walk_ins,
        count(*) filter (where attendance = 'present')::int as present,
        count(*) filter (where attendance = 'absent')::int as no_show,
        count(*) filter (where attendance = 'excused')::int as excused,
        count(distinct entrepreneur_id) filter (where attendance = 'present')::int as unique_people,
        count(*) filter (where attendance = 'present' and membership = 'member')::int as member,
        count(*) filter (where attendance = 'present' and membership = 'not-member')::int as not_member,
        count(*) filter (where attendance = 'present' and membership = 'unknown')::int as unknown
      from r`;
    const answer = await report(slug, ordinal, amstelveen);
    expect(answer.status).toBe(200);
    const body = answer.body as Report;
    expect({
      held: body.sessions.held,
      planned: body.sessions.planned,
      cancelled: body.sessions.cancelled,
      places: body.places,
      knowledge_and_coaching: body.groups.find(({ group }) => group === 'knowledgeAndCoaching')!.held,
      registrations: body.registrations,
      walk_ins: body.walkIns,
      present: body.present,
      no_show: body.noShow,
      excused: body.excused,
      unique_people: body.uniqueEntrepreneurs,
      member: body.membership.member,
      not_member: body.membership.notMember,
      unknown: body.membership.unknown,
    }).toEqual(counted);
    expect(body.groups.slice(0, 3).map(({ group, min, max }) => [group, min, max])).toEqual([
      ['knowledgeAndCoaching', 8, 12],
      ['inspiration', 2, 2],
      ['network', 1, 1],
    ]);
    expect(body.membership.member + body.membership.notMember + body.membership.unknown).toBe(body.present);
    expect(body.bySession.reduce((total, session) => total + session.present, 0)).toBe(body.present);
  });
});

describe('who may read it', () => {
  it('the parties to the agreement, as the gemeente does', async () => {
    expect((await report('back-on-track', 1, vad)).status).toBe(200);
  });

  it('not another municipality, an entrepreneur or a stranger', async () => {
    const entrepreneur = await signIn('ondernemer@opkoers.example');
    const outsider = await signIn(
      (await makeStaff(db, [{ organisationId: (await makeProgramme(db, time.now)).association.id }])).email,
    );
    expect((await report('back-on-track', 1, amsterdam)).status).toBe(404);
    expect((await report('back-on-track', 1, outsider)).status).toBe(404);
    expect(problemIn(await report('back-on-track', 1, entrepreneur)).code).toBe('not-allowed');
    expect(problemIn(await call('GET', '/programmes/back-on-track/quarters/1/report')).code).toBe(
      'not-signed-in',
    );
  });

  it('an unknown quarter is not found', async () => {
    expect((await report('back-on-track', 5, amstelveen)).status).toBe(404);
    expect((await report('back-on-track', 0, amstelveen)).status).toBe(404);
    expect((await report('nergens', 1, amstelveen)).status).toBe(404);
  });
});
