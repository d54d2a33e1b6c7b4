import { relative, resolve } from 'node:path';
import { BaseSequencer, createVitest, type TestModule, type TestSpecification } from 'vitest/node';

const LAST = 'tests/mutants/every-mutant.ts';
class MutantsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((a, b) => Number(a.moduleId.endsWith(LAST)) - Number(b.moduleId.endsWith(LAST)));
  }
}

/** The tests of the rules, in one thread, with the mutated code in place of the files of that name. */
export async function openTests(codeOf: (file: string) => string | undefined) {
  const vitest = await createVitest(
    'test',
    {
      config: false,
      watch: false,
      include: ['tests/rules/**/*.test.ts', LAST],
      setupFiles: ['tests/support/console.ts', 'tests/mutants/setup.ts'],
      runner: 'tests/mutants/runner.ts',
      sequence: { sequencer: MutantsLast },
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      fsModuleCache: false,
      reporters: [{}],
      testTimeout: 60_000,
    },
    {
      plugins: [
        {
          name: 'mutants',
          enforce: 'pre',
          transform: (_: string, id: string) => codeOf(relative(process.cwd(), id)) ?? null,
        },
      ],
    },
  );

  /** Every mutant in its turn. Which were killed, and which came by only while modules loaded. */
  async function runAll(files: readonly string[], skipped: readonly string[]) {
    vitest.config.related = [...files, LAST].map((file) => resolve(file));
    vitest.provide('skipped', skipped);
    vitest.provide('active', null);
    const { testModules } = await vitest.start();
    const broken = failuresOf(testModules);
    if (broken.length > 0) throw new Error(`Without a mutant these fail:\n${broken.join('\n')}`);
    const metas = testModules.flatMap((file) => [...file.children.allTests()].map((test) => test.meta()));
    return metas.find((meta) => meta.killed)!;
  }

  /** One mutant that is at work from the beginning; everything loads again. */
  async function runOne(id: string) {
    vitest.provide('active', id);
    vitest.config.bail = 1;
    vitest.config.related = [resolve(id.split('#')[0]!)];
    const { testModules, unhandledErrors } = await vitest.start();
    return failuresOf(testModules).length + unhandledErrors.length > 0;
  }

  return { runAll, runOne, close: () => vitest.close() };
}

const failuresOf = (files: readonly TestModule[]) =>
  files.flatMap((file) => [
    ...file.errors().map(({ message }) => `${file.relativeModuleId}: ${message}`),
    ...[...file.children.allTests('failed')].map(
      (test) => `${test.fullName}: ${test.result().errors?.[0]?.message}`,
    ),
  ]);
