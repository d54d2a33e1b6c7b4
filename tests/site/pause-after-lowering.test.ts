import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { money } from '../../api/language/amounts.ts';
import { nl } from '../../site/texts/nl.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';
import { cookieFor } from '../support/walk.ts';

const SECRET = 'a-secret-for-tests-that-is-long-enough';
const { url } = await testServer(await testDatabase(), { SECRET });
const cookie = await cookieFor(url, SECRET, 'gemeente@opkoers.example');
const { confirm } = nl.steering;

const inDays = (days: number) => DateTime.now().setZone('Europe/Amsterdam').plus({ days }).toISODate()!;
async function take(kind: string, values: Record<string, string>) {
  const answer = await fetch(`${url}/gemeente/back-on-track/maatregelen`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie },
    body: new URLSearchParams({
      intent: 'measure',
      quarter: '3',
      trigger: 'onlyMembers',
      motivation: 'Te weinig niet-leden.',
      kind,
      ...values,
    }),
  });
  return { status: answer.status, html: await answer.text() };
}

it('a pause asks for the amount that will be in force on its day', async () => {
  const lower = { ceilingCents: '20.000', effectiveOn: inDays(5) };
  expect((await take('reduceContribution', { ...lower, repeatedCents: '20.000' })).status).toBe(303);

  const after = { effectiveOn: inDays(9) };
  expect((await take('pause', after)).html).toContain(confirm.about.pause(3, money(20_000_00, 'nl')));
  const before = { effectiveOn: inDays(2) };
  expect((await take('pause', before)).html).toContain(confirm.about.pause(3, money(30_000_00, 'nl')));
  expect((await take('pause', { ...after, repeatedCents: '30.000' })).status).toBe(400);
  expect((await take('pause', { ...after, repeatedCents: '20.000' })).status).toBe(303);
});
