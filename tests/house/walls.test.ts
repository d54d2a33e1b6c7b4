import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import walls from '../../.dependency-cruiser.mjs';
import plan from '../../api/plan.json' with { type: 'json' };

/** A file that takes something from another, `only` its type where that is said, and the walls it breaks by that. */
type Case = { from: string; to: string; only?: 'type'; breaks: string[] };
const breaks = (from: string, to: string, ...walls: string[]): Case => ({ from, to, breaks: walls });
const may = (from: string, to: string, only?: 'type'): Case => ({
  from,
  to,
  breaks: [],
  ...(only && { only }),
});

const floors = Object.entries(plan);
/** Each two that stand in an order, of which the first knows nothing of the second. */
const pairs = <One>(ordered: One[]) =>
  ordered.flatMap((low, n) => ordered.slice(n + 1).map((high) => [low, high] as const));

const betweenWings = pairs(Object.keys(plan)).flatMap(([low, high]) => [
  breaks(
    `api/${low}/up.ts`,
    `api/${high}/leaf.ts`,
    `wing-${low}-knows-none-above`,
    ...(low === 'language' ? ['rules-lean-on-rules', 'language-stands-alone'] : []),
  ),
  low === 'language'
    ? {
        ...breaks('api/language/types.ts', `api/${high}/leaf.ts`, 'language-stands-alone'),
        only: 'type' as const,
      }
    : may(`api/${low}/types.ts`, `api/${high}/leaf.ts`, 'type'),
  may(`api/${high}/down.ts`, `api/${low}/leaf.ts`),
]);
const betweenRooms = floors.flatMap(([wing, rooms]) =>
  pairs<string>(rooms).flatMap(([low, high]) => [
    breaks(`api/${wing}/${low}/up.ts`, `api/${wing}/${high}/leaf.ts`, `room-${low}-knows-none-above`),
    may(`api/${wing}/${low}/types.ts`, `api/${wing}/${high}/leaf.ts`, 'type'),
    may(`api/${wing}/${high}/down.ts`, `api/${wing}/${low}/leaf.ts`),
  ]),
);

const cases: Case[] = [
  ...betweenWings,
  ...betweenRooms,
  breaks('site/fetch.ts', 'api/cellar/queries.ts', 'no-room-outside-the-plan'),
  breaks('site/fetch.ts', 'api/money/cellar/queries.ts', 'no-room-outside-the-plan'),

  breaks('api/money/cost/door.ts', 'api/config.ts', 'rooms-know-no-front-door'),
  may('api/money/cost/door-types.ts', 'api/config.ts', 'type'),
  may('api/app.ts', 'api/money/cost/leaf.ts'),

  breaks('db/seed/up.ts', 'api/money/cost/leaf.ts', 'ground-floor'),
  breaks('emails/up.ts', 'api/money/cost/leaf.ts', 'ground-floor'),
  breaks('emails/aside.ts', 'db/leaf.ts', 'ground-floor'),
  breaks('db/aside.ts', 'emails/leaf.ts', 'ground-floor'),
  may('db/seed/down.ts', 'db/leaf.ts'),
  may('api/money/cost/down.ts', 'db/leaf.ts'),
  may('api/mail/letters/down.ts', 'emails/leaf.ts'),
  breaks('api/money/cost/site.ts', 'site/leaf.ts', 'api-knows-no-site'),

  breaks('site/mijn/down.ts', 'db/leaf.ts', 'site-uses-the-api'),
  breaks('site/mijn/mail.ts', 'emails/leaf.ts', 'site-uses-the-api'),
  may('site/run/seed.ts', 'db/leaf.ts'),
  breaks('site/mijn/read.ts', 'api/money/cost/queries.ts', 'site-takes-types-and-rules'),
  may('site/mijn/types.ts', 'api/money/cost/queries.ts', 'type'),
  may('site/mijn/judge.ts', 'api/money/cost/pure.rules.ts'),
  may('site/mijn/judge.ts', 'api/money/cost/schema.ts'),
  may('site/mijn/judge.ts', 'api/language/leaf.ts'),
  may('site/fetch.ts', 'api/app.ts'),
  breaks('site/mijn/app.ts', 'api/app.ts', 'one-front-door', 'site-takes-types-and-rules'),
  breaks('site/start.ts', 'api/app.ts', 'one-front-door'),

  ...['cost/rules.ts', 'cost/some.rules.ts'].flatMap((rules) => [
    breaks(`api/money/${rules}`, 'db/leaf.ts', 'rules-are-pure'),
    breaks(`api/money/${rules}`, 'hono', 'rules-are-pure'),
    breaks(`api/money/${rules}`, 'api/money/cost/leaf.ts', 'rules-lean-on-rules'),
    breaks(`api/money/${rules}`, 'node:crypto', 'rules-ask-no-machine'),
    may(`api/money/${rules}`, 'api/money/cost/pure.rules.ts'),
    may(`api/money/${rules}`, 'api/money/cost/schema.ts'),
  ]),
  breaks('api/language/reads.ts', 'node:crypto', 'rules-ask-no-machine', 'language-stands-alone'),
  breaks('db/seed/words.ts', 'api/language/leaf.ts', 'db-speaks-no-language'),
  may('emails/words.ts', 'api/language/leaf.ts'),

  breaks('api/mail/notices/looks.ts', 'db/schema/audit.ts', 'one-file-knows-the-audit-log'),
  may('api/unit-of-work/audit.ts', 'db/schema/audit.ts'),
  breaks('api/people/accounts/cookies.ts', 'lucia', 'one-file-knows-lucia'),
  may('api/people/accounts/auth.ts', 'lucia'),
  breaks('emails/send.ts', 'resend', 'transports-and-inbound-know-resend'),
  may('emails/transports/resend.ts', 'resend'),
  breaks('emails/send.ts', 'nodemailer', 'one-file-knows-nodemailer'),
  may('emails/transports/smtp.ts', 'nodemailer'),
  breaks('api/paying/business-register/wait.ts', 'cockatiel', 'few-know-how-to-wait'),
  may('api/paying/business-register/resilience.ts', 'cockatiel'),

  breaks('site/mijn/fixture.ts', 'tests/support/leaf.ts', 'tests-stay-outside'),
  may('tests/api/some.test.ts', 'api/money/cost/queries.ts'),
  // Of a circle, one way is reported.
  breaks('db/one.ts', 'db/other.ts', 'no-circles'),
  breaks('db/other.ts', 'db/one.ts'),
  may('db/some.ts', 'db/more.ts'),
  may('db/more.ts', 'db/some.ts', 'type'),
  breaks('db/lost.ts', 'db/gone.ts', 'no-loose-ends'),
];

