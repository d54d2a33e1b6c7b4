import plan from './api/plan.json' with { type: 'json' };

const frontDoor = ['^site/fetch\\.ts$', '^site/start\\.ts$', '^site/run/'];

/** What is pure says so in its name; `api/language` is pure as a whole. */
const rules = ['/rules\\.ts$', '\\.rules\\.ts$', '^api/language/'];
/** What a page may take from the API at runtime. */
const pureOfApi = [...rules, '/schema\\.ts$', '/shapes\\.ts$', '^api/http/contract\\.ts$'];
/** What rules may lean on besides each other. */
const beneathRules = [
  ...rules,
  '/schema\\.ts$',
  '/facts\\.ts$',
  '^api/http/(contract|validation)\\.ts$',
  // What the API says to people.
  'words[^/]*\\.ts$',
];
const outside =
  '^node_modules/(hono|@hono|drizzle-orm|postgres|pg-boss|lucia|@lucia-auth|resend|nodemailer|astro)/';

/** The wings and their rooms from the bottom up: what stands later leans on what stands earlier, never the other way. */
const wings = Object.keys(plan);
const runtime = { dependencyTypesNot: ['type-only'] };
const wingsGoDown = wings.slice(0, -1).map((wing, n) => ({
  name: `wing-${wing}-knows-none-above`,
  comment: 'Runtime imports between wings only go down, in the order of api/plan.json.',
  severity: 'error',
  from: { path: `^api/${wing}/` },
  to: { path: `^api/(${wings.slice(n + 1).join('|')})/`, ...runtime },
}));
const roomsGoDown = wings.flatMap((wing) =>
  plan[wing].slice(0, -1).map((room, n) => ({
    name: `room-${room}-knows-none-above`,
    comment: 'Within a wing too: a room that two others need stands before them in api/plan.json.',
    severity: 'error',
    from: { path: `^api/${wing}/${room}/` },
    to: { path: `^api/${wing}/(${plan[wing].slice(n + 1).join('|')})/`, ...runtime },
  })),
);
const roomPaths = wings.flatMap((wing) => [
  `^api/${wing}/[^/]+$`,
  ...plan[wing].map((room) => `^api/${wing}/${room}/`),
]);

/** The floors of the house: site -> api -> db, and api -> emails. */
export default {
  forbidden: [
    ...wingsGoDown,
    ...roomsGoDown,
    {
      name: 'no-room-outside-the-plan',
      comment: 'A new room picks its place in api/plan.json before its first line is written.',
      severity: 'error',
      from: {},
      to: { path: '^api/', pathNot: ['^api/[^/]+$', ...roomPaths] },
    },
    {
      name: 'rooms-know-no-front-door',
      comment: 'What lies in api itself puts the rooms together; of it they take types.',
      severity: 'error',
      from: { path: '^api/[^/]+/' },
      to: { path: '^api/[^/]+\\.ts$', ...runtime },
    },
    {
      name: 'ground-floor',
      comment:
        'db and emails know nothing of the floors above, nor of each other. Mails speak the common language.',
      severity: 'error',
      from: { path: '^(db|emails)/' },
      to: { path: '^(site|api|db|emails)/', pathNot: ['^$1/', '^api/language/'] },
    },
    {
      name: 'db-speaks-no-language',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^api/language/' },
    },
    {
      name: 'language-stands-alone',
      comment: 'Site, api and emails all stand on it, so it knows nothing but itself, Luxon and zod.',
      severity: 'error',
      from: { path: '^api/language/' },
      to: { pathNot: '^(api/language/|node_modules/(luxon|@types/luxon|zod)/)' },
    },
    {
      name: 'api-knows-no-site',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^site/' },
    },
    {
      name: 'site-uses-the-api',
      comment: 'Only the front door and what starts it know the database and the mails.',
      severity: 'error',
      from: { path: '^site/', pathNot: frontDoor },
      to: { path: '^(db|emails)/' },
    },
    {
      name: 'site-takes-types-and-rules',
      severity: 'error',
      from: { path: '^site/', pathNot: [...frontDoor, '^site/env\\.d\\.ts$'] },
      to: { path: '^api/', pathNot: pureOfApi, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-front-door',
      comment: 'Only site/fetch.ts puts the API together with its dependencies.',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/', pathNot: '^site/fetch\\.ts$' },
      to: { path: '^api/app\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules and time get plain data and `now`: no database, no HTTP.',
      severity: 'error',
      from: { path: rules },
      to: { path: ['^(db|emails|site)/', outside], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-lean-on-rules',
      severity: 'error',
      from: { path: rules },
      to: { path: '^api/', pathNot: beneathRules, ...runtime },
    },
    {
      name: 'rules-ask-no-machine',
      severity: 'error',
      from: { path: rules },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-file-knows-the-audit-log',
      comment: 'It is written to be shown. What the work itself must know has a column of its own.',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/unit-of-work/audit\\.ts$' },
      to: { path: '^db/schema/audit\\.ts$' },
    },
    {
      name: 'one-file-knows-lucia',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/', pathNot: '^api/people/accounts/auth\\.ts$' },
      to: { path: '^node_modules/(lucia|@lucia-auth)/' },
    },
    {
      name: 'transports-and-inbound-know-resend',
      severity: 'error',
      from: {
        path: '^(site|api|db|emails)/',
        pathNot: '^emails/(transports|inbound)/resend(-events)?\\.ts$',
      },
      to: { path: '^node_modules/resend/' },
    },
    {
      name: 'few-know-how-to-wait',
      comment: 'Who asks another service, and who draws: each takes its turn.',
      severity: 'error',
      from: {
        path: '^(site|api|db|emails)/',
        pathNot: '^api/(paying/business-register/resilience|people/pictures/make)\\.ts$',
      },
      to: { path: '^node_modules/(cockatiel|p-queue)/' },
    },
    {
      name: 'one-file-knows-nodemailer',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/', pathNot: '^emails/transports/smtp\\.ts$' },
      to: { path: '^node_modules/nodemailer/' },
    },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-loose-ends',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^astro:', '^virtual:', '\\.astro$'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
