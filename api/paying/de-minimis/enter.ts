import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { deMinimisGrants } from '../../../db/schema/de-minimis.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { Problem } from '../../http/problem.ts';
import { localDate } from '../../language/time.ts';
import { reasons } from '../../http/validation.ts';

/**
 * Writes down that a grant was entered in the central register; again corrects it. Throws `not-found` for staff of another
 * municipality, `invalid-input` for a day before the grant or after today.
 */
export async function enter(
  work: Work<StaffActor>,
  grantId: string,
  { registeredOn, reference }: { registeredOn: string; reference: string },
) {
  const { tx, now, actor } = work;
  const [found] = await tx
    .select({ grant: deMinimisGrants, municipalityId: programmes.municipalityId })
    .from(deMinimisGrants)
    .innerJoin(programmes, eq(programmes.id, deMinimisGrants.programmeId))
    .where(eq(deMinimisGrants.id, grantId))
    .for('no key update', { of: deMinimisGrants });
  if (!found || !actor.municipalityIds.includes(found.municipalityId)) throw new Problem('not-found');
  if (registeredOn < found.grant.grantedOn || registeredOn > localDate(now)) {
    throw new Problem('invalid-input', {
      invalidParams: [{ name: 'registeredOn', code: 'invalid', reason: reasons.invalid }],
    });
  }
  await tx
    .update(deMinimisGrants)
    .set({ registeredOn, registerReference: reference })
    .where(eq(deMinimisGrants.id, grantId));
  const before = { registeredOn: found.grant.registeredOn, reference: found.grant.registerReference };
  await record(work, {
    action: 'de-minimis.registered',
    subjectId: grantId,
    details: { before, after: { registeredOn, reference } },
  });
}
