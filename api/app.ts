import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { createAuth } from './accounts/auth.ts';
import { accounts } from './accounts/routes.ts';
import { type Env, identify } from './actor.ts';
import { attendance } from './attendance/routes.ts';
import { catalogue } from './catalogue/routes.ts';
import { sameSiteOnly } from './csrf.ts';
import type { Deps } from './deps.ts';
import { docs } from './docs.ts';
import { headers } from './headers.ts';
import { unknownRoute } from './methods.ts';
import { onError, onInvalid } from './on-error.ts';
import { Problem } from './problem.ts';
import { programmes } from './programmes/routes.ts';
import { registrations } from './registrations/routes.ts';
import { reports } from './reports/routes.ts';
import { receive } from './request.ts';
import { sessions } from './sessions/routes.ts';

const BASE_PATH = '/api/v1';

/** The whole API, for mounting at `/`; its paths begin with `/api/v1`. */
export function createApi(deps: Deps) {
  const auth = createAuth(deps.db, { secure: deps.config.secureCookies });
  const create = () => new OpenAPIHono<Env>({ defaultHook: onInvalid });

  const api = create().basePath(BASE_PATH);
  api.use(headers);
  api.use(sameSiteOnly(deps.config.publicUrl));
  api.use(bodyLimit({ maxSize: 64 * 1024, onError: () => Promise.reject(new Problem('too-large')) }));
  api.use(receive(deps.clock));
  api.use(identify(auth));

  const rooms = api
    .route('/', catalogue(deps, create))
    .route('/', programmes(deps, create))
    .route('/', registrations(deps, auth, create))
    .route('/', accounts(deps, auth, create))
    .route('/', attendance(deps, create))
    .route('/', sessions(deps, create))
    .route('/', reports(deps, create));

  docs(api, deps.config.publicUrl);
  api.notFound(unknownRoute(() => api.routes));
  api.onError(onError);
  return rooms;
}

export type Api = ReturnType<typeof createApi>;
