import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { entrepreneurs } from '../../../db/schema/registrations.ts';
import { Problem } from '../../http/problem.ts';
import { youngestIn } from '../../language/ages.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockPersonAndRegistration } from '../life/places.ts';
import type { Background } from './schema.ts';

/**
 * Keeps what an entrepreneur tells, in place of what was told before; what is null is taken away. Only with a place that is
 * confirmed, so that nobody is asked before. The route has checked that `actor` may.
 */
export async function tellBackground(
  work: Work,
  registrationId: string,
  { ageBand, homePostcode }: Background,
) {
  const { tx } = work;
  const { registration } = await lockPersonAndRegistration(work, registrationId);
  if (registration.status !== 'confirmed') throw new Problem('place-not-certain');
  await tx
    .update(entrepreneurs)
    .set({ ageFrom: ageBand && youngestIn(ageBand), homePostcode })
    .where(eq(entrepreneurs.id, registration.entrepreneurId));
  await record(work, { action: 'registration.background', subjectId: registrationId });
}
