import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { testBrowser } from '../support/browser.ts';
import { faultsIn, readByIcalJs, readByNodeIcal } from '../support/ics.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { headers, method, redirect: 'manual' });
async function calendar(path: string) {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const content = await answer.text();
  expect(faultsIn(content)).toEqual([]);
  const found = readByIcalJs(content);
  expect(readByNodeIcal(content)).toEqual(found);
  return { content, found, headers: answer.headers };
}
const idsIn = (page: string) =>
  new Set([...page.matchAll(/\/sessies\/([0-9a-f-]{36})"/g)].map(([, id]) => id!));

/** What the list shows, over all its pages. */
async function listed(path: string) {
  const ids = new Set<string>();
  for (let next: string | null = path; next;) {
    const page = await (await get(next)).text();
    for (const id of idsIn(page)) ids.add(id);
    next =
      /href="(\/aanbod[^"]*verder=[^"]*)"/
        .exec(page)?.[1]
        ?.replaceAll('&#38;', '&')
        .replaceAll('&amp;', '&') ?? null;
  }
  return ids;
}

describe('the calendar of the offer', () => {
  it.each([
    '',
    '?soort=workshop',
    '?thema=marketing',
    '?plaats=online',
    '?plaats=amstelveen&gratis=ja',
    '?organisator=vad',
    '?zoek=boekhouding',
    '?periode=volgende-maand',
  ])('%s has the same sessions as the list', async (query) => {
    const list = await get(`/aanbod${query}`);
    // The list tidies its address first.
    const path = list.status === 302 ? list.headers.get('location')! : `/aanbod${query}`;
    const shown = await listed(`${path}${path.includes('?') ? '&' : '?'}vervallen=ja`);
    const { found } = await calendar(`/agenda.ics${query}`);
    const now = new Date().toISOString();
    const coming = found.filter(({ startsAt }) => startsAt > now).map(({ uid }) => uid.split('@')[0]);
    expect(new Set(coming)).toEqual(shown);
    expect(coming.length).toBe(shown.size);
  });

  it('keeps what is cancelled, and never has a link to join', async () => {
    const { content, found } = await calendar('/agenda.ics');
    expect(found.filter(({ status }) => status === 'CANCELLED').length).toBeGreaterThan(0);
    const links = await sql`select distinct online_url from sessions where online_url is not null`;
    expect(links.length).toBeGreaterThan(0);
    const unfolded = content.replace(/\r\n /g, '');
    for (const { online_url: link } of links) expect(unfolded).not.toContain(link);
  });

  it('is empty for a place or an organiser without sessions, not everything', async () => {
    for (const query of ['?organisator=niemand', '?plaats=nergens'])
      expect((await calendar(`/agenda.ics${query}`)).found).toEqual([]);
  });

  it('speaks English under /en', async () => {
    const { content } = await calendar('/en/agenda.ics');
    expect(content).toContain('X-WR-CALNAME:Example: Opkoers: what is on');
    expect(content.replace(/\r\n /g, '')).toMatch(/URL;VALUE=URI:http:[^\r]*\/en\/sessies\//);
  });

  it('is not sent again to who has it', async () => {
    const first = await get('/agenda.ics');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=900');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/agenda.ics', { 'if-none-match': known });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
    }
    expect((await get('/agenda.ics', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('/agenda.ics?soort=workshop', { 'if-none-match': etag })).status).toBe(200);
    const head = await get('/agenda.ics', {}, 'HEAD');
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it('is sent again when something changed', async () => {
    const etag = (await get('/agenda.ics')).headers.get('etag')!;
    await sql`update sessions set sequence = sequence + 1 where id = (select id from sessions
      where status = 'scheduled' and starts_at > now() order by starts_at limit 1)`;
    expect((await get('/agenda.ics', { 'if-none-match': etag })).status).toBe(200);
  });

  it('of one organisation, and of one session', async () => {
    const { found, content } = await calendar('/organisaties/vad/agenda.ics');
    expect(found.length).toBeGreaterThan(0);
    const mine = await calendar('/agenda.ics?organisator=vad');
    expect(found).toEqual(mine.found);
    expect(content).toContain('X-WR-CALNAME:Voorbeeld: Opkoers: ');
    const id = found[0]!.uid.split('@')[0]!;
    expect((await calendar(`/sessies/${id}/agenda.ics`)).found).toEqual([found[0]]);
    for (const path of [
      '/organisaties/niemand/agenda.ics',
      '/sessies/nope/agenda.ics',
      `/organisaties/${'x'.repeat(99)}/agenda.ics`,
    ])
      expect((await get(path)).status).toBe(404);
  });
});

describe('one’s own calendar', () => {
  const t = nl.calendar.mine;
  const agenda = async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 } });
    await signIn(page, url, 'ondernemer@opkoers.example');
    await page.goto(`${url}/mijn`);
    await page.getByRole('link', { name: t.link }).click();
    await page.waitForURL('**/mijn/agenda');
    return page;
  };

  it('is made, followed and revoked on one page, and then is nowhere for anyone', async () => {
    const page = await agenda();
    await page.getByRole('button', { name: t.make }).click();
    await page.waitForURL('**/mijn/agenda?gemaakt');
    const address = await page.getByLabel(nl.calendar.follow.address).inputValue();
    const path = new URL(address).pathname;
    expect(path).toMatch(/^\/agenda\/[\w-]{43}\.ics$/);
    expect(await page.getByRole('link', { name: nl.calendar.follow.program }).getAttribute('href')).toBe(
      address.replace('http:', 'webcal:'),
    );
    const { found, headers } = await calendar(path);
    expect(found.length).toBeGreaterThan(0);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    const etag = headers.get('etag')!;
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await calendar(`/en${path}`)).found.map(({ uid }) => uid)).toEqual(found.map(({ uid }) => uid));

    await page.getByRole('button', { name: t.renew }).click();
    await page.getByText(t.madeText).waitFor();
    const renewed = new URL(await page.getByLabel(nl.calendar.follow.address).inputValue()).pathname;
    expect(renewed).not.toBe(path);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(404);

    await page.getByRole('button', { name: t.revoke }).click();
    await page.waitForURL('**/mijn/agenda?gestopt');
    const cookies = await page.context().cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const headers of [{}, { cookie }] as Record<string, string>[])
      expect((await get(renewed, headers)).status).toBe(404);
    expect(await page.getByRole('button', { name: t.make }).count()).toBe(1);
  });

  it('changes nothing for who only looks, and asks to sign in', async () => {
    const before = await sql`select * from calendar_feeds`;
    for (const path of ['/mijn/agenda', '/mijn/agenda?doen=maken', '/mijn/agenda?doen=stoppen']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        expect.stringContaining('/inloggen'),
      ]);
    }
    const page = await agenda();
    await page.goto(`${url}/mijn/agenda?doen=maken&gemaakt`);
    expect(await sql`select * from calendar_feeds`).toEqual(before);
    expect((await get('/mijn/agenda', { origin: url }, 'POST')).status).toBe(303);
    expect((await get('/mijn/agenda', { origin: 'https://kwaad.example' }, 'POST')).status).toBe(403);
    expect(await sql`select * from calendar_feeds`).toEqual(before);
  });
});

