import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { background } from './places/background/routes.ts';
import { access } from './publishing/access/routes.ts';
import { createAuth } from './people/accounts/auth.ts';
import { accounts } from './people/accounts/routes.ts';
import { municipalities } from './people/municipalities/routes.ts';
import { staff } from './people/staff/routes.ts';
import { type Env, identify } from './http/actor.ts';
import { attendance } from './places/attendance/routes.ts';
import { billing } from './money/billing/routes.ts';
import { budget } from './money/budget/routes.ts';
import { businesses } from './paying/business-register/routes.ts';
import { catalogue } from './offer/catalogue/routes.ts';
import { categories } from './steering/categories/routes.ts';
import { sameSiteOnly } from './http/csrf.ts';
import { calendarFeeds } from './mail/calendar/feed-routes.ts';
import { inbound } from './mail/calendar/inbound-routes.ts';
import { calendar } from './mail/calendar/routes.ts';
import type { OperatorDeps } from './deps.ts';
import { declarations } from './places/registrations/declaration-routes.ts';
import { kvkNumbers } from './places/registrations/kvk-number-routes.ts';
import { deMinimis } from './paying/de-minimis/routes.ts';
import { webhooks } from './mail/deliveries/webhook-routes.ts';
import { docs } from './http/docs.ts';
import { eligibilityChecks } from './paying/eligibility-checks/routes.ts';
import { evaluations } from './steering/evaluations/routes.ts';
import { failedMails } from './mail/failed-mails/routes.ts';
import { headers } from './http/headers.ts';
import { history } from './steering/history/routes.ts';
import { idempotency } from './http/idempotency/once.ts';
import { unknownRoute } from './http/methods.ts';
import { onError, onInvalid } from './http/on-error.ts';
import { Problem } from './http/problem.ts';
import { measures } from './steering/measures/routes.ts';
import { memberships } from './places/memberships/routes.ts';
import { budgetPhases } from './steering/budget-phases/routes.ts';
import { phases } from './steering/phase-changes/routes.ts';
import { preferences } from './mail/preferences/routes.ts';
import { products } from './paying/products/routes.ts';
import { applications } from './people/organisations/application-routes.ts';
import { organisations } from './people/organisations/routes.ts';
import { pictures } from './people/pictures/routes.ts';
import { MOST_BYTES } from './people/pictures/rules.ts';
import { programmes } from './programmes/programmes/routes.ts';
import { programmeSettings } from './steering/settings/routes.ts';
import { publicFigures } from './steering/public-figures/routes.ts';
import { booking } from './places/registrations/booking-routes.ts';
import { ownRegistrations } from './places/registrations/own-routes.ts';
import { reports } from './steering/reports/routes.ts';
import { snapshots } from './steering/reports/snapshot-routes.ts';
import { receive, refuseHalf } from './http/request.ts';
import { reviewRequests } from './places/reviews/own-routes.ts';
import { kvkNumberRequests } from './places/reviews/ask-number-routes.ts';
import { reviews } from './places/reviews/routes.ts';
import { ruleSets } from './paying/rule-sets/routes.ts';
import { modules } from './publishing/modules/routes.ts';
import { venues } from './publishing/venues/routes.ts';
import { drafts } from './publishing/sessions/draft-routes.ts';
import { sessions } from './publishing/sessions/routes.ts';
import { settlements } from './money/settlements/routes.ts';
import { signals } from './steering/signals/routes.ts';

import { invoices } from './money/invoices/routes.ts';
import { ownMemberships } from './places/registrations/membership-routes.ts';
import { openness } from './steering/openness/routes.ts';

const BASE_PATH = '/api/v1';

// Ten thousand members do not fit in what is enough elsewhere.
const LONG_LISTS = /\/organisations\/[^/]+\/roster$/;
const PICTURES = /\/(logo|picture)$/;
// In base64, with words beside it.
const PICTURE_BYTES = Math.ceil((MOST_BYTES * 4) / 3) + 16 * 1024;
const limit = (maxSize: number) =>
  bodyLimit({ maxSize, onError: () => Promise.reject(new Problem('too-large')) });

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
  const [usual, long, picture] = [limit(64 * 1024), limit(1024 * 1024), limit(PICTURE_BYTES)];
  const limitOf = (path: string) => (LONG_LISTS.test(path) ? long : PICTURES.test(path) ? picture : usual);
  api.use((c, next) => limitOf(c.req.path)(c, next).catch(refuseHalf));
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
    .route('/', kvkNumbers(deps, create))
    .route('/', reviewRequests(deps, create))
    .route('/', reviews(deps, create))
    .route('/', kvkNumberRequests(deps, create))
    .route('/', background(deps, create))
    .route('/', calendar(deps, create))
    .route('/', calendarFeeds(deps, create))
    .route('/', inbound(deps, create))
    .route('/', accounts(deps, auth, create))
    .route('/', staff(deps, create))
    .route('/', municipalities(deps, create))
    .route('/', pictures(deps, create))
    .route('/', organisations(deps, create))
    .route('/', applications(deps, create))
    .route('/', preferences(deps, create))
    .route('/', attendance(deps, create))
    .route('/', venues(deps, create))
    .route('/', modules(deps, create))
    .route('/', sessions(deps, create))
    .route('/', drafts(deps, create))
    .route('/', access(deps, create))
    .route('/', openness(deps, create))
    .route('/', reports(deps, create))
    .route('/', snapshots(deps, create))
    .route('/', categories(deps, create))
    .route('/', publicFigures(deps, create))
    .route('/', signals(deps, create))
    .route('/', history(deps, create))
    .route('/', memberships(deps, create))
    .route('/', ownMemberships(deps, create))
    .route('/', ruleSets(deps, create))
    .route('/', products(deps, create))
    .route('/', deMinimis(deps, create))
    .route('/', budget(deps, create))
    .route('/', settlements(deps, create))
    .route('/', invoices(deps, create))
    .route('/', billing(deps, create))
    .route('/', budgetPhases(deps, create))
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
