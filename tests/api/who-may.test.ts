import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { makeStaff } from '../support/fixtures.ts';
import { type Doors, doorsWorld, everyone, requestOf, type Who, secrets } from '../support/doors.ts';

const api = await testApi();
const { call, time } = api;

/**
 * What each audience answers to nobody, an entrepreneur, the owner of the registration, the organiser, another party, an
 * association of another programme, another city, the own municipality and the operator: a refusal, or `y` for any answer
 * that is no refusal.
 */
const audiences = {
  everyone: 'y y y y y y y y y',
  signedIn: '401 y y y y y y y y',
  owner: '404 404 y 404 404 404 404 404 404',
  ownerSignedIn: '401 404 y 404 404 404 404 404 404',
  organiser: '401 403 403 y 404 404 403 403 403',
  organiserOfModule: '401 403 403 y 400 400 403 403 403',
  organisations: '401 403 403 y y y 403 403 403',
  organiserOrReader: '401 403 403 y 404 404 404 y 403',
  organiserOrRefused: '401 403 403 y 404 404 404 403 403',
  staffOfOrganisation: '401 403 403 y 404 404 404 404 403',
  executors: '401 403 403 y y 404 403 403 403',
  parties: '401 403 403 y y 404 404 y 403',
  staff: '401 403 403 y y y y y 403',
  municipalities: '401 403 403 403 403 403 y y 403',
  municipality: '401 403 403 404 404 404 404 y 403',
  ownOrganisation: '401 403 403 403 403 403 404 y 403',
  payerAndPayee: '401 403 403 y 404 404 404 y 403',
  operator: '401 403 403 403 403 403 403 403 y',
  // Of an organisation: its administrators and those of its municipality; of a municipality: its own and the operators.
  inChargeOfOrganisation: '401 404 404 y 404 404 404 y 404',
  inChargeOfMunicipality: '401 404 404 404 404 404 404 y y',
  invited: '401 404 404 404 404 404 404 404 404',
  // Who has the right signature, link or secret; without it nothing is there.
  holder: '404 404 404 404 404 404 404 404 404',
  signed: '403 403 403 403 403 403 403 403 403',
  operatorOfMail: '401 403 403 403 403 403 403 403 404',
} as const;

