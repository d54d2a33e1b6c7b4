import { StartError } from '../../db/embedded-place.ts';
import { claimData } from './claim.ts';
import { openDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { runProcess } from './process.ts';

await runProcess(async (onStop) => {
  const environment = readEnvironment();
  if (!environment.ownDatabase)
    throw new StartError('DATABASE_URL is set: reset only throws away the embedded database.');
  await claimData(environment, onStop);
  const database = await openDatabase(environment, { log: console.log, fresh: true });
  await database.stop();
  console.log(`The database is new, ${environment.wantsDemo ? 'with the demo data' : 'and empty'}.`);
});
