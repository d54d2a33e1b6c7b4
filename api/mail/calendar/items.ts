import type { FeedItem } from '../../../emails/feed.ts';
import type { venues } from '../../../db/schema/catalogue.ts';
import type { mailLinks } from '../letters/links.ts';
import type { appointmentsOf, sessionsForFeed } from './queries.ts';

type SessionRow = Awaited<ReturnType<typeof sessionsForFeed>>[number];
type AppointmentRow = Awaited<ReturnType<typeof appointmentsOf>>[number];

const placeOf = (venue: typeof venues.$inferSelect | null) =>
  venue && {
    ...venue,
    geo:
      venue.latitude === null || venue.longitude === null
        ? null
        : { lat: venue.latitude, lon: venue.longitude },
  };

const appointment = ({ session, module, venue }: Pick<SessionRow, 'session' | 'module' | 'venue'>) => ({
  title: module.title,
  kind: module.kind,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  deliveryMode: session.deliveryMode,
  venue: placeOf(venue),
});

/** A session as everyone sees it in a calendar. `host` makes its uid one of its own in the world. */
export const publicItem = (row: SessionRow, host: string, links: ReturnType<typeof mailLinks>): FeedItem => ({
  uid: `${row.session.id}@${host}`,
  sequence: row.session.sequence,
  changedAt: row.changedAt,
  cancelled: row.session.status === 'cancelled',
  session: appointment(row),
  about: {
    summary: row.module.summary,
    organisers: row.organisers.map(({ name }) => name),
    creditLine: row.programme.creditLine,
    url: links.session(row.session.id),
  },
});

/** The same appointment as in the mails: of one uid, and after a cancellation one step further, like the mail of it. */
export function personalItem(row: AppointmentRow, host: string): FeedItem {
  const { registration, session } = row;
  const cancelled = registration.status === 'cancelled' || session.status === 'cancelled';
  return {
    uid: `${registration.id}@${host}`,
    sequence: registration.sequence + session.sequence + (cancelled ? 1 : 0),
    changedAt: row.changedAt,
    cancelled,
    session: appointment(row),
    about: null,
  };
}
