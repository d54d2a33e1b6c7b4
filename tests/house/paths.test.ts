import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plan from '../../api/plan.json' with { type: 'json' };

const texts = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')].toSorted();
const read = (path: string) => readFileSync(path, 'utf8');

/** What a text says in backticks of the floors, and of tests by their folder: `races/money`. */
const pathsIn = (text: string) =>
  [
    ...text.matchAll(/`((?:api|site|db|emails|docs|tests|races|rules|model|faults|runtime)\/[\w./{},*-]*)`/g),
  ].map(([, path]) => path!);
const exists = (path: string) =>
  [path, `${path}.test.ts`, `tests/${path}.test.ts`].some(
    (one) => existsSync(one) || globSync(one).length > 0,
  );

describe('what a text points at is there', () => {
  it.each(texts)('%s', (path) => {
    expect(pathsIn(read(path)).filter((one) => !exists(one))).toEqual([]);
  });

  it('or the check says what is gone', () => {
    const gone = pathsIn(
      '`api/money/ledger/gone.ts`, `races/gone`, `api/app.ts`, `races/money` and `api/{work,gone}/x.ts`',
    );
    expect(gone.filter((one) => !exists(one))).toEqual([
      'api/money/ledger/gone.ts',
      'races/gone',
      'api/{work,gone}/x.ts',
    ]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('has every wing and room of api, in the order of the plan', () => {
    const rows = [...read('CONTRIBUTING.md').matchAll(/^\| +`api\/([\w-]+)` +\|[^|]*\| ([^|]*)\|$/gm)];
    const told = rows.map(([, wing, rooms]) => [
      wing,
      [...rooms!.matchAll(/`([\w-]+)`/g)].map(([, room]) => room),
    ]);
    expect(told.toReversed()).toEqual(Object.entries(plan));
  });
});

/** Every answer has a path, and names with it what stands there. */
const answersIn = (text: string) =>
  [...text.matchAll(/^\| ([^|]+\?) +\| ([^|]+)\|$/gm)].map(([, question, answer]) => ({
    question: question!,
    paths: pathsIn(answer!),
    names: [...answer!.matchAll(/`([^`]+)`/g)]
      .map(([, name]) => name!)
      .filter((name) => !existsSync(name) && !name.includes('/')),
  }));
const lost = ({ paths, names }: ReturnType<typeof answersIn>[number]) =>
  names.filter(
    (name) => !paths.some((path) => /\.\w+$/.test(path) && existsSync(path) && read(path).includes(name)),
  );

describe('docs/where.md', () => {
  const answers = answersIn(read('docs/where.md'));

  it('answers twenty questions or more', () => expect(answers.length).toBeGreaterThanOrEqual(20));

  it.each(answers)('$question', (answer) => {
    expect(answer.paths).not.toEqual([]);
    expect(lost(answer)).toEqual([]);
  });

  it('names nothing that is gone', () => {
    const [answer] = answersIn(
      '| Where is it? | `moneyOfPlace` and `moneyOfMoon` in `api/money/ledger/rules.ts` |',
    );
    expect(lost(answer!)).toEqual(['moneyOfMoon']);
  });
});
