import type { z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { registrations } from '../../../db/schema/registrations.ts';
import { isLive } from '../life/rules.ts';
import { declaredWith } from '../../paying/declarations/queries.ts';
import { isComplete, nothingDeclared, askedBy } from '../../paying/declarations/rules.ts';
import type { declaration } from '../../paying/declarations/schema.ts';
import { usualCost } from '../../money/cost/rules.ts';
import { borneExVatCents } from '../../money/cost/rules.ts';
import { newestDecision } from '../../paying/eligibility/newest.ts';
import { livesCode } from '../../paying/declarations/area-words.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import type { Rule } from '../../paying/eligibility/schema.ts';
import { payingFor } from '../../paying/eligibility/queries.ts';
import { askedFor } from '../../paying/declarations/asked-declarations.rules.ts';

/** What is asked with a registration by the rules in force now, and what was answered. */
export async function getDeclaration(
  db: Reader,
  registrationId: string,
  now: Date,
): Promise<z.input<typeof declaration>> {
  const [found] = await db
    .select({ status: registrations.status, session: sessions })
    .from(registrations)
    .innerJoin(sessions, eq(sessions.id, registrations.sessionId))
    .where(eq(registrations.id, registrationId));
  const { status, session } = found!;
  const asked = await askedOf(db, registrationId, session, now);
  const last = (await declaredWith(db, [registrationId])).get(registrationId);
  const { answers, deMinimisCents } = last ?? nothingDeclared;
  return {
    asked,
    declarations: answers,
    deMinimisCents,
    declaredAt: last?.at.toISOString() ?? null,
    complete: isComplete(asked, { answers, deMinimisCents }),
    changeable: isLive(status) && (asked.items.length > 0 || asked.deMinimis !== null),
  };
}

/** Who is inside by the business need not say where they live; who said so keeps it. */
const isSettled = (rule: Rule, declared: Facts['declarations']) =>
  rule.kind === 'establishedInArea' && rule.basis === 'either' && !Object.hasOwn(declared, livesCode(rule));

/** What is asked of who has booked: newer rules ask nothing more of whom the municipality already pays for. */
export async function askedOf(
  db: Reader,
  registrationId: string,
  session: { id: string; startsAt: Date },
  now: Date,
) {
  const paying = await payingFor(db, session, now);
  const newest = await newestDecision(db, registrationId);
  if (newest?.decision.outcome !== 'eligible') return askedFor(paying);
  const { declarations } = newest.decision.facts as Facts;
  const asking = newest.rules.filter((rule) => !isSettled(rule, declarations));
  return askedBy(asking, borneExVatCents(usualCost(paying.module)));
}
