import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { settingsAnswer } from '../../api/steering/settings/schema.ts';
import { localDate, plusDays } from '../../api/language/time.ts';
import { problemIn, testApi } from '../support/api.ts';
import { makeProgramme, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';

const { db, sql, time, call, signIn } = await testApi();
const today = localDate(time.now);
let made: ProgrammeFixture;
let cookie: string;
beforeAll(async () => {
  made = await makeProgramme(db, time.now);
  cookie = await signIn((await makeStaff(db, [{ municipalityId: made.municipality.id }])).email);
});
const bare = {
  name: 'Volgende',
  startsOn: plusDays(today, 201),
  endsOn: plusDays(today, 501),
  creditLine: 'Door de gemeente',
};
const post = (body: object) => call('POST', '/programmes', { cookie, body: { ...bare, ...body } });
async function make(body: object) {
  const answer = await post(body);
  expect(answer.status).toBe(201);
  const { slug } = answer.body as { slug: string };
  const read = async <T>(path: string) =>
    (await call('GET', `/programmes/${slug}${path}`, { cookie })).body as T;
  const { settings, programme } = await read<z.output<typeof settingsAnswer>>('/settings');
  const { items } = await read<{ items: { rules: { rule: { kind: string } }[] }[] }>('/rule-sets');
  const products = await read<{ items: { code: string; cap: number | null }[] }>('/products');
  return {
    settings,
    ...programme,
    rules: items[0]!.rules.map(({ rule }) => rule),
    products: products.items,
  };
}

describe('a new programme begins', () => {
  it('with nothing but its quarters', async () => {
    const { settings, rules, products } = await make({ requiresOpenAccess: false, funding: 'perSession' });
    expect(settings.quarters).toHaveLength(3);
    expect(settings.quarters[0]).toMatchObject({ startsOn: bare.startsOn, targets: [] });
    expect(settings.quarters.at(-1)!.endsOn).toBe(bare.endsOn);
    expect([rules.map(({ kind }) => kind), products]).toEqual([['programmeRunning'], []]);
  });

  it('like Back on Track', async () => {
    const { settings, rules, funding } = await make({ from: { template: 'back-on-track' } });
    expect(funding).toBe('perSession');
    expect(settings).toMatchObject({ requiresOpenAccess: true, authorised: null });
    for (const { targets } of settings.quarters) {
      expect(targets.map(({ group, min, max }) => [group, min, max])).toEqual([
        ['knowledgeAndCoaching', 8, 12],
        ['inspiration', 2, 2],
        ['network', 1, 1],
      ]);
    }
    expect(rules).toEqual([
      { kind: 'programmeRunning' },
      { kind: 'kvkNumber', required: false },
      { kind: 'establishedInArea', basis: 'either', places: [made.municipality.name], postcodes: [] },
    ]);
  });

  it('like Onderneemvaardig, for the businesses of this municipality', async () => {
    const { rules, funding } = await make({ from: { template: 'onderneemvaardig' } });
    expect(funding).toBe('perParticipant');
    expect(rules).toContainEqual(
      expect.objectContaining({ kind: 'establishedInArea', places: [made.municipality.name] }),
    );
  });

  it('like the action plan of Deventer, with its products and caps', async () => {
    const { id, rules, products } = await make({ from: { template: 'actieplan-coaching' } });
    expect(products).toHaveLength(6);
    expect(products.at(-1)).toMatchObject({ code: 'levensvatbaarheidsonderzoek', cap: 30 });
    expect(rules.map(({ kind }) => kind)).toContain('peopleCap');
    const [row] = await sql`select max_entrepreneurs from programmes where id = ${id}`;
    expect(row).toEqual({ max_entrepreneurs: 350 });
  });

  it('as the next edition of another, without its money and its signature', async () => {
    await sql`insert into products (programme_id, code, name, price_cents, in_package, position)
      values (${made.programme.id}, 'gesprek', 'Gesprek', 10000, false, 1)`;
    await sql`insert into programme_contributions (programme_id, target_group, cents, vat_rate)
      values (${made.programme.id}, 'network', 250000, '21')`;
    await sql`insert into programme_desks (programme_id, lead_name, agreement_signed_on, interest_percent)
      values (${made.programme.id}, 'Anneke', '2026-01-05', 40)`;
    await sql`update programmes set authorised_cents = 100, pays_no_show = true where id = ${made.programme.id}`;
    const { settings, rules, products, id } = await make({ from: { programme: made.programme.slug } });
    expect(settings).toMatchObject({
      status: 'draft',
      authorised: null,
      paysNoShow: true,
      lead: { name: 'Anneke' },
      agreement: { signedOn: null },
      contributions: [{ group: 'network', cents: 2_500_00 }],
      thresholds: { interestPercent: 40 },
      // Its quarter began fifty days after its first day.
      quarters: [
        {
          startsOn: plusDays(bare.startsOn, 50),
          targets: [{ group: 'knowledgeAndCoaching', min: 8, max: 12 }],
        },
      ],
    });
    expect(settings.parties.map(({ organisationId }) => organisationId)).toEqual([
      made.funder.id,
      made.association.id,
      made.otherAssociation.id,
    ]);
    expect(rules.map(({ kind }) => kind)).toEqual(['programmeRunning', 'kvkNumber']);
    expect(products.map(({ code }) => code)).toEqual(['gesprek']);
    const [audit] = await sql`select details from audit_log where subject_id = ${id}`;
    expect(audit).toEqual({ details: { from: { programme: made.programme.slug } } });
  });

  it('never as one of another municipality, or like nothing that is known', async () => {
    const elsewhere = await makeProgramme(db, time.now);
    expect((await post({ from: { programme: elsewhere.programme.slug } })).status).toBe(404);
    expect((await post({ from: { template: 'iets' } })).status).toBe(400);
    expect(problemIn(await post({})).invalidParams).toMatchObject([
      { name: 'funding', code: 'required' },
      { name: 'requiresOpenAccess', code: 'required' },
    ]);
  });
});
