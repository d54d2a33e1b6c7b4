/** A number that is published, or null where it is hidden; and sums of numbers by name. */
export type Published = Record<string, number | null>;
export type Sum = { parts: string[]; total: number | string };
type Interval = { low: number; high: number };
type State = Map<string, Interval>;

/**
 * Someone with every published number, who knows that hidden ones are at least `least`, and how numbers add up. Narrows
 * intervals until nothing changes, and tries out what is left: a number is known when no other value has a solution.
 */
export function attack(published: Published, sums: Sum[], least: (name: string) => number, most: number) {
  const start: State = new Map(
    Object.entries(published).map(([name, value]) => [
      name,
      value === null ? { low: least(name), high: most } : { low: value, high: value },
    ]),
  );
  const hidden = Object.keys(published).filter((name) => published[name] === null);
  const base = narrow(start, sums);
  if (!base) throw new Error('What is published contradicts itself.');
  const known = new Map<string, number>();
  for (const name of hidden) {
    const { low, high } = base.get(name)!;
    const found: number[] = [];
    for (let value = low; value <= high && found.length < 2; value += 1)
      if (isPossible(withValue(base, name, value), sums)) found.push(value);
    if (found.length === 1) known.set(name, found[0]!);
  }
  return known;
}

const withValue = (state: State, name: string, value: number): State =>
  new Map(state).set(name, { low: value, high: value });

function isPossible(state: State, sums: Sum[]): boolean {
  const narrowed = narrow(state, sums);
  if (!narrowed) return false;
  const open = [...narrowed].filter(([, { low, high }]) => low < high);
  if (open.length === 0) return true;
  const [name, { low, high }] = open.reduce((a, b) => (b[1].high - b[1].low < a[1].high - a[1].low ? b : a));
  for (let value = low; value <= high; value += 1)
    if (isPossible(withValue(narrowed, name, value), sums)) return true;
  return false;
}

/** Null when there is no solution. */
function narrow(from: State, sums: Sum[]): State | null {
  const state = new Map(from);
  for (let changed = true; changed;) {
    changed = false;
    for (const { parts, total } of sums) {
      const all = parts.map((name) => state.get(name)!);
      const whole = typeof total === 'string' ? state.get(total)! : { low: total, high: total };
      const lows = all.reduce((sum, { low }) => sum + low, 0);
      const highs = all.reduce((sum, { high }) => sum + high, 0);
      const set = (name: string, low: number, high: number) => {
        const before = state.get(name)!;
        const next = { low: Math.max(before.low, low), high: Math.min(before.high, high) };
        if (next.low === before.low && next.high === before.high) return true;
        changed = true;
        state.set(name, next);
        return next.low <= next.high;
      };
      if (typeof total === 'string' && !set(total, lows, highs)) return null;
      if (lows > whole.high || highs < whole.low) return null;
      for (const [n, name] of parts.entries()) {
        const { low, high } = all[n]!;
        if (!set(name, whole.low - (highs - high), whole.high - (lows - low))) return null;
      }
    }
  }
  return state;
}
