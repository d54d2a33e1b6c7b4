import { afterEach, describe, expect, it, vi } from 'vitest';
import { testApi } from '../support/api.ts';
import { switchLocksOff, untilItBites } from '../support/races.ts';
import { approval, refusal, reviewing, SHIELDED } from '../support/reviews.ts';

const api = await testApi('empty', { connections: 20, doors: 10, worker: false });
const { sql } = api;
const { programmeWith, book, cancel, ask, review, declare, newest } = reviewing(api);
const made = await programmeWith();
afterEach(() => void vi.restoreAllMocks());

const reviewsOf = async (id: string) =>
  (await sql`select outcome from reviews where registration_id = ${id}`).length;
const moneyOf = async (id: string) => {
  const [row] = await sql`select
      coalesce(sum(cents) filter (where to_state <> 'free'), 0)::int - coalesce(sum(cents) filter (where from_state <> 'free'), 0)::int as cents
    from ledger_entries where registration_id = ${id}`;
  return row!.cents as number;
};

/** Ten reviewers at once who do not agree. */
async function reviewAtOnce({ session, staff } = made) {
  const { id } = await book(session.id, { kvkNumber: SHIELDED });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => review(id, staff, n % 2 ? approval : refusal)),
  );
  return { id, statuses: answers.map(({ status }) => status).sort() };
}

describe('ten reviewers of one case at once', () => {
  it('one decides, the others are told', async () => {
    const { id, statuses } = await reviewAtOnce();
    expect(statuses).toEqual([200, ...Array(9).fill(409)]);
    expect(await reviewsOf(id)).toBe(1);
    expect(await moneyOf(id)).toBe((await newest(id)).outcome === 'eligible' ? 100_00 : 0);
  });

  it('negative control: without the locks several decide', async () => {
    const free = await programmeWith();
    // The money has a guard of its own in the database.
    await sql`update modules set price_ex_vat_cents = 0 where id = ${free.session.moduleId}`;
    await untilItBites(async () => {
      switchLocksOff();
      return (await reviewsOf((await reviewAtOnce(free)).id)) > 1;
    });
  });
});

it('a review and a cancellation at once leave no money behind', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await book(made.session.id, { kvkNumber: SHIELDED });
    const [reviewed, cancelled] = await Promise.all([review(id, made.staff), cancel(id)]);
    expect([200, 409]).toContain(reviewed.status);
    expect(cancelled.status).toBe(200);
    expect(await moneyOf(id)).toBe(0);
  }
});

it('two requests at once are one', async () => {
  const { id } = await book(made.session.id, { kvkNumber: SHIELDED });
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
});

it('declaring and reviewing at once end with one truth', async () => {
  const asking = await programmeWith([{ kind: 'deMinimisRoom', ceilingCents: 300_000_00, years: 3 }]);
  for (let round = 0; round < 8; round++) {
    const { id } = await book(asking.session.id);
    const answers = await Promise.all([
      review(id, asking.staff, refusal),
      declare(id, { deMinimisCents: 0 }),
    ]);
    expect(answers[1].status).toBe(200);
    // Who declared first was paid, and then there is nothing to review; who was refused first stays refused.
    const { outcome } = await newest(id);
    expect(outcome).toBe(answers[0].status === 200 ? 'not-eligible' : 'eligible');
    expect(await moneyOf(id)).toBe(outcome === 'eligible' ? 100_00 : 0);
  }
});