// A new operation fails the test until it stands here.
const expected: Record<string, keyof typeof audiences> = {
  'GET /modules': 'everyone',
  'GET /modules/{idOrSlug}': 'everyone',
  'GET /sessions': 'everyone',
  'GET /session-facets': 'everyone',
  'GET /sessions/{id}': 'everyone',
  'GET /sessions/{id}/calendar': 'everyone',
  'GET /sessions/{id}/access-check': 'everyone',
  'GET /session-calendar': 'everyone',
  'GET /organisations/{id}': 'everyone',
  'GET /pictures/{name}': 'everyone',
  'GET /organisations/{slug}/calendar': 'everyone',
  'GET /programmes': 'everyone',
  'GET /programmes/{id}': 'everyone',
  'GET /programmes/{id}/products': 'everyone',
  // Nothing is there when no sender has a logo, as here.
  'GET /programmes/{id}/share-image': 'holder',
  'GET /programmes/{id}/public-figures': 'everyone',
  'GET /businesses/{kvkNumber}': 'everyone',
  'GET /industry-codes': 'everyone',
  'PUT /industry-codes': 'operator',
  'POST /eligibility-checks': 'everyone',
  'POST /sessions/{id}/registrations': 'everyone',
  'POST /sign-ins': 'everyone',
  'POST /auth-sessions': 'everyone',
  'DELETE /auth-sessions/current': 'everyone',
  // A code or link that is not right is a mistake of who types it.
  'POST /registrations/{id}/confirmation': 'everyone',
  'GET /registration-confirmations/{token}': 'everyone',
  'GET /personal-calendar': 'everyone',
  'GET /mail-unsubscriptions/{token}': 'holder',
  'POST /mail-unsubscriptions': 'holder',
  'POST /webhooks/resend-inbound': 'holder',
  'POST /webhooks/resend': 'signed',

  'GET /me': 'signedIn',
  'GET /me/preferences': 'signedIn',
  'PUT /me/preferences': 'signedIn',
  'GET /me/registrations': 'signedIn',
  'GET /me/calendar-feed': 'signedIn',
  'POST /me/calendar-feed': 'signedIn',
  'DELETE /me/calendar-feed': 'signedIn',

  'GET /me/organisation-applications': 'signedIn',
  'POST /me/organisation-applications': 'signedIn',

  'GET /registrations/{id}': 'owner',
  'GET /registrations/{id}/calendar': 'owner',
  'GET /registrations/{id}/declarations': 'owner',
  'PUT /registrations/{id}/declarations': 'owner',
  'GET /registrations/{id}/background': 'owner',
  'PUT /registrations/{id}/background': 'owner',
  'GET /registrations/{id}/membership': 'owner',
  'PUT /registrations/{id}/membership': 'owner',
  'GET /registrations/{id}/kvk-number': 'owner',
  'PUT /registrations/{id}/kvk-number': 'owner',
  'GET /registrations/{id}/review-request': 'owner',
  'POST /registrations/{id}/review-request': 'owner',
  'PUT /registrations/{id}/waits': 'owner',
  'POST /registrations/{id}/swap': 'owner',
  'POST /registrations/{id}/cancellation': 'owner',
  'POST /registrations/{id}/link-revocation': 'ownerSignedIn',

  'GET /me/sessions': 'organisations',
  'GET /me/organisations': 'organisations',
  'PUT /organisations/{id}/profile': 'organiser',
  'PUT /organisations/{id}/logo': 'organiser',
  'DELETE /organisations/{id}/logo': 'organiser',
  'GET /me/modules': 'organisations',
  'GET /me/venues': 'organisations',
  'GET /me/modules/{idOrSlug}': 'organiserOrReader',
  'GET /me/submitted-modules': 'municipalities',
  'GET /organisations/{id}/modules': 'staffOfOrganisation',
  'POST /organisations/{id}/modules': 'staffOfOrganisation',
  'PATCH /modules/{id}': 'organiserOrRefused',
  'PUT /modules/{id}/picture': 'organiserOrRefused',
  'DELETE /modules/{id}/picture': 'organiserOrRefused',
  'POST /modules/{id}/copies': 'organiserOrRefused',
  'POST /modules/{id}/steps': 'organiserOrRefused',
  'GET /me/own-venues': 'organisations',
  'POST /organisations/{id}/venues': 'organiser',
  'PATCH /venues/{id}': 'organiser',
  'POST /venues/{id}/archiving': 'organiser',
  'POST /me/sessions': 'organiserOfModule',
  'GET /me/sessions/{id}': 'organiser',
  'DELETE /me/sessions/{id}': 'organiser',
  'POST /me/sessions/{id}/publication': 'organiser',
  'POST /me/sessions/online': 'organiser',
  'POST /me/sessions/back': 'organiser',
  'PATCH /sessions/{id}': 'organiser',
  'POST /sessions/{id}/copies': 'organiser',
  'POST /sessions/{id}/cancellation': 'organiser',
  'GET /sessions/{id}/attendance': 'organiser',
  'PUT /sessions/{id}/attendance': 'organiser',
  'POST /sessions/{id}/walk-ins': 'organiser',
  'GET /organisations/{id}/roster': 'organiser',
  'PUT /organisations/{id}/roster': 'organiser',
  'GET /organisations/{id}/billing': 'staffOfOrganisation',
  'PUT /organisations/{id}/billing': 'staffOfOrganisation',
  'POST /signals/{id}/responses': 'executors',

  'GET /me/settlements': 'staff',
  'GET /programmes/{id}/quarters/{ordinal}/access-checks': 'parties',
  'GET /programmes/{id}/quarters/{ordinal}/report': 'parties',
  'GET /programmes/{id}/quarters/{ordinal}/report-snapshots': 'parties',
  'GET /programmes/{id}/quarters/{ordinal}/settlement': 'parties',
  'GET /programmes/{id}/quarters/{ordinal}/phase-changes': 'parties',
  'GET /programmes/{id}/quarters/{ordinal}/evaluations': 'parties',
  'GET /programmes/{id}/calendar-quarters/{quarter}/report': 'parties',
  'GET /programmes/{id}/calendar-quarters/{quarter}/report-snapshots': 'parties',
  'GET /programmes/{id}/report-snapshots/{snapshot}': 'parties',
  'GET /programmes/{id}/report-comparison': 'parties',
  'GET /programmes/{id}/signals': 'parties',
  'GET /programmes/{id}/history': 'parties',
  'GET /programmes/{id}/measures': 'parties',

  'GET /organisations': 'municipalities',
  'POST /organisations': 'municipalities',
  'PUT /organisations/{id}': 'ownOrganisation',
  'POST /organisations/{id}/decision': 'ownOrganisation',
  'POST /organisations/{id}/ending': 'ownOrganisation',

  'POST /programmes': 'municipalities',
  'GET /programmes/{id}/settings': 'municipality',
  'PUT /programmes/{id}/settings': 'municipality',
  'PATCH /programmes/{id}/settings': 'municipality',
  'GET /programmes/{id}/opening': 'municipality',
  'GET /programmes/{id}/phases': 'municipality',
  'PUT /programmes/{id}/quarters/{ordinal}/phase': 'municipality',
  'DELETE /programmes/{id}/quarters/{ordinal}/phase': 'municipality',
  'PUT /programmes/{id}/products': 'municipality',
  'GET /programmes/{id}/reviews': 'municipality',
  'POST /programmes/{id}/kvk-number-requests': 'municipality',
  'GET /registrations/{id}/review': 'municipality',
  'POST /registrations/{id}/review': 'municipality',
  'POST /registrations/{id}/decisions': 'municipality',
  'PUT /programmes/{id}/reference-distributions/{dimension}': 'municipality',
  'POST /programmes/{id}/history': 'municipality',
  'POST /figure-batches/{id}/withdrawal': 'municipality',
  'GET /programmes/{id}/rule-sets': 'municipality',
  'POST /programmes/{id}/rule-sets': 'municipality',
  'POST /programmes/{id}/rule-sets/preview': 'municipality',
  'GET /programmes/{id}/caps': 'municipality',
  'GET /programmes/{id}/de-minimis': 'municipality',
  'POST /de-minimis-grants/{id}/registration': 'municipality',
  'GET /programmes/{id}/budget': 'municipality',
  'GET /programmes/{id}/ledger': 'municipality',
  'POST /programmes/{id}/quarters/{ordinal}/settlement': 'municipality',
  'POST /programmes/{id}/quarters/{ordinal}/phase-changes': 'municipality',
  'POST /programmes/{id}/quarters/{ordinal}/phase-changes/{change}/undoing': 'municipality',
  'POST /programmes/{id}/quarters/{ordinal}/evaluations': 'municipality',
  'POST /programmes/{id}/measures': 'municipality',
  'GET /programmes/{id}/quarters/{ordinal}/settlements/{number}/invoices/{organisation}': 'payerAndPayee',

  'GET /workplaces/{id}/staff': 'inChargeOfOrganisation',
  'POST /workplaces/{id}/invitations': 'inChargeOfOrganisation',
  'DELETE /workplaces/{id}/invitations/{invitation}': 'inChargeOfOrganisation',
  'PUT /workplaces/{id}/staff/{accountId}': 'inChargeOfOrganisation',
  'DELETE /workplaces/{id}/staff/{accountId}': 'inChargeOfOrganisation',
  'GET /me/invitations/{id}': 'invited',
  'POST /me/invitations/{id}/acceptance': 'invited',
  'DELETE /me/invitations/{id}': 'invited',
  'GET /municipalities': 'operator',
  'POST /municipalities': 'operator',
  'GET /municipalities/{id}': 'inChargeOfMunicipality',
  'PUT /municipalities/{id}': 'inChargeOfMunicipality',
  'GET /municipalities/{id}/districts': 'inChargeOfMunicipality',
  'PUT /municipalities/{id}/districts': 'inChargeOfMunicipality',
  'PUT /municipalities/{id}/colours': 'inChargeOfMunicipality',
  'PUT /municipalities/{id}/logo': 'inChargeOfMunicipality',
  'DELETE /municipalities/{id}/logo': 'inChargeOfMunicipality',
  'GET /failed-mails': 'operator',
  'POST /failed-mails/{id}/resend': 'operatorOfMail',
};

