type Waiting<In, Out> = { input: In; resolve: (output: Out) => void; reject: (error: unknown) => void };

/**
 * Does together what is asked while an earlier run for the same `key` is busy: nobody waits for company, but whoever comes
 * in during a rush shares the next run. `run` gives an output for each input, in their order; when it throws, all who were
 * in it hear the same, and with an `isForAll` error so do all who wait for the next. Two inputs of one `person` are never in
 * one run, so the second sees what became of the first.
 */
export function together<In extends { person: string }, Out>(
  run: (key: string, inputs: In[]) => Promise<Out[]>,
  { most, isForAll }: { most: number; isForAll: (error: unknown) => boolean },
) {
  const queues = new Map<string, Waiting<In, Out>[]>();

  async function work(key: string, queue: Waiting<In, Out>[]) {
    while (queue.length > 0) {
      const now = takeFirst(queue, most);
      try {
        const outputs = await run(
          key,
          now.map(({ input }) => input),
        );
        now.forEach(({ resolve }, n) => resolve(outputs[n]!));
      } catch (error) {
        const waiting = isForAll(error) ? queue.splice(0) : [];
        for (const { reject } of [...now, ...waiting]) reject(error);
      }
    }
    queues.delete(key);
  }

  return (key: string, input: In) =>
    new Promise<Out>((resolve, reject) => {
      const waiting = { input, resolve, reject };
      const queue = queues.get(key);
      if (queue) return void queue.push(waiting);
      const fresh = [waiting];
      queues.set(key, fresh);
      void work(key, fresh);
    });
}

function takeFirst<In extends { person: string }, Out>(queue: Waiting<In, Out>[], most: number) {
  const people = new Set<string>();
  const first: Waiting<In, Out>[] = [];
  const later: Waiting<In, Out>[] = [];
  for (const waiting of queue.splice(0)) {
    const { person } = waiting.input;
    if (first.length < most && !people.has(person)) first.push(waiting);
    else later.push(waiting);
    people.add(person);
  }
  queue.push(...later);
  return first;
}
