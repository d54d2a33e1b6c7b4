import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { testApi } from '../support/api.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { IN_AMSTELVEEN, reviewing, usualRules } from '../support/reviews.ts';

const api = await testApi('empty', { connections: 20, doors: 10, worker: false });
const { sql, call } = api;
const { programmeWith, sessionOf, book, link, newest, mails } = reviewing(api);
afterEach(() => void vi.restoreAllMocks());

const PEOPLE = 8;
const IN_AMSTERDAM = '69599068';
const give = (id: string, kvkNumber = IN_AMSTELVEEN) =>
  call('PUT', `/registrations/${id}/kvk-number`, { body: { kvkNumber }, headers: link(id) });
const together = <Answer>(ids: string[], one: (id: string) => Promise<Answer>) =>
  Promise.all(ids.map((id) => one(id)));

/** People who gave a wrong number, each at a session of their own, correct it at once; the programme is for one of them. */
async function underOneCap() {
  const rules: Rule[] = [...usualRules.slice(0, 3), { kind: 'peopleCap', max: 1, scope: 'programme' }];
  const made = await programmeWith(rules);
  const ids: string[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const session = await sessionOf(made);
    // The money has a guard of its own in the database.
    await sql`update modules set price_ex_vat_cents = 0 where id = ${session.moduleId}`;
    ids.push((await book(session.id, { kvkNumber: IN_AMSTERDAM })).id);
  }
  return ids;
}
const paidAmong = async (ids: string[]) =>
  (await together(ids, newest)).filter(({ outcome }) => outcome === 'eligible').length;

describe('numbers that are corrected at once under a cap of one', () => {
  it('one is paid', async () => {
    const ids = await underOneCap();
    const answers = await together(ids, give);
    expect(answers.map(({ status }) => status)).toEqual(Array(PEOPLE).fill(200));
    expect(await paidAmong(ids)).toBe(1);
  });

  it('negative control: without the locks several are', async () => {
    await untilItBites(async () => {
      const ids = await underOneCap();
      switchLocksOff();
      await together(ids, give);
      return (await paidAmong(ids)) > 1;
    });
  });
});

/** People of one business, each with a place, give its number at once; it may have one place. */
async function ofOneBusiness() {
  const made = await programmeWith();
  await sql`update sessions set places_per_business = 1 where id = ${made.session.id}`;
  await sql`insert into businesses (kvk_number) values (${IN_AMSTELVEEN}) on conflict do nothing`;
  const ids: string[] = [];
  for (let n = 0; n < PEOPLE; n++) ids.push((await book(made.session.id)).id);
  return ids;
}
const withNumber = async (ids: string[]) =>
  (await sql`select from registrations where id = any(${ids}) and kvk_number is not null`).length;

describe('one number for many places at once, where a business may have one', () => {
  it('one place has it, the others are told', async () => {
    const ids = await ofOneBusiness();
    const answers = await together(ids, give);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(PEOPLE - 1).fill(409)]);
    expect(await withNumber(ids)).toBe(1);
  });

  it('negative control: without the locks several have it', async () => {
    await untilItBites(async () => {
      const ids = await ofOneBusiness();
      switchLocksOff();
      await together(ids, give);
      return (await withNumber(ids)) > 1;
    });
  });
});

/** Colleagues who ask for the same numbers at once, in another order each. */
async function askedAtOnce() {
  const made = await programmeWith();
  const ids = [(await book(made.session.id)).id, (await book(made.session.id)).id];
  await Promise.all(
    Array.from({ length: PEOPLE }, (_, n) =>
      call('POST', `/programmes/${made.programme.slug}/kvk-number-requests`, {
        body: { registrationIds: n % 2 ? ids : [...ids].reverse() },
        cookie: made.staff,
      }),
    ),
  );
  return (await together(ids, mails)).flat().filter((kind) => kind === 'kvkNumber').length;
}

describe('colleagues who ask for the same numbers at once', () => {
  it('send one mail each', async () => expect(await askedAtOnce()).toBe(2));
  it('negative control: without the locks there are more', async () => {
    await untilItBites(async () => {
      switchLocksOff();
      return (await askedAtOnce()) > 2;
    });
  });
});
