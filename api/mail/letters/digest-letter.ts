import { and, asc, count, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accountRoles, accounts } from '../../../db/schema/accounts.ts';
import { modules, sessionOrganisers, sessions, venues } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import { digest } from '../../../emails/templates/digest.ts';
import { unreachableAmong } from '../../people/accounts/unreachable.ts';
import { weekOf } from '../notices/send-digests.ts';
import { atHour } from '../../language/time.ts';
import { mailLinks } from './links.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';
import type { DigestJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** The week of who works for an organisation, as it is now; null when there is nothing in it, or it is not wanted. */
export async function digestLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  { accountId, weekStartsOn }: DigestJob,
  now: Date,
): Promise<Letter | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  const { from, until } = weekOf(weekStartsOn);
  if (!account?.digest || until <= now) return null;
  const own = await db
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(accountRoles)
    .innerJoin(organisations, eq(organisations.id, accountRoles.organisationId))
    .where(eq(accountRoles.accountId, accountId))
    .orderBy(asc(organisations.shortName));
  if (own.length === 0) return null;
  const organisationIds = own.map(({ id }) => id);
  const { locale } = account;
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const week = await sessionsOf(db, organisationIds, { from, until });
  if (week.length === 0) return null;
  const people = await peopleOf(
    db,
    week.map(({ id }) => id),
    now,
  );
  const unsubscribeUrl = links.unsubscribe('digest', accountId);
  const mail = digest(
    {
      recipient: { name: account.name, email: account.email },
      sender: portalSender(settings, locale),
      organisations: own.map(({ shortName }) => shortName),
      from,
      until: atHour(until, -1, 0),
      sessions: week.map((session) => ({
        ...session,
        ...people(session.id),
        place: session.deliveryMode === 'online' ? null : session.place,
        url: links.attendance(session.id),
      })),
      deskUrl: links.desk,
      unsubscribeUrl,
    },
    locale,
  );
  return { to: account.email, mail, accountId, unsubscribeUrl };
}

const sessionsOf = (db: Db, organisationIds: string[], { from, until }: { from: Date; until: Date }) =>
  db
    .selectDistinct({
      id: sessions.id,
      title: modules.title,
      kind: modules.kind,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      deliveryMode: sessions.deliveryMode,
      place: venues.name,
      taken: sessions.seatsTaken,
      capacity: sessions.capacity,
    })
    .from(sessions)
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(sessionOrganisers, eq(sessionOrganisers.sessionId, sessions.id))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(
      and(
        inArray(sessionOrganisers.organisationId, organisationIds),
        eq(sessions.status, 'scheduled'),
        gte(sessions.startsAt, from),
        lt(sessions.startsAt, until),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(sessions.id));

/** Who waits in each session, and whom mail does not reach. */
async function peopleOf(db: Db, sessionIds: string[], now: Date) {
  const waiting = await db
    .select({ sessionId: registrations.sessionId, number: count() })
    .from(registrations)
    .where(
      and(
        inArray(registrations.sessionId, sessionIds),
        eq(registrations.status, 'waitlisted'),
        isNull(registrations.expiresAt),
      ),
    )
    .groupBy(registrations.sessionId);
  const confirmed = await db
    .select({
      sessionId: registrations.sessionId,
      name: registrations.name,
      accountId: entrepreneurs.accountId,
    })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .where(and(inArray(registrations.sessionId, sessionIds), eq(registrations.status, 'confirmed')))
    .orderBy(asc(registrations.name), asc(registrations.id));
  const missing = await unreachableAmong(
    db,
    confirmed.map(({ accountId }) => accountId),
    now,
  );
  return (sessionId: string) => ({
    waiting: waiting.find((row) => row.sessionId === sessionId)?.number ?? 0,
    unreachable: confirmed
      .filter((row) => row.sessionId === sessionId && row.accountId !== null && missing.has(row.accountId))
      .map(({ name }) => name),
  });
}
