import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { record } from '../../api/unit-of-work/audit.ts';
import { writesWithoutAudit } from './writes.ts';

/** What may be written without an audit row, and why. */
const unrecorded: Record<string, string> = {
  challenges: 'codes and their tries; what they open is recorded',
  idempotencyKeys: 'answers, kept to be given again',
  businessLookups: 'what the register said, kept for a day',
  pictures: 'the bytes of what is shown; who shows what is recorded',
  mailbox: 'mails themselves',
  mailDeliveries: 'what became of mails',
  webhookReceipts: 'that a call of the mail provider was seen',
  inboundMails: 'mails that came in; what they change is recorded',
  notices: 'that someone was told',
  digests: 'that someone was told',
  signalNotices: 'that someone was told',
  signalRuns: 'that a day was looked at',
  reportSnapshots: 'a copy of a report, which is never changed',
  accessChecks: 'what a check found, a history itself',
};

const api = new Map(globSync('api/**/*.ts').map((path) => [path, readFileSync(path, 'utf8')]));
const found = writesWithoutAudit(api);

describe('every write of api', () => {
  it('leaves an audit row', () => {
    const silent = found.filter(({ table }) => !(table in unrecorded));
    expect(silent.map(({ table, way }) => `${table}: ${way}`)).toEqual([]);
  });

  it('says what was done with a word of the list', () => {
    // @ts-expect-error An action that is not on the list does not compile.
    const unknown: Parameters<typeof record>[1] = { action: 'session.painted', subjectId: '' };
    expect(unknown.action).toBe('session.painted');
  });

  it('that may go unrecorded is still there', () => {
    const silent = new Set(found.map(({ table }) => table));
    expect(Object.keys(unrecorded).filter((table) => !silent.has(table))).toEqual([]);
  });
});

describe('the check finds', () => {
  const imports = `import { record } from '../../unit-of-work/audit.ts';
    import { insertRows } from '../../../db/insert.ts';
    import { waits, registrations as places } from '../../../db/schema/registrations.ts';`;
  const silentIn = (files: Record<string, string>) =>
    writesWithoutAudit(
      new Map(
        Object.entries(files).map(([name, text]) => [`api/some/room/${name}.ts`, `${imports}\n${text}`]),
      ),
    ).map(({ table, way }) => `${table}: ${way.replaceAll('api/some/room/', '')}`);

  it.each([
    ['an insert', 'tx.insert(places).values({})', 'registrations'],
    ['an update', 'tx.update(places).set({})', 'registrations'],
    ['a removal', 'tx.delete(waits)', 'waits'],
    ['many rows', 'insertRows(tx, waits, [])', 'waits'],
  ])('%s', (_, write, table) => {
    const verb = (record: string) =>
      silentIn({
        verb: `export async function act(work) { const { tx } = work; await ${write}; ${record} }`,
      });
    expect(verb('')).toEqual([`${table}: verb.ts#act`]);
    expect(verb(`await record(work, { action: 'session.changed', subjectId: '' });`)).toEqual([]);
  });

  const write = 'export const write = (tx) => tx.delete(waits);';
  const verb = (name: string, then: string) =>
    `import { write } from './write.ts'; export async function ${name}(work) { await write(work.tx); ${then} }`;

  it('one caller that leaves no row, beside one that does', () => {
    const good = verb('good', 'await record(work);');
    expect(silentIn({ write, good })).toEqual([]);
    expect(silentIn({ write, good, bad: verb('bad', '') })).toEqual(['waits: write.ts#write < bad.ts#bad']);
  });

  it('no row of its own in what the portal wrote down on the way', () => {
    const free = `import { bySystem } from '../../unit-of-work/work.ts';
      export const free = (work) => record(bySystem(work));`;
    const act = `import { free } from './free.ts'; ${verb('act', 'await free(work);')}`;
    expect(silentIn({ write, free, act })).toEqual(['waits: write.ts#write < act.ts#act']);
  });

  it('a row in the verb that another one ends with', () => {
    const end = 'export const end = (work) => record(work);';
    expect(
      silentIn({ write, end, act: `import { end } from './end.ts'; ${verb('act', 'await end(work);')}` }),
    ).toEqual([]);
  });

  it('no row of a route in the verb beside it', () => {
    const good = verb('good', 'await record(work);');
    const routes = `import { good } from './good.ts'; import { bad } from './bad.ts'; export const routes = [good, bad];`;
    expect(silentIn({ write, good, bad: verb('bad', ''), 'own-routes': routes })).toEqual([
      'waits: write.ts#write < bad.ts#bad < own-routes.ts#routes',
    ]);
  });
});
