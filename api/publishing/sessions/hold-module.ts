import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { Problem } from '../../http/problem.ts';
import { takesSessions } from '../modules/rules.ts';

/** Holds the state of a module as it is until the session of it is made; null when there is none. */
export async function holdModule(tx: Tx, moduleId: string) {
  const [found] = await tx
    .select({ status: modules.status, organisationId: modules.organisationId })
    .from(modules)
    .where(eq(modules.id, moduleId))
    .for('share');
  return found ?? null;
}

/** Throws `module-not-published`. */
export async function refuseUnpublished(tx: Tx, moduleId: string) {
  const module = await holdModule(tx, moduleId);
  if (!module || !takesSessions(module.status)) throw new Problem('module-not-published');
}
