import { manageToken } from '../../api/unit-of-work/secrets.ts';
import type { testApi } from './api.ts';
import { programmeQuarter } from '../../api/steering/reports/periods.rules.ts';
import { takeSnapshot } from '../../api/steering/reports/take-snapshot.ts';
import { HOUR, makeProgramme, makeSession, makeStaff } from './fixtures.ts';

const prose = 'Omdat het zo goed gaat.';
const SQUARE = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>',
).toString('base64');

/** What not everyone may read, each a text that stands nowhere else. */
export const secrets = {
  draft: 'Nog niet af, dit',
  programme: 'Stil plan',
  product: 'Stil gesprek',
  planned: 'Pas later te zien',
  bookingCode: 'KOMBINNEN',
  onlineUrl: 'https://bellen.example/geheim',
  name: 'Ellen Eigenaar',
  email: 'eigenaar@deur.example',
  kvkNumber: '69599084',
  explanation: 'Mijn adres is geheim.',
};

type Api = Awaited<ReturnType<typeof testApi>>;

/** One programme with everything in it that an operation can be about, and everyone who may knock. */
export async function doorsWorld(api: Api) {
  const { db, sql, time, call, signIn, latestCode, config } = api;
  const now = time.now;
  const made = await makeProgramme(db, now, { funding: 'perParticipant', requiresOpenAccess: true });
  const elsewhere = await makeProgramme(db, now);
  const { programme, municipality, association, otherAssociation, quarter } = made;
  const session = await makeSession(db, made, now, {
    capacity: 20,
    placesPerBusiness: null,
    startsAt: new Date(now.getTime() + HOUR / 2),
    module: { priceExVatCents: 250_00 },
  });
  const draft = await makeSession(db, made, now, {
    status: 'draft',
    bookingCode: secrets.bookingCode,
    onlineUrl: secrets.onlineUrl,
    leader: secrets.draft,
  });
  const planned = await makeProgramme(db, now, { status: 'draft', name: secrets.programme });
  const early = await makeSession(db, planned, now, { module: { title: secrets.planned } });
  await sql`insert into products (programme_id, code, name, price_cents, in_package, position)
    values (${planned.programme.id}, 'gesprek', ${secrets.product}, 10000, false, 0)`;
  await sql`update rule_sets set rules = rules || '[{"kind": "manualReview"}]' where programme_id = ${programme.id}`;
  const staff = async (role: Parameters<typeof makeStaff>[1][number]) =>
    signIn((await makeStaff(db, [role])).email);
  const owner = await signIn(secrets.email);
  const placed = await call('POST', `/sessions/${session.id}/registrations`, {
    body: { name: secrets.name, email: secrets.email, kvkNumber: secrets.kvkNumber },
  });
  const registration = (placed.body as { id: string }).id;
  await call('POST', `/registrations/${registration}/confirmation`, {
    body: { code: await latestCode(registration) },
  });
  await call('POST', `/registrations/${registration}/review-request`, {
    cookie: owner,
    body: { explanation: secrets.explanation },
  });

  const one = async (rows: PromiseLike<{ id: string }[]>) => (await rows)[0]!.id;
  await sql`insert into budget_phases (quarter_id, ceiling_cents, state) values (${quarter.id}, 6000000, 'planned')`;
  const signal = await one(sql`
    insert into signals (programme_id, quarter_id, kind, opened_at, municipality_from)
    values (${programme.id}, ${quarter.id}, 'low-interest', ${now}, ${now}) returning id`);
  await sql`insert into signal_readings (signal_id, level, figures, threshold, at)
    values (${signal}, 'attention', '{"taken": 3, "places": 20, "percent": 15}', '{"percent": 50}', ${now})`;
  const period = { ...programmeQuarter(quarter) };
  await db.transaction((tx) => takeSnapshot(tx, programme.id, period, '2026-W48', now));
  const snapshot = await one(sql`select id from report_snapshots where programme_id = ${programme.id}`);
  const batch = await one(sql`
    insert into figure_batches (programme_id, name, imported_at) values (${programme.id}, 'vroeger', ${now}) returning id`);
  const grant = await one(sql`
    insert into de_minimis_grants (programme_id, registration_id, entrepreneur_id, cents, granted_on, register_before)
    select ${programme.id}, id, entrepreneur_id, 25000, current_date - 1, current_date + 20
    from registrations where id = ${registration} returning id`);

  const municipalityCookie = await staff({ municipalityId: municipality.id });
  const change =
    await one(sql`insert into phase_changes (phase_id, kind, effective_on, motivation, decided_by, decided_at)
    select p.id, 'pause', current_date + 100, 'Later', (select id from accounts where email <> ${secrets.email} limit 1), ${now}
    from budget_phases p where p.quarter_id = ${quarter.id} returning id`);
  const settlement = await one(sql`
    insert into settlements (quarter_id, number, as_of, closed_by)
    select ${quarter.id}, 1, ${now}, id from accounts where email <> ${secrets.email} limit 1 returning id`);
  await sql`
    insert into settlement_lines
      (settlement_id, organisation_id, session_id, unit, quantity, unit_cents, unit_vat_cents, vat_rate)
    values (${settlement}, ${association.id}, ${session.id}, 'place', 1, 25000, 0, '0')`;
  const details = ['90003942', 'NL001234567B01', 'NL91ABNA0417164300', 'Laan 1', '1182 JR', 'Amstelveen'];
  for (const { id } of [made.funder, association])
    await sql`insert into organisation_billing values (${id}, ${sql.unsafe(details.map((one) => `'${one}'`).join())})`;
  const { body: answer } = await call('GET', `/programmes/${programme.slug}/settings`, {
    cookie: municipalityCookie,
  });
  const { version, settings } = answer as { version: number; settings: object };
  const venue = await one(sql`insert into venues (organisation_id, name, street, postcode, city)
    values (${association.id}, 'Eigen zaal', 'Laan 2', '1182 JR', 'Amstelveen') returning id`);
  const [accountId] = await sql`select id from accounts where email = ${secrets.email}`;
  const colleague = (await makeStaff(db, [{ organisationId: association.id }])).id;
  const invitation = await one(sql`
    insert into invitations (email, role, organisation_id, duty, expires_at)
    values ('gevraagd@deur.example', 'organisation', ${association.id}, 'door', ${new Date(now.getTime() + HOUR)}) returning id`);

  return {
    ...made,
    planned,
    early,
    accountId: accountId!.id as string,
    colleague,
    invitation,
    settings: { version, motivation: prose, settings },
    module: (await sql`select slug from modules where id = ${session.moduleId}`)[0]!.slug as string,
    elsewhere,
    session,
    draft,
    venue,
    registration,
    signal,
    change,
    snapshot,
    batch,
    grant,
    token: manageToken(config.secret, registration),
    who: {
      nobody: undefined,
      entrepreneur: await signIn('ander@deur.example'),
      owner,
      organiser: await staff({ organisationId: association.id }),
      party: await staff({ organisationId: otherAssociation.id }),
      stranger: await staff({ organisationId: elsewhere.association.id }),
      otherCity: await staff({ municipalityId: elsewhere.municipality.id }),
      municipality: municipalityCookie,
      operator: await staff({ operator: true }),
    } as Record<Who, string | undefined>,
  };
}
export const everyone = [
  'nobody',
  'entrepreneur',
  'owner',
  'organiser',
  'party',
  'stranger',
  'otherCity',
  'municipality',
  'operator',
] as const;
export type Who = (typeof everyone)[number];
export type Doors = Awaited<ReturnType<typeof doorsWorld>>;

