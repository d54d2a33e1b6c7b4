import { escape, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { addressOf, emptyFile, fileText, nameAndTimes } from './calendar-file.ts';
import type { Locale, SessionFacts } from './facts.ts';
import { oneLine } from './safe.ts';
import { demoWords } from './words.ts';
import { list } from '../api/language/lists.ts';

const words = {
  nl: { by: 'Door', cancelled: 'Gaat niet door' },
  en: { by: 'By', cancelled: 'Cancelled' },
};

const REFRESH_SECONDS = 60 * 60;

type Appointment = Pick<SessionFacts, 'title' | 'kind' | 'startsAt' | 'endsAt' | 'deliveryMode' | 'venue'>;

/** One line of a feed. `changedAt` is when anything of it last changed. Without `about` it is title, time and place only. */
export type FeedItem = {
  uid: string;
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
  session: Appointment;
  about: { summary: string; organisers: string[]; creditLine: string; url: string } | null;
};

/** `isDemo`: the portal holds demo data, and the calendar says so. */
type Calendar = { name: string; siteUrl: string; isDemo: boolean };

/**
 * A calendar to subscribe to (RFC 5545, 7986). It has no METHOD, so that DTSTAMP is when an item last changed and the same
 * facts always make the same file. What is cancelled stays in as cancelled. A link to join is never in it.
 */
export function feed({ name, siteUrl, isDemo }: Calendar, items: FeedItem[], locale: Locale) {
  const t = words[locale];
  const demo = demoWords[locale];
  // The library escapes every text but this one.
  const escaped = escape(oneLine(isDemo ? `${demo.mark}: ${name}` : name), false);
  const file = emptyFile(locale, {
    name: escaped,
    url: siteUrl,
    ttl: REFRESH_SECONDS,
    ...(isDemo && { description: demo.sentence }),
  });
  for (const { uid, sequence, changedAt, cancelled, session, about } of items) {
    const { summary, ...times } = nameAndTimes(session, locale);
    file.createEvent({
      ...times,
      id: uid,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      // Not every program shows the status.
      summary: cancelled ? `${t.cancelled}: ${summary}` : summary,
      location: placeOf(session, about !== null),
      ...(about && { description: describe(about, locale), url: about.url }),
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: about || cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return fileText(file);
}

function placeOf({ venue, deliveryMode }: Appointment, withGeo: boolean) {
  if (deliveryMode === 'online' || !venue) return 'Online';
  return { ...addressOf(venue), ...(withGeo && venue.geo && { geo: venue.geo }) };
}

const describe = ({ summary, organisers, creditLine }: NonNullable<FeedItem['about']>, locale: Locale) =>
  [
    oneLine(summary),
    organisers.length > 0 && `${words[locale].by} ${oneLine(list(organisers, locale))}`,
    oneLine(creditLine),
  ]
    .filter(Boolean)
    .join('\n');
