import { PgBoss } from 'pg-boss';
import { expect, it } from 'vitest';
import { testApi } from '../support/api.ts';
import { imapServer } from '../support/imap.ts';
import { mailOf } from '../support/replies.ts';

const server = await imapServer({ password: 'geheim' });
const { sql, config } = await testApi('empty', {
  env: { IMAP_URL: `imap://noreply:geheim@127.0.0.1:${server.settings.port}`, IMAP_TLS: 'none' },
});

it('the worker reads the mailbox of the settings every minute', async () => {
  server.deliver(mailOf({ from: 'iemand@voorbeeld.example' }));
  // The clock of the queue is not waited for: this is the job that it makes.
  const boss = new PgBoss({ connectionString: config.databaseUrl, supervise: false, schedule: false });
  await boss.start();
  await boss.send('every-minute');
  await expect.poll(() => server.unread(), { timeout: 20_000 }).toBe(0);
  await boss.stop({ graceful: false });
  expect(await sql`select outcome from inbound_mails`).toEqual([{ outcome: 'kept' }]);
});