/** For each operation with a body, one that can be read; and paths of which the ids are not those of the programme. */
export function requestOf(world: Doors, operation: string, now: Date): { path: string; body?: unknown } {
  const [method, pattern] = operation.split(' ') as [string, string];
  const day = (days: number) => new Date(now.getTime() + days * 24 * HOUR).toISOString().slice(0, 10);
  const later = new Date(now.getTime() + 72 * HOUR).toISOString();
  const values: Record<string, string> = {
    id: world.programme.id,
    idOrSlug: world.module,
    ordinal: '1',
    quarter: `${now.getUTCFullYear()}-q4`,
    dimension: 'age',
    snapshot: world.snapshot,
    change: world.change,
    number: '1',
    organisation: world.association.slug,
    slug: world.association.slug,
    kvkNumber: '69599084',
    token: 'onzin-onzin-onzin-onzin',
    accountId: world.colleague,
    invitation: world.invitation,
    name: `${'0'.repeat(64)}-1x1.png`,
  };
  const first = pattern.split('/')[1]!;
  values.id =
    {
      sessions: world.session.id,
      registrations: world.registration,
      organisations: world.association.id,
      signals: world.signal,
      'figure-batches': world.batch,
      'de-minimis-grants': world.grant,
      'failed-mails': world.grant,
      workplaces: world.association.id,
      municipalities: world.municipality.id,
      venues: world.venue,
      modules: world.session.moduleId,
    }[first] ?? world.programme.id;
  if (pattern.startsWith('/me/sessions/')) values.id = world.draft.id;
  if (pattern.startsWith('/me/invitations/')) values.id = world.invitation;
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
  const sessionIds = [world.session.id];
  const rules = [{ kind: 'programmeRunning' }, { kind: 'kvkNumber', required: false }];
  const picture = { file: SQUARE, alt: 'Een vierkant' };
  const bodies: Record<string, unknown> = {
    'PUT /organisations/{id}/logo': picture,
    'PUT /municipalities/{id}/logo': picture,
    'PUT /modules/{id}/picture': picture,
    'PUT /municipalities/{id}/colours': { colours: { onLight: '#004699', onDark: '#8ab4f8' } },
    'PATCH /sessions/{id}': { leader: 'Bo' },
    'POST /workplaces/{id}/invitations': { email: `bo${Math.random()}@deur.example`, duty: 'door' },
    'PUT /workplaces/{id}/staff/{accountId}': { duty: 'editor' },
    'POST /me/invitations/{id}/acceptance': { name: 'Bo Jansen' },
    'POST /municipalities': {
      name: `Deurne ${Math.random()}`,
      cbsCode: String(1000 + Math.floor(Math.random() * 8999)),
    },
    'PUT /municipalities/{id}': {
      name: 'Deur',
      phone: null,
      openingHours: null,
      helpEmail: null,
      places: [],
      privacyContact: null,
      accessibilityContact: null,
      securityContact: null,
      signposts: [],
    },
    'PUT /municipalities/{id}/districts': { rows: [{ area: '1181', district: 'Noord' }] },
    'PUT /industry-codes': { rows: [{ code: '56', industry: 'Horeca' }] },
    'PUT /registrations/{id}/background': { ageBand: '26-30', homePostcode: '1182' },
    'POST /organisations/{id}/modules': {
      programmeId: world.programme.id,
      title: 'Iets nieuws',
      kind: 'workshop',
      topic: 'sales',
      summary: 'Kort gezegd.',
      description: 'Langer gezegd.',
      durationMinutes: 90,
    },
    'PATCH /modules/{id}': { bring: 'Pen en papier' },
    'POST /modules/{id}/steps': { step: 'archive' },
    'POST /organisations/{id}/venues': {
      name: 'Zaal',
      street: 'Laan 1',
      postcode: '1182jr',
      city: 'Amstelveen',
    },
    'PATCH /venues/{id}': { room: 'Boven' },
    'POST /programmes': {
      name: 'Nieuw plan',
      startsOn: day(0),
      endsOn: day(300),
      creditLine: 'Door de gemeente',
      requiresOpenAccess: true,
      funding: 'perSession',
    },
    'PUT /programmes/{id}/products': {
      items: [{ code: 'gesprek', name: 'Gesprek', hours: 2, priceCents: 100, inPackage: false, cap: 10 }],
    },
    'PUT /programmes/{id}/settings': world.settings,
    'PATCH /programmes/{id}/settings': {
      version: world.settings.version,
      motivation: prose,
      settings: { creditLine: 'Door ons' },
    },
    'PUT /programmes/{id}/quarters/{ordinal}/phase': { ceilingCents: 500 },
    'POST /sessions/{id}/registrations': {
      name: 'Bo Jansen',
      email: `bo${Math.random()}@deur.example`,
      kvkNumber: '69599084',
      declarations: { klein: true },
      deMinimisCents: 100,
      bookingCode: 'abcd',
    },
    'POST /registrations/{id}/confirmation': { code: '000000' },
    'POST /registrations/{id}/swap': { sessionId: world.session.id },
    'PUT /registrations/{id}/waits': { sessionIds },
    'PUT /registrations/{id}/declarations': { declarations: { klein: true }, deMinimisCents: 100 },
    'PUT /registrations/{id}/kvk-number': { kvkNumber: secrets.kvkNumber },
    'POST /programmes/{id}/kvk-number-requests': { registrationIds: [world.registration] },
    'POST /registrations/{id}/review-request': { explanation: prose },
    'POST /registrations/{id}/review': { outcome: 'approved', motivation: prose },
    'POST /sign-ins': { email: 'iemand@deur.example' },
    'POST /auth-sessions': { token: 'onzin-onzin-onzin-onzin' },
    'PUT /me/preferences': { locale: 'nl', reminders: true, digest: true },
    'POST /mail-unsubscriptions': { token: 'onzin-onzin-onzin-onzin' },
    'POST /me/sessions': {
      moduleId: world.session.moduleId,
      leader: 'Bo',
      startsAt: later,
      endsAt: new Date(Date.parse(later) + HOUR).toISOString(),
      deliveryMode: 'online',
      onlineUrl: 'https://bellen.example/1',
      capacity: 5,
    },
    'PUT /sessions/{id}/attendance': {
      marks: [{ registrationId: world.registration, attendance: 'present' }],
    },
    'POST /sessions/{id}/walk-ins': { name: 'Bo Loopin', kvkNumber: '69599084', membership: 'unknown' },
    'POST /me/sessions/online': { sessionIds, onlineUrl: 'https://bellen.example/1' },
    'POST /me/sessions/back': { sessionIds },
    'POST /sessions/{id}/copies': { startsAt: later },
    'PUT /programmes/{id}/reference-distributions/{dimension}': {
      source: 'CBS',
      asOf: day(-1),
      shares: [{ category: 'under-25', share: 0.1 }],
    },
    'POST /signals/{id}/responses': { text: prose },
    'POST /programmes/{id}/history': {
      name: 'vroeger.csv',
      rows: [
        {
          dataset: 'bezoek',
          code: 'a',
          label: 'Bezoek',
          value: '12',
          unit: 'personen',
          asOf: '1-1-2022',
          source: 'nota',
        },
      ],
    },
    'POST /figure-batches/{id}/withdrawal': { reason: prose },
    'PUT /organisations/{id}/roster': { emails: ['lid@deur.example'], kvkNumbers: ['69599084'] },
    'PUT /registrations/{id}/membership': { answer: 'member', memberOf: [world.association.id] },
    'POST /programmes/{id}/rule-sets': { rules, validFrom: day(0) },
    'POST /programmes/{id}/rule-sets/preview': { rules },
    'POST /de-minimis-grants/{id}/registration': { registeredOn: day(0), reference: 'SANI-1' },
    'POST /organisations': { name: 'Nieuwe vereniging', kind: 'association' },
    'PUT /organisations/{id}': { name: 'Eerste vereniging', kind: 'association' },
    'PUT /organisations/{id}/profile': { profile: prose },
    'POST /organisations/{id}/decision': { outcome: 'approved' },
    'POST /me/organisation-applications': {
      municipalityId: world.municipality.id,
      name: 'Zelf aanbieden',
      kind: 'provider',
      profile: prose,
      kvkNumber: '90003942',
      email: 'bo@deur.example',
    },
    'PUT /organisations/{id}/billing': {
      kvkNumber: '69599084',
      street: 'Laan 1',
      city: 'Amstelveen',
      postcode: '1182 JR',
    },
    'POST /programmes/{id}/quarters/{ordinal}/phase-changes': {
      kind: 'reduce',
      ceilingCents: 500,
      repeatedCents: 500,
      effectiveOn: day(0),
      motivation: prose,
    },
    'POST /programmes/{id}/quarters/{ordinal}/phase-changes/{change}/undoing': { motivation: prose },
    'POST /programmes/{id}/quarters/{ordinal}/evaluations': { decision: 'continue', text: prose },
    'POST /programmes/{id}/measures': {
      kind: 'reduceContribution',
      quarter: 1,
      trigger: 'other',
      motivation: prose,
      effectiveOn: day(0),
      ceilingCents: 500,
      repeatedCents: 500,
    },
    'POST /eligibility-checks': { sessionId: world.session.id, kvkNumber: '69599084' },
  };
  const query =
    operation === 'GET /programmes/{id}/report-comparison'
      ? `?from=${world.snapshot}&to=${world.snapshot}`
      : '';
  const body = bodies[operation];
  return { path: path + query, ...(body !== undefined && method !== 'GET' && { body }) };
}
