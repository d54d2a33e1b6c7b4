import { expect, it } from 'vitest';
import { PER_CLIENT } from '../../api/paying/business-register/lookup-budget.ts';
import { nl } from '../../site/texts/nl.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const server = await testServer(await testDatabase(), { TRUSTED_PROXIES: '1' });
let number = 20_000_000;
const look = (from: string) =>
  fetch(`${server.url}/api/v1/businesses/${number++}`, { headers: { 'x-forwarded-for': from } });

it('who looks up many businesses is told to wait, by the API and by pages; others are not', async () => {
  // What stands before the last is what the visitor made up.
  for (let n = 0; n < PER_CLIENT; n++) expect((await look(`10.0.0.${n}, 198.51.100.1`)).status).toBe(200);
  const refused = await look('10.0.0.99, 198.51.100.1');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
  expect((await look('198.51.100.2')).status).toBe(200);

  const sessions = (await (await fetch(`${server.url}/api/v1/sessions`)).json()) as {
    items: { id: string; cost: { exVatCents: number } }[];
  };
  const paid = sessions.items.find(({ cost }) => cost.exVatCents > 0)!;
  const ask = async (from: string) => {
    const page = await fetch(`${server.url}/sessies/${paid.id}`, {
      method: 'POST',
      headers: { 'x-forwarded-for': from, origin: server.url },
      body: new URLSearchParams({ kvkNumber: String(number++) }),
    });
    return page.text();
  };
  const words = nl.problems.of('too-many-questions');
  expect(await ask('198.51.100.1')).toContain(words.text);
  expect(await ask('198.51.100.3')).not.toContain(words.text);
});