/** Who may read a text that not everyone may. */
const readers: Record<keyof typeof secrets | 'account', { who: Who[]; at?: RegExp }> = {
  draft: { who: ['organiser'] },
  // Staff of the organiser sees its offer before the programme runs; nobody else does.
  planned: { who: [] },
  programme: { who: [] },
  product: { who: [] },
  bookingCode: { who: ['organiser'] },
  onlineUrl: { who: ['organiser'] },
  name: {
    who: ['owner', 'organiser', 'municipality'],
    at: /registrations|attendance|reviews?|de-minimis|\/me$/,
  },
  email: { who: ['owner'], at: /registrations|\/me$/ },
  kvkNumber: {
    who: ['owner', 'municipality', 'organiser'],
    at: /registrations|reviews?|de-minimis|businesses|billing|walk-ins/,
  },
  explanation: { who: ['municipality', 'owner'], at: /review/ },
  account: { who: ['owner'], at: /\/me$/ },
};

let world: Doors;
let operations: string[] = [];
beforeAll(async () => {
  world = await doorsWorld(api);
  const { paths } = (await call('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, unknown>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
});

async function knock(operation: string, who: Who) {
  const { path, body } = requestOf(world, operation, time.now);
  const cookie = world.who[who];
  return call(operation.split(' ')[0]!, path, {
    ...(body !== undefined && { body }),
    ...(cookie && { cookie }),
  });
}
/** Where anyone may come, `not-found` is no refusal of a person. */
const isRefused = (operation: string, status: number) =>
  [401, 403, ...(/^(everyone|signedIn)$/.test(expected[operation]!) ? [] : [404])].includes(status);
const rightOf = (operation: string) => audiences[expected[operation]!].split(' ');
const mayOf = (operation: string) => everyone.filter((_, n) => rightOf(operation)[n] === 'y');

// What ends something goes last, and within an operation who is refused goes first.
const lateness = (operation: string) =>
  ['GET', 'PUT', 'POST', 'publication', 'cancellation|revocation', 'DELETE'].findLastIndex((word) =>
    new RegExp(word).test(operation),
  );

it('what is not published yet is not there, except for who makes it', async () => {
  const { draft, early, planned } = world;
  const paths = [draft, early].flatMap(({ id, moduleId }) => [
    `/sessions/${id}`,
    `/sessions/${id}/calendar`,
    `/sessions/${id}/access-check`,
    ...(id === early.id ? [`/modules/${moduleId}`] : []),
  ]);
  const own = `/programmes/${planned.programme.slug}`;
  for (const who of everyone) {
    const cookie = world.who[who];
    for (const path of [...paths, own, `${own}/products`]) {
      const { status } = await call('GET', path, { ...(cookie && { cookie }) });
      expect([who, path, status]).toEqual([who, path, 404]);
    }
    const check = { body: { sessionId: draft.id, kvkNumber: '69599084' }, ...(cookie && { cookie }) };
    expect((await call('POST', '/eligibility-checks', check)).status).toBe(404);
    const place = { body: { name: 'Bo Jansen', email: 'bo@deur.example' }, ...(cookie && { cookie }) };
    expect((await call('POST', `/sessions/${draft.id}/registrations`, place)).status).toBe(404);
  }
});

it('the municipality prepares its draft: rules, products and money', async () => {
  const { municipality, programme } = world.planned;
  const cookie = await api.signIn((await makeStaff(api.db, [{ municipalityId: municipality.id }])).email);
  const own = `/programmes/${programme.slug}`;
  for (const path of ['', '/products', '/rule-sets', '/caps', '/budget', '/settings', '/measures']) {
    expect([path, (await call('GET', own + path, { cookie })).status]).toEqual([path, 200]);
  }
  expect((await call('PUT', `${own}/products`, { cookie, body: { items: [] } })).status).toBe(200);
});

it('a programme of which sessions were published does not become a draft again', async () => {
  const { version, motivation, settings } = world.settings;
  const answer = await call('PUT', `/programmes/${world.programme.slug}/settings`, {
    cookie: world.who.municipality!,
    body: { version, motivation, settings: { ...settings, status: 'draft' } },
  });
  expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'settings.status', code: 'in-use' }]);
});

