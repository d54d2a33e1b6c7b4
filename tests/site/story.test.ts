import ICAL from 'ical.js';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { nl } from '../../site/texts/nl.ts';
import { testBrowser } from '../support/browser.ts';
import { calendarIn, codeIn, linkIn, mailTo } from '../support/mailbox.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { signIn } from '../support/sign-in.ts';

const database = await testDatabase();
const { url } = await testServer(database);
const browser = await testBrowser();
const sql = postgres(database, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

/** A session of VAD in Back on Track that starts in fifty minutes, so that it can be booked and marked today. */
async function sessionThatStartsSoon() {
  const startsAt = new Date(Math.ceil((Date.now() + 50 * 60_000) / 60_000) * 60_000);
  const [session] = await sql<{ id: string; title: string }[]>`
    update sessions s set starts_at = ${startsAt}, ends_at = ${new Date(startsAt.getTime() + 7_200_000)},
      booking_opens_at = ${new Date(Date.now() - 86_400_000)}, booking_closes_at = ${startsAt}, minimum_notice_minutes = 0, capacity = seats_taken + 5
    from modules m, programmes p, session_organisers o, organisations a
    where m.id = s.module_id and p.id = m.programme_id and p.slug = 'back-on-track' and s.status = 'scheduled'
      and o.session_id = s.id and a.id = o.organisation_id and a.slug = 'vad' and s.delivery_mode = 'onLocation'
      and s.id = (select x.id from sessions x join modules xm on xm.id = x.module_id
        join programmes xp on xp.id = xm.programme_id join session_organisers xo on xo.session_id = x.id
        join organisations xa on xa.id = xo.organisation_id
        where xp.slug = 'back-on-track' and xa.slug = 'vad' and x.status = 'scheduled' and x.delivery_mode = 'onLocation'
          and not exists (select from registrations r where r.session_id = x.id and r.status = 'waitlisted')
          and x.booking_closes_at > now() and x.starts_at > now() + interval '1 day' order by x.starts_at limit 1)
    returning s.id, m.title`;
  return { ...session!, startsAt };
}

async function report() {
  const [row] = await sql`
    select count(*) filter (where r.attendance = 'present')::int as present,
      count(*) filter (where r.attendance = 'present' and r.membership = 'not-member')::int as not_member
    from registrations r join sessions s on s.id = r.session_id join modules m on m.id = s.module_id
    join programmes p on p.id = m.programme_id join programme_quarters q on q.programme_id = p.id
    where p.slug = 'back-on-track'
      and (now() at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on
      and (s.starts_at at time zone 'Europe/Amsterdam')::date between q.starts_on and q.ends_on`;
  return row as { present: number; not_member: number };
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the main job, %s', (_, javaScriptEnabled) => {
  const email = `noor-${javaScriptEnabled ? 'js' : 'zonder'}@voorbeeld.example`;
  const phone = { javaScriptEnabled, viewport: { width: 360, height: 740 } };

  it('an entrepreneur books, an association marks who came, the municipality sees it', async () => {
    const session = await sessionThatStartsSoon();
    const before = await report();

    const entrepreneur = await browser.open(phone);
    await entrepreneur.goto(`${url}/aanbod?zoek=${encodeURIComponent(session.title)}`);
    await entrepreneur.getByRole('link', { name: session.title, exact: true }).first().click();
    await entrepreneur.waitForURL('**/sessies/**');
    await entrepreneur.goto(`${url}/sessies/${session.id}`);
    const page = await entrepreneur.locator('main').innerText();
    expect(page).toContain(nl.common.money.free);
    for (const sender of ['VAD', 'OA', 'KHN', 'Amstelveen']) expect(page).toContain(sender);
    expect(page).toContain('mogelijk gemaakt');

    await entrepreneur.goto(`${url}/sessies/${session.id}/aanmelden`);
    const form = await entrepreneur.locator('main').innerText();
    expect(form).not.toMatch(/\blid\b/i);
    await entrepreneur.getByLabel(nl.registration.form.name).fill('Noor Jansen');
    await entrepreneur.getByLabel(nl.registration.form.email).fill(email);
    await entrepreneur.getByRole('button', { name: nl.registration.form.send }).click();
    await entrepreneur.getByRole('heading', { name: nl.registration.held.title }).waitFor();
    const asked = await mailTo(url, email, /./);
    await entrepreneur.getByLabel(nl.registration.held.code).fill(codeIn(asked));
    await entrepreneur.getByRole('button', { name: nl.registration.held.send }).click();
    await entrepreneur.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();
    expect(await entrepreneur.locator('main').innerText()).toMatch(/gemeente/i);

    const confirmed = await mailTo(url, email, /^Bevestiging/);
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(calendarIn(confirmed))).getFirstSubcomponent('vevent')!,
    );
    expect(event.startDate.toJSDate()).toEqual(session.startsAt);
    expect(calendarIn(confirmed)).toContain('METHOD:REQUEST');
    await entrepreneur.goto(`${url}/mijn`);
    expect(await entrepreneur.locator('main').innerText()).toContain(session.title);

    const association = await browser.open(phone);
    await signIn(association, url, 'vad@opkoers.example');
    expect(association.url()).toBe(`${url}/organisatie`);
    await association.goto(`${url}/organisatie/sessies/${session.id}`);
    const row = association.getByRole('group', { name: 'Noor Jansen' });
    await row.getByText(nl.organisation.list.marks.present).click();
    await association.getByRole('button', { name: nl.organisation.list.save, exact: true }).click();
    await association.waitForURL('**opgeslagen=**');
    await association.getByLabel(nl.organisation.list.door.name, { exact: true }).fill('Dina van de Markt');
    await association.getByLabel(/^(Geen lid|Nee)/).check();
    await association.getByRole('button', { name: nl.organisation.list.door.submit }).click();
    await association.waitForURL('**opgeslagen=deur');
    expect(await association.locator('main').innerText()).toContain('Dina van de Markt');

    const municipality = await browser.open({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    await signIn(municipality, url, 'gemeente@opkoers.example');
    expect(municipality.url()).toContain('/gemeente');
    const after = await report();
    expect(after).toEqual({ present: before.present + 2, not_member: before.not_member + 1 });
    const figures = await municipality.locator('main').innerText();
    expect(figures).toContain('Back on Track');
    expect(figures).toMatch(new RegExp(`\\b${after.present}\\b`));
    expect(figures).toMatch(new RegExp(`\\b${after.not_member}\\b`));
  });

  it('cancels with the link in the mail, twice, and the calendar is told', async () => {
    const [session] = await sql<{ id: string }[]>`
      select s.id from sessions s join modules m on m.id = s.module_id
      where s.status = 'scheduled' and s.starts_at > now() + interval '2 days' and s.booking_opens_at < now()
        and s.booking_closes_at > now() and s.seats_taken < s.capacity - 3 order by s.starts_at limit 1`;
    const page = await browser.open(phone);
    await page.goto(`${url}/en/sessies/${session!.id}/aanmelden`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(`${url}/sessies/${session!.id}/aanmelden`);
    const me = `annuleert-${javaScriptEnabled}@voorbeeld.example`;
    await page.getByLabel(nl.registration.form.name).fill('Bo de Wit');
    await page.getByLabel(nl.registration.form.email).fill(me);
    await page.getByRole('button', { name: nl.registration.form.send }).click();
    await page.getByRole('heading', { name: nl.registration.held.title }).waitFor();

    const asked = await mailTo(url, me, /./);
    const stranger = await browser.open(phone);
    await stranger.goto(linkIn(asked, '/bevestigen/'));
    await stranger.goto(linkIn(asked, '/bevestigen/'));
    await stranger.getByRole('button', { name: nl.registration.confirm.send }).click();
    await stranger.getByRole('heading', { name: nl.registration.confirmed.title }).waitFor();

    const confirmed = await mailTo(url, me, /^Bevestiging/);
    const uid = /UID:(.*)/.exec(calendarIn(confirmed))![1];
    const noCookies = await browser.open(phone);
    await noCookies.goto(linkIn(confirmed, '/aanmeldingen/'));
    await noCookies.getByText(nl.registration.cancel.open).first().click();
    await noCookies.getByRole('button', { name: nl.registration.cancel.send }).click();
    await noCookies.getByRole('heading', { name: nl.registration.cancelled.title }).waitFor();
    await noCookies.goto(linkIn(confirmed, '/aanmeldingen/'));
    await noCookies.getByRole('heading', { name: nl.registration.cancelled.title }).waitFor();

    const cancelled = await mailTo(url, me, /annul/i);
    expect(calendarIn(cancelled)).toContain('METHOD:CANCEL');
    expect(/UID:(.*)/.exec(calendarIn(cancelled))![1]).toBe(uid);
  });
});
