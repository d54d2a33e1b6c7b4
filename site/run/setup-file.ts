import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { newOperator } from '../../api/people/accounts/schema.ts';
import { StartError } from '../../db/embedded-place.ts';

const setup = z.strictObject({ operators: z.array(newOperator).min(1) });

export type Operators = z.output<typeof setup>['operators'];

/** Who must become operator by the file of `--file`, or null when there is none. Names every mistake in it at once. */
export function readSetupFile(args: string[]): Operators | null {
  const file = fileOf(args);
  if (file === undefined) return null;
  const parsed = setup.safeParse(contentOf(file));
  if (parsed.success) return parsed.data.operators;
  const inOrder = parsed.error.issues.filter(
    ({ path }, n, all) => all.findIndex((one) => one.path.join() === path.join()) === n,
  );
  const lines = inOrder.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  throw new StartError([`${file} is not as it must be:`, ...lines].join('\n'));
}

function fileOf(args: string[]) {
  try {
    return parseArgs({ args, options: { file: { type: 'string' } } }).values.file;
  } catch (error) {
    throw new StartError(
      `${(error as Error).message}\nUse: npm run setup, or npm run setup -- --file setup.json`,
    );
  }
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
