import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { type Env, organisationsOnly, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { changeOrganisation, changeProfile } from './change-organisation.ts';
import { localeOf } from '../../http/locale.ts';
import { Problem } from '../../http/problem.ts';
import { makePicture } from '../pictures/make.ts';
import { givenPicture } from '../pictures/schema.ts';
import { endOrganisation } from './end-organisation.ts';
import { makeOrganisation } from './make-organisation.ts';
import {
  listedOrganisation as findListed,
  municipalOrganisations,
  ownOrganisations,
  publicOrganisation,
} from './queries.ts';
import {
  listedOrganisation,
  newOrganisation,
  organisationInput,
  organisationProfile,
  organisationState,
  profileInput,
} from './schema.ts';
import { showLogo } from './show-logo.ts';

const tags = ['Organisaties'];
const params = z.object({ id });

/** What an organisation is: for the public, for its own staff, and for its municipality. */
export const organisations = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const [staff, own] = [
    staffOnly(db, { organisation: 'administrator', municipality: 'programme' }),
    organisationsOnly(db, 'administrator'),
  ];
  const changes = [
    'invalid-input',
    'malformed-json',
    'not-signed-in',
    'not-allowed',
    'not-found',
    'organisation-not-approved',
    'unsupported-media-type',
  ] as const;

  const publicRoute = createRoute({
    method: 'get',
    path: '/organisations/{id}',
    tags,
    summary: 'What an organisation is and how to reach it',
    request: { params: z.object({ id: z.string().max(120).describe('Id or slug') }) },
    responses: {
      200: json(organisationProfile, 'The organisation'),
      ...refusals('invalid-input', 'not-found'),
    },
  });

  const listRoute = createRoute({
    method: 'get',
    path: '/organisations',
    tags,
    summary: 'The associations and providers of one’s municipality, with who applied and who has ended',
    middleware: staff,
    responses: {
      200: json(z.object({ items: z.array(listedOrganisation) }), 'Organisations in order of name'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const makeRoute = createRoute({
    method: 'post',
    path: '/organisations',
    tags,
    summary: 'Make an association or provider of one’s municipality',
    middleware: staff,
    request: { headers: keyHeader, body: body(newOrganisation) },
    responses: {
      201: json(listedOrganisation, 'The organisation'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  const changeRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}',
    tags,
    summary: 'Change an association or provider of one’s municipality. Its slug stays',
    middleware: staff,
    request: { params, body: body(organisationInput) },
    responses: { 200: json(listedOrganisation, 'The organisation'), ...refusals(...changes) },
  });

  const endRoute = createRoute({
    method: 'post',
    path: '/organisations/{id}/ending',
    tags,
    summary:
      'Let an organisation take part no more. Refused while it is party to a running programme or has sessions to come',
    middleware: staff,
    request: { params, headers: keyHeader },
    responses: {
      200: json(listedOrganisation, 'The organisation'),
      ...refusals(
        'invalid-input',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'organisation-not-approved',
        'idempotency-key-reused',
      ),
    },
  });

  const ownRoute = createRoute({
    method: 'get',
    path: '/me/organisations',
    tags,
    summary: 'The organisations one works for',
    middleware: own,
    responses: {
      200: json(z.object({ items: z.array(organisationState) }), 'Organisations in order of name'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const profileRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}/profile',
    tags,
    summary: 'Change what the public reads of an organisation one works for',
    middleware: own,
    request: { params, body: body(profileInput) },
    responses: { 200: json(organisationProfile, 'The organisation'), ...refusals(...changes) },
  });

  const logoRoute = createRoute({
    method: 'put',
    path: '/organisations/{id}/logo',
    tags,
    summary: 'The logo of an organisation one works for, drawn anew from what is uploaded',
    middleware: own,
    request: { params, body: body(givenPicture) },
    responses: {
      200: json(organisationProfile, 'The organisation'),
      ...refusals('too-large', ...changes),
    },
  });

  const noLogoRoute = createRoute({
    method: 'delete',
    path: '/organisations/{id}/logo',
    tags,
    summary: 'Take the logo of an organisation one works for away',
    middleware: own,
    request: { params },
    responses: {
      204: { description: 'Its name stands in its place' },
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'organisation-not-approved'),
    },
  });

  return create()
    .openapi(publicRoute, async (c) => c.json(await publicOrganisation(db, c.req.valid('param').id), 200))
    .openapi(listRoute, async (c) => c.json({ items: await municipalOrganisations(db, c.get('staff')) }, 200))
    .openapi(makeRoute, (c) =>
      c.get('once')(c.get('staff'), async (work) => {
        const made = await makeOrganisation(work, c.req.valid('json'));
        return c.json(await findListed(work.tx, made), 201);
      }),
    )
    .openapi(changeRoute, async (c) => {
      const [{ id: organisation }, input] = [c.req.valid('param'), c.req.valid('json')];
      await c.get('write')(c.get('staff'), (work) => changeOrganisation(work, organisation, input));
      return c.json(await findListed(db, organisation), 200);
    })
    .openapi(endRoute, (c) => {
      const { id: organisation } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await endOrganisation(work, organisation);
        return c.json(await findListed(work.tx, organisation), 200);
      });
    })
    .openapi(ownRoute, async (c) => c.json({ items: await ownOrganisations(db, c.get('staff')) }, 200))
    .openapi(profileRoute, async (c) => {
      const [{ id: organisation }, input] = [c.req.valid('param'), c.req.valid('json')];
      await c.get('write')(c.get('staff'), (work) => changeProfile(work, organisation, input));
      return c.json(await publicOrganisation(db, organisation), 200);
    })
    .openapi(logoRoute, async (c) => {
      const [{ id: organisation }, input, actor] = [
        c.req.valid('param'),
        c.req.valid('json'),
        c.get('staff'),
      ];
      if (!actor.organisationIds.includes(organisation)) throw new Problem('not-found');
      const made = await makePicture(input, 'logo', localeOf(c));
      await c.get('write')(actor, (work) => showLogo(work, organisation, { made, alt: input.alt }));
      return c.json(await publicOrganisation(db, organisation), 200);
    })
    .openapi(noLogoRoute, async (c) => {
      const { id: organisation } = c.req.valid('param');
      await c.get('write')(c.get('staff'), (work) => showLogo(work, organisation, null));
      return c.body(null, 204);
    });
};
