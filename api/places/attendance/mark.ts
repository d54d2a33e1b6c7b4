import type { Work } from '../../unit-of-work/work.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { registrations } from '../../../db/schema/registrations.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { keepLedger } from '../life/keep-ledger.ts';
import { Problem } from '../../http/problem.ts';
import { lockSession } from '../life/places.ts';
import { ownSession } from './guard.ts';
import { isMarkable } from './rules.ts';
import type { Marks } from './schema.ts';

/** Marks who came, all at once. The same marks again change nothing. A null takes a mark away. */
export async function markAttendance(work: Work<OrganisationActor>, sessionId: string, marks: Marks) {
  const { tx, now, actor } = work;
  await ownSession(tx, actor, sessionId);
  const session = await lockSession(work, sessionId);
  if (!isMarkable(session, now)) throw new Problem('attendance-too-early');
  const wanted = new Map(marks.map((mark) => [mark.registrationId, mark.attendance]));
  const rows = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.sessionId, sessionId), inArray(registrations.id, [...wanted.keys()])))
    .orderBy(registrations.id);
  if (rows.length !== wanted.size) throw new Problem('not-found');
  if (rows.some((row) => row.status !== 'confirmed')) throw new Problem('attendance-not-confirmed');

  for (const row of rows) {
    const attendance = wanted.get(row.id) as Marks[number]['attendance'];
    if (attendance === row.attendance) continue;
    await tx
      .update(registrations)
      .set({
        attendance,
        attendanceMarkedAt: attendance && now,
        attendanceMarkedBy: attendance && actor.account.id,
      })
      .where(eq(registrations.id, row.id));
    await record(work, {
      action: 'attendance.marked',
      subjectId: row.id,
      details: { from: row.attendance, to: attendance },
    });
  }
  await keepLedger(work, session, [...wanted.keys()]);
}
