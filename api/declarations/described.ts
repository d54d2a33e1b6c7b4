import type { z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Reader } from '../../db/open.ts';
import { sessions } from '../../db/schema/catalogue.ts';
import { registrations } from '../../db/schema/registrations.ts';
import { isLive } from '../registrations/rules.ts';
import { askedOf } from './asked.ts';
import { declaredWith } from './queries.ts';
import { isComplete, nothingDeclared } from './rules.ts';
import type { declaration } from './schema.ts';

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
