import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { core } from './core.ts';
import { equivalents } from './equivalent.ts';
import { type Mutant, mutate } from './mutate.ts';
import { openTests } from './run-tests.ts';

const asked = process.argv.slice(2);
const changed = asked.includes('--changed')
  ? execFileSync('git', ['diff', '--name-only', 'main'], { encoding: 'utf8' }).split('\n')
  : null;
const starts = asked.filter((one) => !one.startsWith('--'));
const isAsked = (file: string) =>
  (changed === null || changed.includes(file)) &&
  (starts.length === 0 || starts.some((start) => file.startsWith(start)));

const files = new Map(
  core.filter(isAsked).map((file) => [file, mutate(file, readFileSync(file, 'utf8'))] as const),
);
const mutants = [...files.values()].flatMap((file) => file.mutants);
if (mutants.length === 0) {
  console.log('Nothing to change here.');
  process.exit(0);
}

const isListed = (mutant: Mutant) => equivalents.some((one) => isSame(one, mutant));
const isSame = (one: (typeof equivalents)[number], { file, line, code, becomes }: Mutant) =>
  file.endsWith(`/${one.file}`) &&
  one.code === code &&
  one.becomes === becomes &&
  (one.line ?? line) === line;

console.log(`${mutants.length} mutants in ${files.size} files ...`);
const tests = await openTests((file) => files.get(file)?.code);
const listed = mutants.filter(isListed);
const {
  killed: seen,
  reached,
  atLoad,
} = await tests.runAll(
  [...files.keys()],
  listed.map(({ id }) => id),
);
const killed = new Set(seen);
const onlyAtLoad = mutants.filter(
  (mutant) =>
    !isListed(mutant) &&
    !killed.has(mutant.id) &&
    !reached!.includes(mutant.id) &&
    atLoad!.includes(mutant.id),
);
for (const { id } of onlyAtLoad) if (await tests.runOne(id)) killed.add(id);
await tests.close();

const survivors = mutants.filter((mutant) => !killed.has(mutant.id) && !isListed(mutant));
for (const { file, at, line, code, becomes } of survivors)
  console.log(`\n${file}:${at}  ${line}\n  ${code}\n  -> ${becomes || '(left out)'}`);

console.log('\nkilled  of    equivalent');
for (const [file, own] of files) {
  const equivalent = own.mutants.filter(isListed).length;
  const score = own.mutants.filter(({ id }) => killed.has(id)).length;
  console.log(
    `${String(score).padEnd(7)} ${String(own.mutants.length).padEnd(5)} ${String(equivalent).padEnd(5)} ${file}`,
  );
}
const real = mutants.length - listed.length;
console.log(
  `${killed.size} of ${real} killed (${((100 * killed.size) / real).toFixed(1)}%), ${listed.length} equivalent`,
);

// Who asks for a part sees only a part of the list.
const stale = equivalents.filter(
  (one) => asked.length === 0 && !mutants.some((mutant) => isSame(one, mutant)),
);
for (const { file, code, becomes } of stale)
  console.log(`No longer there, take it off the list: ${file}: ${code} -> ${becomes}`);
process.exitCode = survivors.length + stale.length > 0 ? 1 : 0;
