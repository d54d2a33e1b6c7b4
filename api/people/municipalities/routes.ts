import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { accountsOnly, type Env, operatorsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { changeMunicipality } from './change.ts';
import { makeMunicipality } from './make.ts';
import { listMunicipalities, ownMunicipality } from './queries.ts';
import { contacts, municipality, newMunicipality } from './schema.ts';

const tags = ['Gemeenten'];
const params = z.object({ id });

/** For operators, and one of them for its own administrators. */
export const municipalities = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const operators = operatorsOnly(db);

  const listRoute = createRoute({
    method: 'get',
    path: '/municipalities',
    tags,
    summary: 'Every municipality that works with the portal',
    middleware: operators,
    responses: {
      200: json(z.object({ items: z.array(municipality) }), 'By name'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const makeRoute = createRoute({
    method: 'post',
    path: '/municipalities',
    tags,
    summary: 'A municipality that works with the portal from now on',
    middleware: operators,
    request: { headers: keyHeader, body: body(newMunicipality) },
    responses: {
      201: json(z.object({ id, slug: z.string() }), 'Made; invite its first administrators next'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'idempotency-key-reused',
      ),
    },
  });

  const readRoute = createRoute({
    method: 'get',
    path: '/municipalities/{id}',
    tags,
    summary: 'One municipality, with how it can be reached',
    middleware: accountsOnly,
    request: { params },
    responses: {
      200: json(municipality, 'The municipality'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const changeRoute = createRoute({
    method: 'put',
    path: '/municipalities/{id}',
    tags,
    summary: 'How a municipality can be reached, and where it sends people',
    middleware: accountsOnly,
    request: { params, body: body(contacts) },
    responses: {
      200: json(municipality, 'The municipality as it is now'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  return create()
    .openapi(listRoute, async (c) => c.json({ items: await listMunicipalities(db) }, 200))
    .openapi(makeRoute, (c) =>
      c.get('once')(c.get('staff'), async (work) =>
        c.json(await makeMunicipality(work, c.req.valid('json')), 201),
      ),
    )
    .openapi(readRoute, async (c) =>
      c.json(await ownMunicipality(db, c.get('account'), c.req.valid('param').id), 200),
    )
    .openapi(changeRoute, async (c) => {
      const [account, municipalityId] = [c.get('account'), c.req.valid('param').id];
      return c.json(
        await c.get('write')(account, async (work) => {
          await changeMunicipality(work, municipalityId, c.req.valid('json'));
          return ownMunicipality(work.tx, account, municipalityId);
        }),
        200,
      );
    });
};
