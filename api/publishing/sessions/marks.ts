import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, isNotNull } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';

/** Takes away the marks that were set before the start: nobody has been at what is still to come, or never comes. */
export async function forgetMarks(work: Work<OrganisationActor>, sessionId: string) {
  const { tx } = work;
  const marked = await tx
    .select({ id: registrations.id, attendance: registrations.attendance })
    .from(registrations)
    .where(and(eq(registrations.sessionId, sessionId), isNotNull(registrations.attendance)));
  if (marked.length === 0) return;
  await tx
    .update(registrations)
    .set({ attendance: null, attendanceMarkedAt: null, attendanceMarkedBy: null })
    .where(eq(registrations.sessionId, sessionId));
  for (const { id, attendance } of marked) {
    const details = { from: attendance, to: null };
    await record(work, { action: 'attendance.marked', subjectId: id, details });
  }
}