const packages = ['hono', 'lucia', 'resend', 'nodemailer', 'cockatiel'];
const isFile = (path: string) => path.includes('/');

/** Builds a house in which every file takes what the cases say, and tells what the check says of it. */
async function check(built: Case[]) {
  const house = await mkdtemp(join(tmpdir(), 'walls-'));
  houses.push(house);
  const sources = new Map<string, string[]>([['tests/leaf.ts', []]]);
  const lines = (path: string) => sources.set(path, sources.get(path) ?? []).get(path)!;
  for (const { from, to, only } of built) {
    const path = isFile(to) ? relative(dirname(from), to).replace(/^(?!\.)/, './') : to;
    lines(from).push(only ? `export type * from '${path}';` : `export * from '${path}';`);
    if (isFile(to) && to !== 'db/gone.ts') lines(to);
  }
  for (const name of packages) {
    lines(`node_modules/${name}/index.js`);
    lines(`node_modules/${name}/package.json`).push(JSON.stringify({ name, main: 'index.js' }));
  }
  lines('package.json').push(
    JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '1'])) }),
  );
  lines('tsconfig.json').push('{}');
  for (const floor of ['site', 'api', 'db', 'emails', 'tests']) lines(`${floor}/ground.ts`);
  for (const [path, text] of sources) {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), text.length > 0 ? text.join('\n') : 'export {};');
  }
  await cp('.dependency-cruiser.mjs', join(house, '.dependency-cruiser.mjs'));
  await cp('api/plan.json', join(house, 'api/plan.json'));
  const program = resolve('node_modules/.bin/depcruise');
  const command = [program, 'site', 'api', 'db', 'emails', 'tests', '--output-type', 'json'];
  const printed = await new Promise<string>((done, fail) =>
    execFile(process.execPath, command, { cwd: house, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      stdout ? done(stdout) : fail(error ?? new Error(stderr)),
    ),
  );
  const { violations } = (JSON.parse(printed) as { summary: Summary }).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}
type Summary = { violations: { rule: { name: string }; from: string; to: string }[] };
const houses: string[] = [];
afterAll(() => Promise.all(houses.map((house) => rm(house, { recursive: true }))));

const seenAs = (to: string) =>
  packages.includes(to)
    ? `node_modules/${to}/index.js`
    : to.replace(/^node:|^db(?=\/gone)/, (start) => (start === 'db' ? '.' : ''));
const reports = cases.flatMap(({ from, to, breaks }) =>
  breaks.map((wall) => `${wall}: ${from} -> ${seenAs(to)}`),
);

describe('the walls of .dependency-cruiser.mjs', () => {
  it('each have a case that breaks them', () => {
    const broken = new Set(cases.flatMap((one) => one.breaks));
    expect(walls.forbidden.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
    expect([...broken].filter((name) => !walls.forbidden.some((wall) => wall.name === name))).toEqual([]);
  });

  it('each report what breaks them, and nothing of what only goes where it may', async () => {
    expect(await check(cases)).toEqual(reports.sort());
  }, 60_000);
});
