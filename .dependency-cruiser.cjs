const frontDoor = ['^site/fetch\\.ts$', '^site/start\\.ts$', '^site/run/'];
const pureOfApi = [
  '/schema\\.ts$',
  '/rules\\.ts$',
  '/shapes\\.ts$',
  '/periods\\.ts$',
  '^api/contract\\.ts$',
  '^api/time\\.ts$',
  '^api/money\\.ts$',
];
const ofEligibility =
  '^api/eligibility/(area|caps|check.*|cost|facts|judge|reasons.*|replay|rule-words)\\.ts$';
const rules = ['^api/.+/(reserve-)?rules\\.ts$', '^api/(time|money)\\.ts$', ofEligibility];
const outside =
  '^node_modules/(hono|@hono|drizzle-orm|postgres|pg-boss|lucia|@lucia-auth|resend|nodemailer|astro)/';

/** The floors of the house: site -> api -> db, and api -> emails. */
module.exports = {
  forbidden: [
    {
      name: 'ground-floor',
      comment: 'db and emails know nothing of the floors above, nor of each other.',
      severity: 'error',
      from: { path: '^(db|emails)/' },
      to: { path: '^(site|api|db|emails)/', pathNot: '^$1/' },
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
      to: { path: ['^(db|emails)/', outside, '/queries\\.ts$', '/routes\\.ts$'] },
    },
    {
      name: 'rules-ask-no-machine',
      severity: 'error',
      from: { path: rules },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-file-knows-lucia',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/', pathNot: '^api/accounts/auth\\.ts$' },
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
      name: 'one-file-knows-how-to-wait',
      severity: 'error',
      from: { path: '^(site|api|db|emails)/', pathNot: '^api/business-register/resilience\\.ts$' },
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
