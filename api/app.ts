import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { access } from './access/routes.ts';
import { createAuth } from './accounts/auth.ts';
import { accounts } from './accounts/routes.ts';
import { type Env, identify } from './actor.ts';
import { attendance } from './attendance/routes.ts';
import { billing } from './billing/routes.ts';
import { budget } from './budget/routes.ts';
import { businesses } from './business-register/routes.ts';
import { catalogue } from './catalogue/routes.ts';
import { sameSiteOnly } from './csrf.ts';
import { calendarFeeds } from './calendar/feed-routes.ts';
import { inbound } from './calendar/inbound-routes.ts';
import { calendar } from './calendar/routes.ts';
import type { OperatorDeps } from './deps.ts';
import { declarations } from './declarations/routes.ts';
import { deMinimis } from './de-minimis/routes.ts';
import { webhooks } from './deliveries/webhook-routes.ts';
import { docs } from './docs.ts';
import { eligibilityChecks } from './eligibility-checks/routes.ts';
import { evaluations } from './evaluations/routes.ts';
import { failedMails } from './failed-mails/routes.ts';
import { headers } from './headers.ts';
import { history } from './history/routes.ts';
import { idempotency } from './idempotency/once.ts';
import { unknownRoute } from './methods.ts';
import { onError, onInvalid } from './on-error.ts';
import { Problem } from './problem.ts';
import { measures } from './measures/routes.ts';
import { memberships } from './memberships/routes.ts';
import { phases } from './phases/routes.ts';
import { preferences } from './preferences/routes.ts';
import { products } from './products/routes.ts';
import { programmes } from './programmes/routes.ts';
import { programmeSettings } from './programmes/settings-routes.ts';
import { publicFigures } from './public-figures/routes.ts';
import { booking } from './registrations/booking-routes.ts';
import { ownRegistrations } from './registrations/own-routes.ts';
import { reports } from './reports/routes.ts';
import { snapshots } from './reports/snapshot-routes.ts';
import { receive } from './request.ts';
import { reviewRequests } from './reviews/own-routes.ts';
import { reviews } from './reviews/routes.ts';
import { ruleSets } from './rule-sets/routes.ts';
import { drafts } from './sessions/draft-routes.ts';
import { sessions } from './sessions/routes.ts';
import { settlements } from './settlements/routes.ts';
import { signals } from './signals/routes.ts';

const BASE_PATH = '/api/v1';

/** The whole API, for mounting at `/`; its paths begin with `/api/v1`. Elsewhere it answers with a problem. */
export function createApi(deps: OperatorDeps) {
  const auth = createAuth(deps.db, { secure: deps.config.secureCookies });
  const create = () => new OpenAPIHono<Env>({ defaultHook: onInvalid });

  const app = create();
  app.use(headers);
  const api = app.basePath(BASE_PATH);
  api.notFound(unknownRoute(() => api.routes));
  api.onError(onError);
  api.use(sameSiteOnly(deps.config.publicUrl));
  api.use(bodyLimit({ maxSize: 64 * 1024, onError: () => Promise.reject(new Problem('too-large')) }));
  api.use(receive(deps.clock));
  api.use(identify(auth));
  api.use(idempotency(deps));

  const rooms = api
    .route('/', catalogue(deps, create))
    .route('/', programmes(deps, create))
    .route('/', programmeSettings(deps, create))
    .route('/', booking(deps, auth, create))
    .route('/', ownRegistrations(deps, create))
    .route('/', declarations(deps, create))
    .route('/', reviewRequests(deps, create))
    .route('/', reviews(deps, create))
    .route('/', calendar(deps, create))
    .route('/', calendarFeeds(deps, create))
    .route('/', inbound(deps, create))
    .route('/', accounts(deps, auth, create))
    .route('/', preferences(deps, create))
    .route('/', attendance(deps, create))
    .route('/', sessions(deps, create))
    .route('/', drafts(deps, create))
    .route('/', access(deps, create))
    .route('/', reports(deps, create))
    .route('/', snapshots(deps, create))
    .route('/', publicFigures(deps, create))
    .route('/', signals(deps, create))
    .route('/', history(deps, create))
    .route('/', memberships(deps, create))
    .route('/', ruleSets(deps, create))
    .route('/', products(deps, create))
    .route('/', deMinimis(deps, create))
    .route('/', budget(deps, create))
    .route('/', settlements(deps, create))
    .route('/', billing(deps, create))
    .route('/', phases(deps, create))
    .route('/', evaluations(deps, create))
    .route('/', measures(deps, create))
    .route('/', failedMails(deps, create))
    .route('/', webhooks(deps, create))
    .route('/', businesses(deps, create))
    .route('/', eligibilityChecks(deps, create));

  docs(api, deps.config.publicUrl);
  return rooms;
}

export type Api = ReturnType<typeof createApi>;
