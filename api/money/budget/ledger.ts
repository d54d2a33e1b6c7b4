import { and, desc, eq, or, sql } from 'drizzle-orm';
import { type z } from 'zod';
import type { Reader } from '../../../db/open.ts';
import { modules, sessions } from '../../../db/schema/catalogue.ts';
import { ledgerEntries } from '../../../db/schema/money.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { budgetPhases, programmeQuarters } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { id as uuid, moment } from '../../http/contract.ts';
import { Problem } from '../../http/problem.ts';
import { owedTo, quarterOf } from './balances.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import type { ledgerQuery } from './schema.ts';
import { isVatKnown } from './vat-known.ts';

/** The moves of money of a programme, newest first. `next` is the cursor of the following page, or null. */
export async function ledgerOf(
  db: Reader,
  actor: StaffActor,
  idOrSlug: string,
  { quarter, state, session, limit, cursor }: z.output<typeof ledgerQuery>,
) {
  const programme = await ownProgramme(db, actor, idOrSlug);
  const rows = await db
    .select({
      entry: ledgerEntries,
      session: { id: sessions.id, title: modules.title, startsAt: sessions.startsAt },
      organisation: { id: organisations.id, name: organisations.name },
      quarter: programmeQuarters.ordinal,
    })
    .from(ledgerEntries)
    .innerJoin(sessions, eq(sessions.id, ledgerEntries.sessionId))
    .innerJoin(modules, eq(modules.id, sessions.moduleId))
    .innerJoin(organisations, sql`${organisations.id} = coalesce(${owedTo}, ${modules.organisationId})`)
    .leftJoin(budgetPhases, eq(budgetPhases.id, ledgerEntries.phaseId))
    .leftJoin(
      programmeQuarters,
      and(eq(programmeQuarters.programmeId, ledgerEntries.programmeId), quarterOf(budgetPhases.quarterId)),
    )
    .where(
      and(
        eq(ledgerEntries.programmeId, programme.id),
        quarter === undefined ? undefined : eq(programmeQuarters.ordinal, quarter),
        state && or(eq(ledgerEntries.fromState, state), eq(ledgerEntries.toState, state)),
        session === undefined ? undefined : eq(ledgerEntries.sessionId, session),
        before(cursor),
      ),
    )
    .orderBy(desc(ledgerEntries.at), desc(ledgerEntries.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.entry;
  return {
    vatKnown: await isVatKnown(db, programme.id),
    items: shown.map(({ entry, session: of, organisation, quarter: ordinal }) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      session: { ...of, startsAt: of.startsAt.toISOString() },
      organisation,
      registrationId: entry.registrationId,
      quarter: ordinal,
      from: entry.fromState,
      to: entry.toState,
      cents: entry.cents,
      vatCents: entry.vatCents,
    })),
    next: rows.length > limit && last ? cursorOf(last) : null,
  };
}

const cursorOf = ({ at, id }: { at: Date; id: string }) =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

function before(cursor: string | undefined) {
  if (!cursor) return undefined;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!moment.safeParse(at).success || !uuid.safeParse(id).success) {
    throw new Problem('invalid-input', {
      invalidParams: [{ name: 'cursor', code: 'invalid', reason: 'is not a cursor of this list' }],
    });
  }
  return sql`(${ledgerEntries.at}, ${ledgerEntries.id}) < (${at}::timestamptz, ${id}::uuid)`;
}
