import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { type Env, staffOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { keyHeader } from '../../http/idempotency/schema.ts';
import { localeOf } from '../../http/locale.ts';
import { makePicture } from '../../people/pictures/make.ts';
import { givenPicture } from '../../people/pictures/schema.ts';
import { changeModule } from './change-module.ts';
import { copyModule } from './copy-module.ts';
import { makeModule } from './make-module.ts';
import {
  findOwnModule,
  getOwnModule,
  modulesOf,
  ownOrganisation,
  programmesFor,
  submittedTo,
} from './queries.ts';
import {
  listedModule,
  moduleChange,
  moduleProgramme,
  moduleState,
  moduleStep,
  newModule,
  ownModuleDetail,
} from './schema.ts';
import { showPicture } from './show-picture.ts';
import { takeStep } from './take-step.ts';

/** For who offers something, and for the municipality that looks at it. */
export const modules = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const tags = ['Modules'];
  const params = z.object({ id });
  const middleware = staffOnly(db, { organisation: 'editor', municipality: 'programme' });
  const asked = ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'] as const;
  const written = ['malformed-json', 'unsupported-media-type', ...asked] as const;

  const listRoute = createRoute({
    method: 'get',
    path: '/organisations/{id}/modules',
    tags,
    summary: 'All modules of an organisation in every state, and the programmes in which it can offer more',
    middleware,
    request: { params },
    responses: {
      200: json(
        z.object({ items: z.array(listedModule), programmes: z.array(moduleProgramme) }),
        'Modules and programmes',
      ),
      ...refusals(...asked),
    },
  });

  const makeRoute = createRoute({
    method: 'post',
    path: '/organisations/{id}/modules',
    tags,
    summary: 'A new module, as a draft. Only its organisation sees it until it is published',
    middleware,
    request: { params, headers: keyHeader, body: body(newModule) },
    responses: {
      201: json(ownModuleDetail, 'The draft'),
      ...refusals('idempotency-key-reused', ...written),
    },
  });

  const oneRoute = createRoute({
    method: 'get',
    path: '/me/modules/{idOrSlug}',
    tags,
    summary: 'A module that one offers or looks at, as the public will see it',
    middleware,
    request: { params: z.object({ idOrSlug: z.string().max(120) }) },
    responses: { 200: json(ownModuleDetail, 'The module'), ...refusals(...asked) },
  });

  const submittedRoute = createRoute({
    method: 'get',
    path: '/me/submitted-modules',
    tags,
    summary: 'What waits until the municipality has looked at it',
    middleware,
    responses: {
      200: json(z.object({ items: z.array(listedModule) }), 'Modules'),
      ...refusals('not-signed-in', 'not-allowed'),
    },
  });

  const changeRoute = createRoute({
    method: 'patch',
    path: '/modules/{id}',
    tags,
    summary: 'Change a draft or published module. Who booked already keeps the price of then',
    middleware,
    request: { params, body: body(moduleChange) },
    responses: {
      200: json(ownModuleDetail, 'The module'),
      ...refusals('module-not-changeable', ...written),
    },
  });

  const stepRoute = createRoute({
    method: 'post',
    path: '/modules/{id}/steps',
    tags,
    summary: 'Submit, publish, approve, send back, archive: each twice is the same as once',
    middleware,
    request: { params, headers: keyHeader, body: body(moduleStep) },
    responses: {
      200: json(moduleState, 'What became of it'),
      ...refusals('module-not-changeable', 'not-a-party', 'idempotency-key-reused', ...written),
    },
  });

  const copyRoute = createRoute({
    method: 'post',
    path: '/modules/{id}/copies',
    tags,
    summary: 'A draft of the same module',
    middleware,
    request: { params, headers: keyHeader },
    responses: {
      201: json(ownModuleDetail, 'The draft'),
      ...refusals('not-a-party', 'idempotency-key-reused', ...asked),
    },
  });

  const pictureRoute = createRoute({
    method: 'put',
    path: '/modules/{id}/picture',
    tags,
    summary: 'The picture of a module, drawn anew from what is uploaded',
    middleware,
    request: { params, body: body(givenPicture) },
    responses: {
      200: json(ownModuleDetail, 'The module'),
      ...refusals('module-not-changeable', 'too-large', ...written),
    },
  });

  const noPictureRoute = createRoute({
    method: 'delete',
    path: '/modules/{id}/picture',
    tags,
    summary: 'Take the picture of a module away',
    middleware,
    request: { params },
    responses: {
      204: { description: 'It has none' },
      ...refusals('module-not-changeable', ...asked),
    },
  });

  return create()
    .openapi(listRoute, async (c) => {
      const { id: organisation } = await ownOrganisation(db, c.get('staff'), c.req.valid('param').id);
      const [items, programmes] = await Promise.all([
        modulesOf(db, organisation, c.get('now')),
        programmesFor(db, organisation),
      ]);
      return c.json({ items, programmes }, 200);
    })
    .openapi(makeRoute, (c) => {
      const [staff, now, organisation] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      return c.get('once')(staff, async (work) => {
        const made = await makeModule(work, organisation, c.req.valid('json'));
        return c.json(await getOwnModule(work.tx, staff, made.id, now), 201);
      });
    })
    .openapi(oneRoute, async (c) =>
      c.json(await getOwnModule(db, c.get('staff'), c.req.valid('param').idOrSlug, c.get('now')), 200),
    )
    .openapi(submittedRoute, async (c) =>
      c.json({ items: await submittedTo(db, c.get('staff'), c.get('now')) }, 200),
    )
    .openapi(changeRoute, async (c) => {
      const [staff, now, module] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      await c.get('write')(staff, (work) => changeModule(work, module, c.req.valid('json')));
      return c.json(await getOwnModule(db, staff, module, now), 200);
    })
    .openapi(stepRoute, (c) =>
      c.get('once')(c.get('staff'), async (work) =>
        c.json(await takeStep(work, c.req.valid('param').id, c.req.valid('json')), 200),
      ),
    )
    .openapi(copyRoute, (c) => {
      const [staff, now, module] = [c.get('staff'), c.get('now'), c.req.valid('param').id];
      return c.get('once')(staff, async (work) => {
        const made = await copyModule(work, module);
        return c.json(await getOwnModule(work.tx, staff, made.id, now), 201);
      });
    })
    .openapi(pictureRoute, async (c) => {
      const [staff, now, input] = [c.get('staff'), c.get('now'), c.req.valid('json')];
      const { id: module } = c.req.valid('param');
      await findOwnModule(db, staff, module, now);
      const made = await makePicture(input, 'photo', localeOf(c));
      await c.get('write')(staff, (work) => showPicture(work, module, { made, alt: input.alt }));
      return c.json(await getOwnModule(db, staff, module, now), 200);
    })
    .openapi(noPictureRoute, async (c) => {
      const { id: module } = c.req.valid('param');
      await c.get('write')(c.get('staff'), (work) => showPicture(work, module, null));
      return c.body(null, 204);
    });
};
