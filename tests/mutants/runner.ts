import { type RunnerTestCase, TestRunner } from 'vitest';
import { atLoad, passed, watch } from './watch.ts';

/** Runs each test as it is, and keeps it to be run again with every mutant that it came by. */
export default class extends TestRunner {
  async runTask(test: RunnerTestCase) {
    const run = TestRunner.getTestFn(test);
    for (const id of watch.taken().keys()) atLoad.add(id);
    const begun = performance.now();
    await run();
    const ms = performance.now() - begun;
    passed.push({ run, ms, reached: watch.taken() });
  }
}
