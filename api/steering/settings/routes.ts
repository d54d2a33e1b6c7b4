import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { localeOf } from '../../http/locale.ts';
import type { Deps } from '../../deps.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { changePart, changeSettings } from './change-settings.ts';
import { makeProgramme } from './make-programme.ts';
import { readMissing } from './opening.ts';
import { changeOfPart, changeOfSettings, newProgramme, opening, settingsAnswer } from './schema.ts';
import { readSettings } from './queries.ts';

const tags = ["Programma's"];
const params = z.object({ id: z.string().max(120).describe('Id or slug') });

/** For the municipality whose programme it is. */
export const programmeSettings = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });

  const readRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/settings',
    tags,
    summary: 'The settings of a programme, and every earlier version of them',
    middleware,
    request: { params },
    responses: {
      200: json(settingsAnswer, 'The settings'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const changeRoute = createRoute({
    method: 'put',
    path: '/programmes/{id}/settings',
    tags,
    summary: 'Save the settings as a new version. What belongs to a quarter that has ended cannot be changed',
    middleware,
    request: { params, body: body(changeOfSettings) },
    responses: {
      200: json(z.object({ version: z.int() }), 'The new version'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'changed-meanwhile',
      ),
    },
  });

  const changePartRoute = createRoute({
    method: 'patch',
    path: '/programmes/{id}/settings',
    tags,
    summary: 'Save some of the settings as a new version; others may have been saved meanwhile',
    middleware,
    request: { params, body: body(changeOfPart) },
    responses: {
      200: json(z.object({ version: z.int() }), 'The new version'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'changed-meanwhile',
      ),
    },
  });

  const openingRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/opening',
    tags,
    summary: 'What a programme still lacks before it can open',
    middleware,
    request: { params },
    responses: {
      200: json(opening, 'What is missing, what blocks first'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const makeRoute = createRoute({
    method: 'post',
    path: '/programmes',
    tags,
    summary: 'A new programme, as a draft: from nothing, from a template, or as the next edition of another',
    middleware,
    request: { headers: keyHeader, body: body(newProgramme) },
    responses: {
      201: json(z.object({ id, slug: z.string() }), 'The draft'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'idempotency-key-reused',
      ),
    },
  });

  return create()
    .openapi(readRoute, async (c) =>
      c.json(await readSettings(db, c.get('staff'), c.req.valid('param').id, c.get('now')), 200),
    )
    .openapi(changeRoute, async (c) => {
      const { id: programme } = c.req.valid('param');
      const saved = await c.get('write')(c.get('staff'), (work) =>
        changeSettings(work, programme, c.req.valid('json'), localeOf(c)),
      );
      return c.json(saved, 200);
    })
    .openapi(changePartRoute, async (c) => {
      const { id: programme } = c.req.valid('param');
      const saved = await c.get('write')(c.get('staff'), (work) =>
        changePart(work, programme, c.req.valid('json'), localeOf(c)),
      );
      return c.json(saved, 200);
    })
    .openapi(openingRoute, async (c) => {
      const { id: programme } = c.req.valid('param');
      return c.json(await readMissing(db, c.get('staff'), programme, c.get('now'), localeOf(c)), 200);
    })
    .openapi(makeRoute, (c) =>
      c.get('once')(c.get('staff'), async (work) =>
        c.json(await makeProgramme(work, c.req.valid('json')), 201),
      ),
    );
};
