/** A mutant that a test asks for much more often than the rule itself did has made a loop endless. */
const mostTimes = (times: number) => 10 * times + 1_000;

/** What the mutants in the code ask: which of them is at work. Counts who came by while none is. */
class Watch {
  #active: string | null = null;
  #left = Infinity;
  #came = new Map<string, number>();
  readonly #memories: { clear(): void }[] = [];

  reached = (id: string) => {
    if (this.#active === null) this.#came.set(id, (this.#came.get(id) ?? 0) + 1);
    if (this.#active !== id) return false;
    if (--this.#left < 0) throw new Error('endless');
    return true;
  };

  /** Who came by since the last time, and how often. */
  taken() {
    const all = this.#came;
    this.#came = new Map();
    return all;
  }

  /** A constant: made again while one of its mutants is at work. */
  again = <Value>(value: Value, make: { (): Value; ids: string[] }): Value => {
    if (this.#active !== null) return make.ids.includes(this.#active) ? make() : value;
    for (const id of make.ids) this.#came.set(id, (this.#came.get(id) ?? 0) + 1);
    return value;
  };

  /** A memory of a file, which is empty again for each mutant. */
  remember = <Memory extends { clear(): void }>(memory: Memory): Memory => {
    this.#memories.push(memory);
    return memory;
  };

  use(id: string | null, times = Infinity) {
    for (const memory of this.#memories) memory.clear();
    this.#active = id;
    this.#left = mostTimes(times);
  }
}

/** A test that passed, what it takes, and the mutants that it comes by. */
type Passed = { run: () => unknown; ms: number; reached: Map<string, number> };

// One for all test files of a run, however often they load.
const kept = globalThis as {
  watch?: Watch;
  passed?: Passed[];
  atLoad?: Set<string>;
  reached?: Watch['reached'];
};
export const watch = (kept.watch ??= new Watch());
export const passed = (kept.passed ??= []);
/** Came by while modules loaded or tests were made: for these everything must load again. */
export const atLoad = (kept.atLoad ??= new Set());
kept.reached = watch.reached;