it('an appointment goes to Google and Outlook by links that say nothing of who follows them', async () => {
  const [session] = await sql`select s.id from sessions s where s.starts_at > now() + interval '2 days'
    and s.status = 'scheduled' and s.delivery_mode = 'hybrid' order by s.starts_at limit 1`;
  const page = await browser.open({});
  await page.goto(`${url}/sessies/${session!.id}`);
  await page.locator('summary', { hasText: nl.calendar.add.open }).click();
  const links = page.locator('details:has(a[rel=noreferrer]) a');
  const hosts = await links.evaluateAll((all) =>
    all.map((one) => new URL((one as HTMLAnchorElement).href).hostname),
  );
  expect(hosts).toEqual(['calendar.google.com', 'outlook.live.com', 'outlook.office.com', '127.0.0.1']);
  const rels = await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).rel));
  expect(rels).toEqual(['noreferrer', 'noreferrer', 'noreferrer', '']);
  const to = new URL((await links.first().getAttribute('href'))!);
  const { found } = await calendar(`/sessies/${session!.id}/agenda.ics`);
  const [from, until] = to.searchParams.get('dates')!.split('/');
  const compact = (iso: string) => iso.replace(/[-:]|\.\d+/g, '');
  expect([from, until]).toEqual([compact(found[0]!.startsAt), compact(found[0]!.endsAt)]);
});
