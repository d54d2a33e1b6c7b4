// On globalThis, because the build bundles its own copy of this module and both must see the same set.
const KEY: unique symbol = Symbol.for('opkoers.shutdown');
const registry = globalThis as { [KEY]?: Set<() => Promise<void>> };

/** The front door registers here what must be closed before the database stops: the worker, the connections. */
export function onShutdown(close: () => Promise<void>) {
  (registry[KEY] ??= new Set()).add(close);
}

export async function runShutdown() {
  const closing = [...(registry[KEY] ?? [])];
  registry[KEY]?.clear();
  for (const close of closing) await close();
}
