import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { accountsOnly, type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { applyAsOrganisation } from './apply.ts';
import { decideApplication } from './decide-application.ts';
import { listedOrganisation as findListed, ownApplications as findOwn } from './queries.ts';
import { application, applicationDecision, listedOrganisation, ownApplications } from './schema.ts';

const tags = ['Organisaties'];

/** Asking to take part as an organisation, and what the municipality says to it. */
export const applications = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const ownRoute = createRoute({
    method: 'get',
    path: '/me/organisation-applications',
    tags,
    summary: 'What one applied for, and the municipalities where one can',
    middleware: accountsOnly,
    responses: { 200: json(ownApplications, 'Applications'), ...refusals('not-signed-in') },
  });

  const applyRoute = createRoute({
    method: 'post',
    path: '/me/organisation-applications',
    tags,
    summary: 'Ask a municipality to take part with an organisation',
    middleware: accountsOnly,
    request: { headers: keyHeader, body: body(application) },
    responses: {
      201: json(z.object({ id }), 'The municipality looks at it'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'too-many-applications',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  const decideRoute = createRoute({
    method: 'post',
    path: '/organisations/{id}/decision',
    tags,
    summary: 'Approve or refuse an organisation that applied. Who applied becomes administrator, and is told',
    middleware: staffOnly(db, { organisation: 'administrator', municipality: 'programme' }),
    request: { params: z.object({ id }), headers: keyHeader, body: body(applicationDecision) },
    responses: {
      200: json(listedOrganisation, 'The organisation'),
      ...refusals(
        'invalid-input',
        'malformed-json',
        'not-signed-in',
        'not-allowed',
        'not-found',
        'changed-meanwhile',
        'idempotency-key-reused',
        'unsupported-media-type',
      ),
    },
  });

  return create()
    .openapi(ownRoute, async (c) => c.json(await findOwn(db, c.get('account').account), 200))
    .openapi(applyRoute, (c) =>
      c.get('once')(c.get('account'), async (work) =>
        c.json({ id: await applyAsOrganisation(work, c.req.valid('json')) }, 201),
      ),
    )
    .openapi(decideRoute, (c) => {
      const { id: organisation } = c.req.valid('param');
      return c.get('once')(c.get('staff'), async (work) => {
        await decideApplication(work, organisation, c.req.valid('json'));
        return c.json(await findListed(work.tx, organisation), 200);
      });
    });
};
