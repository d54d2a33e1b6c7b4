import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { declaredIn } from '../declarations/asked-declarations.rules.ts';
import type { NewDeclaration } from '../declarations/schema.ts';
import { gatherFacts } from '../eligibility/gather.ts';
import { payingFor } from '../eligibility/queries.ts';
import { type Decision, decide } from '../eligibility/rules.ts';
import { Problem } from '../../http/problem.ts';

/**
 * What a place would cost a business nobody knows yet. Anyone may type any number, so it looks at nothing that is kept of
 * a person; and it takes no lock, because nothing is promised. Ask the register before. Throws `not-found`.
 */
export async function whatIf(
  db: Reader,
  { sessionId, kvkNumber, ...given }: { sessionId: string; kvkNumber: string } & NewDeclaration,
  now: Date,
): Promise<Decision> {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session || session.status === 'draft') throw new Problem('not-found');
  const paying = await payingFor(db, session, now);
  const declared = declaredIn(paying, given);
  const stranger = { id: randomUUID(), entrepreneurId: randomUUID(), kvkNumber, proved: false, declared };
  const [facts] = await gatherFacts(db, paying, session, [stranger], now);
  return decide(paying.ruleSet.rules, facts!);
}
