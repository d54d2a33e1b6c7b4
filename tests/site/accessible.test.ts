import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { manageToken } from '../../api/unit-of-work/secrets.ts';
import { nl } from '../../site/texts/nl.ts';
import { expectAccessible } from '../support/accessible.ts';
import { testBrowser } from '../support/browser.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const database = await testDatabase();
const { url } = await testServer(database, { SECRET });
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const sessionWhere = async (condition: string) => {
  const [row] = await sql.unsafe<{ id: string; slug: string }[]>(`
    select s.id, m.slug from sessions s join modules m on m.id = s.module_id join programmes p on p.id = m.programme_id
    where ${condition} order by s.starts_at, s.id limit 1`);
  if (!row) throw new Error(`The demo data has no session where ${condition}`);
  return row;
};
const upcoming = `s.starts_at > now() + interval '1 hour' and s.booking_opens_at < now() and s.booking_closes_at > now()`;
const open = await sessionWhere(`${upcoming} and s.status = 'scheduled' and s.seats_taken < s.capacity - 3`);
const full = await sessionWhere(`${upcoming} and s.status = 'scheduled' and s.seats_taken = s.capacity`);
const cancelled = await sessionWhere(`s.starts_at > now() and s.status = 'cancelled'`);
const moved = await sessionWhere(`s.starts_at > now() and s.previous_starts_at is not null`);
const online = await sessionWhere(`s.starts_at > now() and s.delivery_mode = 'online'`);
const past = await sessionWhere(`s.ends_at < now() - interval '30 days' and p.slug = 'back-on-track'`);
const unopened = await sessionWhere(`s.booking_opens_at > now()`);
const registrationOf = async (condition: string) => {
  const [row] = await sql.unsafe<
    { id: string }[]
  >(`select r.id from registrations r join sessions s on s.id = r.session_id
    where s.starts_at > now() and ${condition} order by r.id limit 1`);
  return `/aanmeldingen/${row!.id}/${manageToken(SECRET, row!.id)}`;
};

const pages: [string, string][] = [
  ['home', '/'],
  ['offer', '/aanbod'],
  ['offer in English', '/en/aanbod'],
  ['offer, filtered', '/aanbod?soort=workshop&gratis=ja'],
  ['offer, nothing found', '/aanbod?zoek=xyzzy'],
  ['module', `/aanbod/${open.slug}`],
  ['session, open', `/sessies/${open.id}`],
  ['session, full', `/sessies/${full.id}`],
  ['session, cancelled', `/sessies/${cancelled.id}`],
  ['session, moved', `/sessies/${moved.id}`],
  ['session, online', `/sessies/${online.id}`],
  ['session, past', `/sessies/${past.id}`],
  ['session, not open yet', `/sessies/${unopened.id}`],
  ['registering', `/sessies/${open.id}/aanmelden`],
  ['joining the queue', `/sessies/${full.id}/aanmelden`],
  ['registering in English', `/en/sessies/${open.id}/aanmelden`],
  ['registering too late', `/sessies/${past.id}/aanmelden`],
  ['confirmed, by the link', await registrationOf(`r.status = 'confirmed'`)],
  ['in the queue, by the link', await registrationOf(`r.status = 'waitlisted'`)],
  ['a dead confirmation link', `/bevestigen/${'x'.repeat(43)}`],
  ['signing in', '/inloggen'],
  ['a code', '/inloggen/code?id=00000000-0000-7000-8000-000000000000'],
  ['a dead sign-in link', `/inloggen/${'x'.repeat(43)}`],
  ['the API', '/api/v1/docs'],
  ['components', '/dev/componenten'],
  ['mailbox', '/dev/mailbox'],
  ['accessibility', '/toegankelijkheid'],
  ['privacy', '/privacy'],
  ['nothing', '/bestaat-niet'],
];

const staffPages: [string, string, string][] = [
  ['one’s own bookings', 'ondernemer@opkoers.example', '/mijn'],
  ['one’s own bookings in English', 'ondernemer@opkoers.example', '/en/mijn'],
  ['one’s own calendar, not made yet', 'oa@opkoers.example', '/mijn/agenda'],
  ['one’s own calendar', 'vad@opkoers.example', '/mijn/agenda?gemaakt'],
  ['one’s own calendar in English', 'vad@opkoers.example', '/en/mijn/agenda'],
  ['no access', 'ondernemer@opkoers.example', '/gemeente'],
  ['nothing booked', 'oa@opkoers.example', '/mijn'],
  ['association', 'vad@opkoers.example', '/organisatie'],
  ['attendance list', 'vad@opkoers.example', `/organisatie/sessies/%past%`],
  ['attendance list, too early', 'vad@opkoers.example', `/organisatie/sessies/%future%`],
  ['municipality', 'gemeente@opkoers.example', '/gemeente'],
  ['municipality in English', 'gemeente@opkoers.example', '/en/gemeente'],
  ['the archived programme', 'gemeente@opkoers.example', '/gemeente/back-on-track-2021-2022/1'],
  ['the quarters of the calendar', 'gemeente@opkoers.example', '/gemeente/back-on-track/kalenderkwartalen'],
  ['comparing two moments', 'gemeente@opkoers.example', '/gemeente/back-on-track-2021-2022/1/vergelijken'],
  ['reviews', 'gemeente-amsterdam@opkoers.example', '/gemeente/onderneemvaardig/beoordelingen'],
  ['a programme without targets', 'gemeente-amsterdam@opkoers.example', '/gemeente/onderneemvaardig/1'],
];