it('every operation says whom it is for', () => {
  expect(operations.filter((operation) => !(operation in expected))).toEqual([]);
  expect(Object.keys(expected).filter((operation) => !operations.includes(operation))).toEqual([]);
});

describe('each operation', () => {
  it('refuses who it is not for, with the same answer as ever', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      for (const [n, who] of everyone.entries()) {
        const right = rightOf(operation)[n]!;
        if (right === 'y') continue;
        const { status } = await knock(operation, who);
        if (String(status) !== right) wrong.push(`${operation}: ${who} ${status}, not ${right}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('tells nobody what is not for them', async () => {
    const told: string[] = [];
    for (const operation of operations.filter((one) => one.startsWith('GET'))) {
      for (const who of everyone) {
        const { path } = requestOf(world, operation, time.now);
        const text = JSON.stringify((await knock(operation, who)).body);
        for (const [secret, { who: may, at = /./ }] of Object.entries(readers)) {
          const needle = secret === 'account' ? world.accountId : secrets[secret as keyof typeof secrets];
          const isEcho = secret === 'kvkNumber' && path.startsWith('/businesses');
          if (text.includes(needle) && !isEcho && !(may.includes(who) && at.test(path))) {
            told.push(`${operation}: ${who} reads ${secret}`);
          }
        }
      }
    }
    expect(told).toEqual([]);
  }, 60_000);

  it('lets in who it is for', async () => {
    const wrong: string[] = [];
    for (const operation of operations.toSorted((a, b) => lateness(a) - lateness(b))) {
      for (const who of mayOf(operation)) {
        if (operation === 'DELETE /auth-sessions/current') continue;
        const { status, body } = await knock(operation, who);
        if (status >= 500 || isRefused(operation, status))
          wrong.push(`${operation}: ${who} ${status} ${problemIn({ body }).code}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
