import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/open.ts';
import { modules, type sessions } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties, programmes } from '../../../db/schema/programmes.ts';
import { Problem } from '../../http/problem.ts';
import { brokenRules, type Settings, type Shown } from './rules.ts';
import { brokenRule } from './words.ts';

type Session = typeof sessions.$inferSelect;

const settingsOf = (session: Session): Settings => ({
  openToNonMembers: session.openToNonMembers,
  memberContributionCents: session.memberContributionCents,
  memberBookingOpensAt: session.memberBookingOpensAt,
  bookingOpensAt: session.bookingOpensAt,
  hasBookingCode: session.bookingCode !== null,
  hasBookingUrl: session.bookingUrl !== null,
  listed: session.listed,
});

/** What the programme of a module asks of its sessions, and what is shown with each of them. */
export async function promiseOf(db: Reader, moduleId: string) {
  const rows = await db
    .select({ programme: programmes, party: programmeParties, name: organisations.shortName })
    .from(modules)
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .leftJoin(programmeParties, eq(programmeParties.programmeId, programmes.id))
    .leftJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(eq(modules.id, moduleId));
  const { requiresOpenAccess, creditLine } = rows[0]!.programme;
  const shown: Shown = {
    parties: rows.flatMap(({ name }) => name ?? []),
    senders: rows.flatMap(({ name, party }) => (name && party?.isSender ? name : [])),
    creditLine,
  };
  return { requiresOpenAccess, shown };
}

/**
 * Refuses a session that is or becomes bookable while its programme asks for open access and it is not open to everyone,
 * with all rules it would break. Every write of a session comes through here, under the lock of the session and with the
 * session as it will be. Throws `not-open-to-all`.
 */
export async function refuseClosed(tx: Tx, session: Session) {
  if (session.status !== 'scheduled') return;
  const { requiresOpenAccess, shown } = await promiseOf(tx, session.moduleId);
  if (!requiresOpenAccess) return;
  const broken = brokenRules(settingsOf(session), shown);
  if (broken.length > 0) throw new Problem('not-open-to-all', { broken: broken.map(brokenRule) });
}
