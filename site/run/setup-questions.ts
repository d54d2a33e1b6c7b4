import { createInterface } from 'node:readline/promises';
import { newOperator } from '../../api/people/accounts/schema.ts';
import { StartError } from '../../db/embedded-place.ts';
import type { Operators } from './setup-file.ts';

/** Asks who becomes operator; nobody need, when there are some. Asks again for what cannot be. */
export async function askOperators(existing: number): Promise<Operators> {
  const terminal = createInterface({ input: process.stdin });
  // Not `question`: that loses what was typed ahead.
  const lines = terminal[Symbol.asyncIterator]();
  const hangUp = () => terminal.close();
  process.once('SIGINT', hangUp).once('SIGTERM', hangUp);
  const ask = async (question: string) => {
    process.stdout.write(question);
    const { value, done } = await lines.next();
    if (done)
      throw new StartError('\nNobody answers. Without a terminal: npm run setup -- --file setup.json');
    return value;
  };
  const askFor = async (field: 'name' | 'email', question: string): Promise<string> => {
    const { data } = newOperator.shape[field].safeParse(await ask(question));
    if (data !== undefined) return data;
    console.log(`That is no ${field === 'name' ? 'name' : 'mail address'}.`);
    return askFor(field, question);
  };
  try {
    if (existing > 0) {
      const more = await ask(
        `There ${existing === 1 ? 'is an operator' : `are ${existing} operators`}. Another one? (y/N) `,
      );
      if (!/^[yj]/i.test(more.trim())) return [];
    }
    const name = await askFor('name', 'Name of the operator: ');
    const email = await askFor('email', 'Mail address of the operator: ');
    return [newOperator.parse({ name, email })];
  } finally {
    process.off('SIGINT', hangUp).off('SIGTERM', hangUp);
    terminal.close();
  }
}
