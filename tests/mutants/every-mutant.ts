import { inject, it } from 'vitest';
import { atLoad, passed, watch } from './watch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Those that need no look: listed as equivalent. */
    skipped: readonly string[];
    /** At work from the beginning; null when every mutant has its turn. */
    active: string | null;
  }
  interface TaskMeta {
    atLoad?: string[];
    reached?: string[];
    killed?: string[];
  }
}

/** The last of all: what the other tests left to be run again, the quick ones first. */
it.skipIf(inject('active') !== null)('every mutant has its turn', { timeout: 0 }, async ({ task }) => {
  const skipped = new Set(inject('skipped'));
  const killed = new Set<string>();
  const reached = new Set(passed.flatMap((test) => [...test.reached.keys()]));
  for (const { run, reached: here } of passed.toSorted((a, b) => a.ms - b.ms)) {
    const open = [...here].filter(([id]) => !skipped.has(id) && !killed.has(id));
    for (const [id, times] of open) if (await fails(run, id, times)) killed.add(id);
    if (open.length > 0) await run();
  }
  Object.assign(task.meta, { atLoad: [...atLoad], reached: [...reached], killed: [...killed] });
});

async function fails(run: () => unknown, id: string, times: number) {
  watch.use(id, times);
  try {
    await run();
    return false;
  } catch {
    return true;
  } finally {
    watch.use(null);
  }
}
