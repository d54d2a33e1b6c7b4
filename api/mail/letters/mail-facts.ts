import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { challenges } from '../../../db/schema/challenges.ts';
import { modules, sessions, venues } from '../../../db/schema/catalogue.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import type {
  CalendarFacts,
  CostFacts,
  Locale,
  RegistrationFacts,
  SenderFacts,
} from '../../../emails/facts.ts';
import { parseAddress } from '../../../emails/safe.ts';
import { organisersOf, sendersOf } from '../../offer/catalogue/queries.ts';
import type { Decision } from '../../paying/eligibility/rules.ts';
import { grantedWith } from '../../paying/de-minimis/granted.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { fromStored } from '../../paying/eligibility/shapes.ts';
import { mailLinks } from './links.ts';
import { namesAndLogos } from './senders.ts';

export type MailSettings = {
  publicUrl: string;
  secret: string;
  from: string;
  replyTo: string | null;
  /** Whether the database holds demo data. */
  isDemo: boolean;
};

export async function findChallenge(db: Reader, id: string) {
  const [challenge] = await db.select().from(challenges).where(eq(challenges.id, id));
  return challenge ?? null;
}

export async function findSession(db: Reader, id: string) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, id));
  return session!;
}

/**
 * The rows a mail about a registration is about, with its own session or the given one. `account` is null for someone
 * written down at the door.
 */
export async function findRegistration(db: Reader, id: string, sessionId?: string) {
  const [found] = await db
    .select({
      registration: registrations,
      account: accounts,
      session: sessions,
      module: modules,
      venue: venues,
      programme: programmes,
      municipality: municipalities,
    })
    .from(registrations)
    .innerJoin(entrepreneurs, eq(entrepreneurs.id, registrations.entrepreneurId))
    .leftJoin(accounts, eq(accounts.id, entrepreneurs.accountId))
    .innerJoin(sessions, eq(sessions.id, sessionId ?? registrations.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(eq(registrations.id, id));
  return found ?? null;
}

export type RegistrationRows = NonNullable<Awaited<ReturnType<typeof findRegistration>>>;

export async function registrationFacts(
  db: Reader,
  rows: RegistrationRows,
  email: string,
  locale: Locale,
  settings: MailSettings,
): Promise<RegistrationFacts> {
  const { registration, session, module, venue, programme, municipality } = rows;
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const [organisers, senders, decided, aidCents] = await Promise.all([
    organisersOf(db, [session.id]),
    sendersOf(db, programme.id),
    registration.status === 'cancelled' ? null : newestDecision(db, registration.id),
    grantedWith(db, registration.id),
  ]);
  return {
    recipient: { name: registration.name, email },
    session: {
      title: module.title,
      kind: module.kind,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      deliveryMode: session.deliveryMode,
      venue: venue && {
        ...venue,
        geo:
          venue.latitude === null || venue.longitude === null
            ? null
            : { lat: venue.latitude, lon: venue.longitude },
      },
      onlineUrl: session.onlineUrl,
      leader: session.leader,
      organisers: (organisers.get(session.id) ?? []).map((o) => o.shortName),
      url: links.session(session.id),
    },
    cost: decided && costFacts(fromStored(decided.decision), locale),
    aidCents,
    manageUrl: links.manage(registration),
    sender: {
      ...namesAndLogos(senders, settings.publicUrl),
      creditLine: programme.creditLine,
      municipality: { name: municipality.name, phone: municipality.phone },
      siteUrl: links.site,
      offerUrl: links.offer,
      canReply: settings.replyTo !== null,
      isDemo: settings.isDemo,
    },
  };
}

/** The same appointment in mails and downloads: calendars know it by its uid. */
export const calendarFacts = (
  { registration, session }: RegistrationRows,
  settings: MailSettings,
  stampedAt: Date,
): CalendarFacts => ({
  uid: `${registration.id}@${new URL(settings.publicUrl).hostname}`,
  sequence: registration.sequence + session.sequence,
  organiser: parseAddress(settings.from),
  stampedAt,
});

/** The cost with the reasons that settled it: what failed or is not known, or else the first that passed. */
export function costFacts(
  {
    cost,
    outcome,
    rules,
  }: Pick<Decision, 'cost' | 'outcome'> & { rules: Pick<Decision['rules'][number], 'outcome' | 'reason'>[] },
  locale: Locale,
): CostFacts {
  const decisive = { eligible: 'passed', 'not-eligible': 'failed', 'needs-review': 'unknown' }[outcome];
  const settled = rules.filter((rule) => rule.outcome === decisive).map((rule) => rule.reason[locale]);
  return {
    ...cost,
    provisional: outcome === 'needs-review',
    reasons: outcome === 'eligible' ? settled.slice(0, 1) : settled,
  };
}

/** Behind a mail that is about no programme. */
export function portalSender(settings: MailSettings, locale: Locale): SenderFacts {
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  return {
    names: [],
    logos: {},
    creditLine: null,
    municipality: null,
    siteUrl: links.site,
    offerUrl: links.offer,
    canReply: settings.replyTo !== null,
    isDemo: settings.isDemo,
  };
}
