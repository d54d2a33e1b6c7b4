import { eq } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import type { Reader } from '../../../db/open.ts';
import { accessChecks } from '../../../db/schema/access.ts';
import { sessions } from '../../../db/schema/catalogue.ts';
import { Problem } from '../../http/problem.ts';
import { type Kept, newestFirst } from './check.ts';
import { detailOf } from './detail-words.ts';
import { promiseOf } from './gate.ts';
import { changesOf } from './history.ts';
import { hasPassed, stretches } from './rules.ts';
import type { accessCheck } from './schema.ts';
import { words } from './words.ts';

/**
 * What the last check of a session found, and its history. For anyone: it says nothing of a person, and the promise is one
 * to everybody. Throws `not-found` for a draft, and where the programme does not ask for open access.
 */
export async function getAccessCheck(db: Reader, sessionId: string, locale: Locale) {
  const [session] = await db.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!session || session.status === 'draft') throw new Problem('not-found');
  if (!(await promiseOf(db, session.moduleId)).requiresOpenAccess) throw new Problem('not-found');
  return checkOf(db, sessionId, locale);
}

/** The same without asking whether anyone may see it. */
export async function checkOf(
  db: Reader,
  sessionId: string,
  locale: Locale,
): Promise<z.input<typeof accessCheck>> {
  const [[last], changes] = await Promise.all([
    db
      .select()
      .from(accessChecks)
      .where(eq(accessChecks.sessionId, sessionId))
      .orderBy(...newestFirst)
      .limit(1),
    changesOf(db, sessionId),
  ]);
  const checks = (last?.checks ?? []) as Kept[];
  return {
    open: last?.open ?? null,
    checkedAt: last?.checkedAt.toISOString() ?? null,
    checks: checks.map((one) => ({
      check: one.check,
      passed: hasPassed(one),
      detail: detailOf(one, locale),
    })),
    history: stretches(changes).map(({ from, until, by, broken }, n) => ({
      at: from.toISOString(),
      until: until?.toISOString() ?? null,
      by,
      event: eventOf(changes[n - 1]?.after.status, changes[n]!.after.status),
      broken: broken.map((rule) => ({ rule, reason: words[rule].broken[locale] })),
    })),
  };
}

function eventOf(before: string | undefined, after: string) {
  if (after === 'cancelled') return 'cancelled' as const;
  if (after === 'draft') return 'withdrawn' as const;
  return before === 'scheduled' ? ('changed' as const) : ('published' as const);
}
