import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { accountsOnly, type Env, operatorsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import type { Deps } from '../../deps.ts';
import { localeOf } from '../../http/locale.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { makePicture } from '../pictures/make.ts';
import { givenPicture } from '../pictures/schema.ts';
import { changeMunicipality } from './change.ts';
import { makeMunicipality } from './make.ts';
import { listMunicipalities, ownMunicipality } from './queries.ts';
import { colours, contacts, municipality, newMunicipality } from './schema.ts';
import { setColours } from './set-colours.ts';
import { showMunicipalLogo } from './show-logo.ts';

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

  const asked = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;
  const written = ['malformed-json', 'unsupported-media-type', ...asked] as const;

  const logoRoute = createRoute({
    method: 'put',
    path: '/municipalities/{id}/logo',
    tags,
    summary: 'The logo of a municipality, drawn anew from what is uploaded',
    middleware: accountsOnly,
    request: { params, body: body(givenPicture) },
    responses: { 200: json(municipality, 'The municipality'), ...refusals('too-large', ...written) },
  });

  const noLogoRoute = createRoute({
    method: 'delete',
    path: '/municipalities/{id}/logo',
    tags,
    summary: 'Take the logo of a municipality away',
    middleware: accountsOnly,
    request: { params },
    responses: { 204: { description: 'Its name stands in its place' }, ...refusals(...asked) },
  });

  const coloursRoute = createRoute({
    method: 'put',
    path: '/municipalities/{id}/colours',
    tags,
    summary: 'The colour of a municipality on its pages. Refused when people could not read it',
    middleware: accountsOnly,
    request: { params, body: body(colours) },
    responses: { 200: json(municipality, 'The municipality'), ...refusals(...written) },
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
    })
    .openapi(logoRoute, async (c) => {
      const [account, { id: municipalityId }, input] = [
        c.get('account'),
        c.req.valid('param'),
        c.req.valid('json'),
      ];
      await ownMunicipality(db, account, municipalityId);
      const made = await makePicture(input, 'logo', localeOf(c));
      const logo = { made, alt: input.alt };
      await c.get('write')(account, (work) => showMunicipalLogo(work, municipalityId, logo));
      return c.json(await ownMunicipality(db, account, municipalityId), 200);
    })
    .openapi(noLogoRoute, async (c) => {
      const { id: municipalityId } = c.req.valid('param');
      await c.get('write')(c.get('account'), (work) => showMunicipalLogo(work, municipalityId, null));
      return c.body(null, 204);
    })
    .openapi(coloursRoute, async (c) => {
      const [account, { id: municipalityId }, input] = [
        c.get('account'),
        c.req.valid('param'),
        c.req.valid('json'),
      ];
      await c.get('write')(account, (work) => setColours(work, municipalityId, input, localeOf(c)));
      return c.json(await ownMunicipality(db, account, municipalityId), 200);
    });
};
