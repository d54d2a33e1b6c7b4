import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildWhenNeeded } from '../../site/run/build.ts';
import { decision } from './decision.ts';
import { mailQueue } from './mail-queue.ts';
import * as registrations from './registrations.ts';
import { report } from './report.ts';
import { openPlace, type Place } from './server.ts';

/** A figure, next to the least it could cost: measured in the same run, because machines differ and are never quiet. */
export type Result = {
  name: string;
  value: number;
  unit: string;
  floor: number | null;
  ratio: number | null;
};

const benches: Record<string, (place: Place) => Promise<Result[]>> = {
  'registrations-hot': registrations.hot,
  'registrations-spread': registrations.spread,
  'registrations-paid': registrations.paid,
  'registrations-at-1m': registrations.atOneMillion,
  decision,
  'mail-queue': mailQueue,
  report,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}

await buildWhenNeeded(console.log);
const results: Result[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`${name} ...`);
  // A place of its own: nothing of one bench stands in the way of the next.
  const place = await openPlace();
  try {
    results.push(...(await benches[name]!(place)));
  } catch (error) {
    // Told before all is closed: what is still under way ends the process then, with an error of its own.
    console.error(error);
    throw error;
  } finally {
    await place.close();
  }
}
const round = (value: number | null) => value && Number(value.toPrecision(4));
const table = results.map((one) => ({
  ...one,
  value: round(one.value),
  floor: round(one.floor),
  ratio: round(one.ratio),
}));
console.table(table);
// What was not asked for stays as it was measured before.
const file = fileURLToPath(new URL('results.json', import.meta.url));
const measured = new Set(table.map(({ name }) => name));
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result[]) : [];
const all = [...before.filter(({ name }) => !measured.has(name)), ...table];
writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
