import { describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';

const { sql, time, call } = await testApi('demo');
type Item = { id: string; startsAt: string; kind: string; title: string; deliveryMode: string } & Record<
  string,
  unknown
>;
const list = async (query = '') => {
  const answer = await call('GET', `/sessions${query}`);
  expect(answer.status).toBe(200);
  return answer.body as { items: Item[]; next: string | null };
};

describe('sessions', () => {
  it('keep the contract for couplings', async () => {
    const { items } = await list('?status=scheduled&limit=1');
    expect(items[0]).toMatchObject({
      id: expect.any(String),
      moduleId: expect.any(String),
      title: expect.any(String),
      kind: expect.any(String),
      startsAt: expect.stringMatching(/Z$/),
      endsAt: expect.stringMatching(/Z$/),
      capacity: expect.any(Number),
      placesLeft: expect.any(Number),
      status: 'scheduled',
      programmeId: expect.any(String),
      organisers: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]),
      deliveryMode: expect.any(String),
      url: expect.stringContaining(`/sessies/${items[0]!.id}`),
    });
  });

  it('page through everything once, in order', async () => {
    const seen: Item[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=17${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      cursor = page.next;
    }
    const [{ number }] = await sql<[{ number: number }]>`
      select count(*)::int as number from sessions where starts_at >= ${time.now} and status <> 'draft'`;
    expect(new Set(seen.map(({ id }) => id)).size).toBe(number);
    expect(seen.map(({ startsAt }) => startsAt)).toEqual(seen.map(({ startsAt }) => startsAt).toSorted());
  });

  it.each([
    ['?kind=network', (item: Item) => item.kind === 'network'],
    ['?topic=marketing', (item: Item) => item.topic === 'marketing'],
    ['?delivery=online', (item: Item) => item.deliveryMode !== 'onLocation'],
    [
      '?free=true',
      (item: Item) => (item.cost as { ownContributionCents: number }).ownContributionCents === 0,
    ],
    [
      '?organiser=vad',
      (item: Item) => (item.organisers as { slug: string }[]).some(({ slug }) => slug === 'vad'),
    ],
    [
      '?programme=onderneemvaardig',
      (item: Item) => (item.programme as { slug: string }).slug === 'onderneemvaardig',
    ],
    ['?city=Amstelveen', (item: Item) => (item.venue as { city: string } | null)?.city === 'Amstelveen'],
  ])('narrow down by %s, and the facet has the same number', async (query, matches) => {
    const { items } = await list(`${query}&limit=100`);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(matches)).toBe(true);
    const facets = await call('GET', `/session-facets${query}`);
    expect((facets.body as { total: number }).total).toBe(items.length);
  });

  it('find words in any order, and take % and _ as they are', async () => {
    const { items } = await list('?limit=1');
    const words = items[0]!.title.split(' ').toReversed().join('%20');
    expect((await list(`?q=${words}&limit=100`)).items.map(({ title }) => title)).toContain(items[0]!.title);
    expect((await list('?q=%25')).items).toEqual([]);
  });

  it('name every wrong parameter', async () => {
    const answer = await call('GET', '/sessions?kind=party&limit=0&from=morgen');
    expect(answer.status).toBe(400);
    expect(
      problemIn(answer)
        .invalidParams!.map(({ name }) => name)
        .sort(),
    ).toEqual(['from', 'kind', 'limit']);
    const cursor = (text: string) => Buffer.from(text).toString('base64url');
    const moment = '2026-12-01T00:00:00.000Z';
    for (const bad of [
      'onzin',
      cursor(`${moment} ${'-'.repeat(36)}`),
      cursor(`+275760-01-01 ${'a'.repeat(36)}`),
    ]) {
      expect((await call('GET', `/sessions?cursor=${bad}`)).status).toBe(400);
    }
    for (const from of ['0001-01-01', '2026-02-30', '9999-12-31']) {
      expect((await call('GET', `/sessions?from=${from}`)).status).toBe(400);
    }
  });

  it('show who sends them and thanks to whom', async () => {
    const { items } = await list('?programme=back-on-track&limit=1');
    const { body } = await call('GET', `/sessions/${items[0]!.id}`);
    const session = body as {
      senders: { shortName: string }[];
      creditLine: string;
      openToNonMembers: boolean;
    };
    expect(session.senders).toHaveLength(4);
    expect(session.creditLine).toContain('mogelijk gemaakt');
    expect(session.openToNonMembers).toBe(true);
    expect(body).toMatchObject({
      conditions: [{ kind: 'programmeRunning' }, { kind: 'kvkNumber', required: false }],
    });
    expect(JSON.stringify(body)).not.toContain('onlineUrl');
  });
});

describe('modules and programmes', () => {
  it('are found by id and by slug', async () => {
    const modules = (await call('GET', '/modules?limit=100')).body as {
      items: { id: string; slug: string }[];
    };
    expect(modules.items.length).toBeGreaterThan(20);
    const bySlug = await call('GET', `/modules/${modules.items[0]!.slug}`);
    expect((await call('GET', `/modules/${modules.items[0]!.id}`)).body).toEqual(bySlug.body);
  });

  it('keep the figures of Amstelveen apart', async () => {
    const { body } = await call('GET', '/programmes/back-on-track-2021-2022');
    const programme = body as {
      quarters: { phase: { ceilingCents: number }; startsOn: string; endsOn: string }[];
    };
    expect(programme).toMatchObject({
      status: 'archived',
      authorised: { cents: 15_187_100, basis: 'unknown' },
      reserved: { cents: 15_000_000, basis: 'ex' },
    });
    expect(programme.quarters.map(({ phase }) => phase.ceilingCents)).toEqual([
      6_000_000, 3_000_000, 3_000_000, 3_000_000,
    ]);
    expect([programme.quarters[0]!.startsOn, programme.quarters[3]!.endsOn]).toEqual([
      '2021-11-19',
      '2022-11-18',
    ]);
  });

  it('carry the catalogue of Deventer: the package is 1.262,50 euro and 16 hours, without the IMK study', async () => {
    const { body } = await call('GET', '/programmes/actieplan-coaching-ondernemers/products');
    const { items } = body as {
      items: { code: string; hours: number | null; priceCents: number; inPackage: boolean }[];
    };
    const inPackage = items.filter((item) => item.inPackage);
    expect(inPackage.reduce((total, item) => total + item.priceCents, 0)).toBe(126_250);
    expect(inPackage.reduce((total, item) => total + item.hours!, 0)).toBe(16);
    expect(items.find(({ code }) => code === 'levensvatbaarheidsonderzoek')).toMatchObject({
      hours: null,
      priceCents: 209_500,
      cap: 30,
      inPackage: false,
    });
  });
});
