import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { localDate } from '../../language/time.ts';
import { questionOf, tooManyQuestions } from './lookup-budget.ts';
import { findBusiness } from './lookup.ts';
import { cityOf, isActiveOn } from './rules.ts';
import { business, businessParams } from './schema.ts';

const oneRoute = createRoute({
  method: 'get',
  path: '/businesses/{kvkNumber}',
  tags: ['Handelsregister'],
  summary: 'Whether a business with this KVK number is registered, its name and its city',
  request: { params: businessParams },
  responses: {
    200: json(business, 'What the register says; also when it knows no such business or gives no answer'),
    ...refusals('not-found', 'too-many-questions'),
  },
});

/** Public: name and city are so in the register itself. How often it is asked is limited by `findBusiness`. */
export const businesses = (deps: Deps, create: () => OpenAPIHono<Env>) =>
  create().openapi(oneRoute, async (c) => {
    const { kvkNumber } = c.req.valid('param');
    const now = c.get('now');
    const lookup = await findBusiness(deps, kvkNumber, questionOf(c.get('actor'), c.get('client')), now);
    if (lookup.status === 'unavailable' && lookup.tooMany) throw tooManyQuestions();
    if (lookup.status !== 'found') {
      const nothing = { name: null, city: null, active: null, checkedAt: null };
      return c.json({ kvkNumber, status: lookup.status, ...nothing }, 200);
    }
    const { profile, fetchedAt } = lookup;
    return c.json(
      {
        kvkNumber,
        status: lookup.status,
        name: profile.name,
        city: cityOf(profile),
        active: isActiveOn(profile, localDate(now)),
        checkedAt: fetchedAt.toISOString(),
      },
      200,
    );
  });
