import { eq } from 'drizzle-orm';
import { makeOperator } from '../../api/people/accounts/make-operator.ts';
import { inWork, system } from '../../api/unit-of-work/work.ts';
import { holdsDemoData } from '../../db/demo.ts';
import { type Db, openDb } from '../../db/open.ts';
import { accountRoles } from '../../db/schema/accounts.ts';
import { municipalities } from '../../db/schema/organisations.ts';
import { claimData } from './claim.ts';
import { openDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { missing } from './missing.ts';
import { runProcess } from './process.ts';
import { type Operators, readSetupFile } from './setup-file.ts';
import { askOperators } from './setup-questions.ts';

/**
 * Makes the first operators in the database that `npm start` uses, and says what is still missing. Can be run again: who is
 * an operator stays one. With `--file` nothing is asked.
 */
await runProcess(async (onStop) => {
  const given = readSetupFile(process.argv.slice(2));
  const environment = readEnvironment();
  await claimData(environment, onStop);
  const database = await openDatabase({ ...environment, wantsDemo: false }, { log: console.log });
  onStop(database.stop);
  const { db, close } = openDb(database.url, { connections: 1 });
  onStop(close);
  await makeOperators(db, given ?? (await askOperators(await numberOfOperators(db))));

  const lines = missing({
    ...environment,
    isProduction: process.env.NODE_ENV === 'production',
    holdsDemo: await holdsDemoData(db),
    operators: await numberOfOperators(db),
    municipalities: await db.$count(municipalities),
  });
  console.log(['Still missing, to run for real:', ...lines.map((line) => `- ${line}`)].join('\n'));
  await close();
  await database.stop();
});

function numberOfOperators(db: Db) {
  return db.$count(accountRoles, eq(accountRoles.role, 'operator'));
}

/** All of them or none. */
async function makeOperators(db: Db, operators: Operators) {
  const secret = process.env.SECRET!;
  const enqueueMail = () => Promise.reject(new Error('setup sends no mail'));
  const made = await inWork(
    { db, enqueueMail, config: { secret } },
    { actor: system, now: new Date() },
    async (work) => {
      const results: string[] = [];
      for (const operator of operators) {
        const isNew = await makeOperator(work, operator);
        results.push(`${operator.email} ${isNew ? 'is now an operator' : 'was an operator already'}.`);
      }
      return results;
    },
  );
  for (const line of made) console.log(line);
}
