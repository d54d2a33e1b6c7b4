import { beforeAll, describe, expect, it } from 'vitest';
import { problemIn, testApi } from '../support/api.ts';
import { type Doors, doorsWorld, requestOf, type Who } from '../support/doors.ts';

const api = await testApi();
const { call, time } = api;

const writers: [Who, RegExp][] = [
  ['owner', /registrations\/|\/me\/pref/],
  ['organiser', /sessions\/|me\/sessions|organisations|signals/],
  ['municipality', /./],
];
const reviewed = /registrations\/\{id\}\/(review|decisions)$/;
const writerOf = (operation: string) =>
  reviewed.test(operation) ? 'municipality' : writers.find(([, pattern]) => pattern.test(operation))![0];

/** What nobody types by accident. None of it may be more than refused. */
const evil: unknown[] = [
  'a\u0000b',
  'a\udfffb',
  '\u202e<script>alert(1)</script>',
  'x'.repeat(50_000),
  '0001-01-01',
  '9999-12-31T23:59:59.999Z',
  2 ** 31,
  -(2 ** 53),
  null,
  Array.from({ length: 1000 }, () => 0),
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
];

/** Every copy of a body with one leaf or branch of it changed into `value`. */
function* spoilt(body: unknown, value: unknown): Generator<unknown> {
  yield value;
  if (typeof body !== 'object' || body === null) return;
  for (const [key, inner] of Object.entries(body)) {
    for (const bad of spoilt(inner, value)) {
      yield Array.isArray(body)
        ? body.map((one, n) => (String(n) === key ? bad : one))
        : { ...body, [key]: bad };
    }
  }
}

/** Every copy of a body in which one text has a mark that turns the direction of what follows. */
function* turned(body: unknown): Generator<unknown> {
  if (typeof body === 'string') return void (yield `${body.slice(0, 1)}\u202e${body.slice(1)}`);
  if (typeof body !== 'object' || body === null) return;
  for (const [key, inner] of Object.entries(body)) {
    for (const bad of turned(inner)) {
      yield Array.isArray(body)
        ? body.map((one, n) => (String(n) === key ? bad : one))
        : { ...body, [key]: bad };
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

let world: Doors;
let operations: string[];
let reads: string[];
beforeAll(async () => {
  world = await doorsWorld(api);
  const { paths } = (await call('GET', '/openapi.json')).body as {
    paths: Record<string, Record<string, { requestBody?: object }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      requestBody ? `${method.toUpperCase()} ${path.replace('/api/v1', '')}` : [],
    ),
  );
  reads = Object.entries(paths).flatMap(([path, methods]) =>
    'get' in methods ? `GET ${path.replace('/api/v1', '')}` : [],
  );
});

describe('a body that is not right', () => {
  it('is refused, whatever stands where', async () => {
    const wrong = new Set<string>();
    let version = 1;
    for (const operation of operations) {
      const { path, body } = requestOf(world, operation, time.now);
      const cookie = world.who[writerOf(operation)]!;
      for (const value of evil) {
        for (const bad of spoilt(body, value)) {
          const current = operation.endsWith('/settings') && isRecord(bad) && bad.version === 1;
          const sent = current ? { ...bad, version } : bad;
          const { status } = await call(operation.split(' ')[0]!, path, { cookie, body: sent });
          if (current && status === 200) version++;
          if (status >= 500) wrong.add(`${operation} ${JSON.stringify(bad).slice(0, 300)}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  }, 120_000);

  it('leaves nothing that cannot be read', async () => {
    const wrong = [];
    for (const operation of reads) {
      for (const who of ['owner', 'organiser', 'municipality'] as const) {
        const { path } = requestOf(world, operation, time.now);
        const { status } = await call('GET', path, { cookie: world.who[who]! });
        if (status >= 500) wrong.push(`${operation} ${who}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is refused when it is no JSON, is nested without end, or is called something else', async () => {
    const deep = 30_000;
    const raws = ['{', '[1,', 'null', '"a"', '['.repeat(deep) + ']'.repeat(deep), '{"a":1,"a":{"a":2}}', ''];
    const types = ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'];
    // More than a picture may be.
    const tooLong = 'x'.repeat(8_000_000);
    const wrong: string[] = [];
    for (const operation of operations) {
      const [method, cookie] = [operation.split(' ')[0]!, world.who[writerOf(operation)]!];
      const { path } = requestOf(world, operation, time.now);
      const answers = await Promise.all([
        ...raws.map((raw) => call(method, path, { cookie, raw })),
        ...types.map((type) => call(method, path, { cookie, raw: '{}', headers: { 'content-type': type } })),
        call(method, path, { cookie, raw: tooLong }),
      ]);
      answers.forEach(({ status }, n) => status >= 500 && wrong.push(`${operation} ${n}: ${status}`));
      for (const { status } of answers.slice(raws.length)) expect([413, 415]).toContain(status);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('is refused at once when it is nested deeper than anyone asks, whatever it holds', async () => {
    const path = `/signals/${world.signal}/responses`;
    const ask = (raw: string) => call('POST', path, { cookie: world.who.organiser!, raw });
    for (const deep of [40, 3_000, 20_000]) {
      const answer = await ask(`{"text":"Zo","more":${'['.repeat(deep)}"\\u0001"${']'.repeat(deep)}}`);
      expect([deep, problemIn(answer).code]).toEqual([deep, 'malformed-json']);
    }
    const flat = await ask(`{"text":"[[[[ \\"{{ ","more":${'['.repeat(20)}${']'.repeat(20)}}`);
    expect(problemIn(flat).code).not.toBe('malformed-json');
  });

  it('is refused when it turns the direction of a line, in every text that is kept', async () => {
    const kept: string[] = [];
    for (const operation of operations) {
      const { path, body } = requestOf(world, operation, time.now);
      const cookie = world.who[writerOf(operation)]!;
      for (const bad of turned(body)) {
        const { status } = await call(operation.split(' ')[0]!, path, { cookie, body: bad });
        if (status < 300) kept.push(`${operation} ${JSON.stringify(bad).slice(0, 300)}`);
      }
    }
    expect(kept).toEqual([]);
  });

  it('names the field with text that cannot be kept, also deep in a list', async () => {
    const body = { emails: [], kvkNumbers: ['69599084', '6959\0'] };
    const path = `/organisations/${world.association.id}/roster`;
    const answer = await call('PUT', path, { cookie: world.who.organiser!, body });
    expect(problemIn(answer).invalidParams).toMatchObject([{ name: 'kvkNumbers.1', code: 'invalid' }]);
    for (const text of ['\b', '\u0001', '\u001b[31m', '\uffff', '\udc00']) {
      const told = await call('POST', `/signals/${world.signal}/responses`, {
        cookie: world.who.organiser!,
        body: { text: `Zo ${text}` },
      });
      expect(problemIn(told).invalidParams).toMatchObject([{ name: 'text', code: 'invalid' }]);
    }
  });
});
