import ICAL from 'ical.js';
import type { Sql } from 'postgres';
import { vi } from 'vitest';

type Stored = { subject: string; text: string; attachments: { content: string }[] };

/** What the worker sent, straight from the table of the mailbox. */
export function storedMails(sql: Sql) {
  const to = (address: string) =>
    sql<
      Stored[]
    >`select subject, text, attachments from mailbox where recipient = ${address} order by created_at`;

  /** Waits until the queue is empty: what is not sent by then, is never sent. */
  async function settled(timeout = 20_000) {
    await vi.waitFor(
      async () => {
        const [left] = await sql`select count(*)::int as jobs from pgboss.job
          where name = 'mail' and state in ('created', 'retry', 'active')`;
        if (left!.jobs > 0) throw new Error(`${left!.jobs} mails are still in the queue`);
      },
      { timeout, interval: 50 },
    );
  }

  return { to, settled };
}

/** The appointment that a mail brings, as a calendar program reads it; null without one. */
export function appointmentIn({ attachments }: Pick<Stored, 'attachments'>) {
  if (!attachments[0]) return null;
  const text = Buffer.from(attachments[0].content, 'base64').toString();
  const file = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const event = new ICAL.Event(file.getFirstSubcomponent('vevent')!);
  return {
    method: file.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    location: event.location,
    startsAt: event.startDate.toJSDate(),
  };
}
