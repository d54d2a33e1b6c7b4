import { keptMails } from '../../api/mail/calendar/kept-mail.ts';
import { StartError } from '../../db/embedded-place.ts';
import { openDb } from '../../db/open.ts';
import { readEnvironment } from './environment.ts';
import { runProcess } from './process.ts';

/** Prints the mails that are kept for the operator, one JSON object a line. */
await runProcess(async () => {
  const { ownDatabase } = readEnvironment();
  const { DATABASE_URL: url, SECRET: secret } = process.env;
  if (ownDatabase || !url || !secret)
    throw new StartError('Set DATABASE_URL and SECRET to read the mails that are kept.');
  const { db, close } = openDb(url, { connections: 1 });
  try {
    for (const mail of await keptMails(db, secret)) console.log(JSON.stringify(mail));
  } finally {
    await close();
  }
});