/** In CSS pixels, within the margins of the page. */
const A4_LANDSCAPE = { width: 1009, height: 680 };

const looks = [
  { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

describe('pages for everyone', () => {
  it.each(pages)('%s', async (_, path) => {
    for (const look of looks) {
      const page = await browser.open(look);
      await page.goto(url + path);
      await expectAccessible(page);
    }
  });
});

describe('refused forms', () => {
  it.each([
    ['registering', `/sessies/${open.id}/aanmelden`],
    ['signing in', '/inloggen'],
  ])('%s: a summary with links, and the words at the field', async (_, path) => {
    for (const look of looks) {
      const page = await browser.open(look);
      await page.goto(url + path);
      const submit = page.locator('main form[method=post] button').last();
      await submit.click();
      const alert = page.locator('main [role=alert], main .error-summary, main [tabindex="-1"]').first();
      await alert.waitFor();
      const target = await page.locator('main a[href^="#"]').first().getAttribute('href');
      expect(await page.locator(`${target}[aria-invalid=true]`).count()).toBe(1);
      await expectAccessible(page);
    }
  });
});

it('following the offer, and putting a session in one’s own calendar', async () => {
  for (const look of looks) {
    const page = await browser.open(look);
    await page.goto(`${url}/aanbod`);
    await page.getByText(nl.calendar.follow.open).click();
    await page.getByLabel(nl.calendar.follow.address).waitFor();
    await expectAccessible(page);
    for (const path of [`/sessies/${open.id}`, await registrationOf(`r.status = 'confirmed'`)]) {
      await page.goto(url + path);
      const { open: all, openOther } = nl.calendar.add;
      await page.getByText(path.startsWith('/sessies/') ? all : openOther).click();
      await page.getByRole('link', { name: nl.calendar.add.google }).waitFor();
      await expectAccessible(page);
    }
  }
});

it('choosing another date', async () => {
  const path = await registrationOf(`r.status = 'confirmed' and s.starts_at > now() + interval '2 days'
    and exists (select from sessions x where x.module_id = s.module_id and x.id <> s.id and x.status = 'scheduled'
      and x.starts_at > now() + interval '1 day' and x.booking_opens_at < now() and x.seats_taken < x.capacity)`);
  for (const look of looks) {
    const page = await browser.open(look);
    await page.goto(url + path);
    await page.getByText(nl.registration.swap.open).click();
    await page.getByRole('button', { name: nl.registration.swap.choose }).first().waitFor();
    await expectAccessible(page);
  }
});

describe('pages of one’s own', async () => {
  await sql`insert into calendar_feeds (account_id, secret_hash, created_at)
    select id, 'none', now() from accounts where email = 'vad@opkoers.example'`;
  const cookies = new Map<string, Awaited<ReturnType<typeof cookiesOf>>>();
  const ownSession = async (condition: string) => {
    const [row] = await sql.unsafe<{ id: string }[]>(`select s.id from sessions s
      join session_organisers o on o.session_id = s.id join organisations a on a.id = o.organisation_id
      where a.slug = 'vad' and s.status = 'scheduled' and ${condition} order by s.starts_at desc limit 1`);
    return row!.id;
  };
  const ids = {
    '%past%': await ownSession(`s.ends_at < now()`),
    '%future%': await ownSession(`s.starts_at > now() + interval '2 days'`),
  };

  async function cookiesOf(email: string) {
    const page = await browser.open({});
    await signIn(page, url, email);
    return page.context().cookies();
  }

  it.each(staffPages)('%s', async (_, email, path) => {
    if (!cookies.has(email)) cookies.set(email, await cookiesOf(email));
    const address = path.replace(/%\w+%/, (name) => ids[name as keyof typeof ids]);
    for (const look of looks) {
      const page = await browser.open(look);
      await page.context().addCookies(cookies.get(email)!);
      await page.goto(url + address);
      await expectAccessible(page);
    }
  });

  it('the report of the municipality fits on paper', async () => {
    const page = await browser.open({ viewport: A4_LANDSCAPE });
    await page.context().addCookies(await cookiesOf('gemeente@opkoers.example'));
    await page.goto(`${url}/gemeente`);
    await page.emulateMedia({ media: 'print' });
    const cutOff = `[...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > innerWidth).length`;
    expect(await page.evaluate(cutOff)).toBe(0);
    const sheet = await page.evaluate(
      `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText).join()`,
    );
    expect(sheet).toMatch(/@page[^}]*landscape/);
  });
});
