import type { z } from 'zod';
import type { attendanceList } from '../../../api/places/attendance/schema.ts';

export type AttendanceList = z.output<typeof attendanceList>;
export type Participant = AttendanceList['participants'][number];
type Mark = Participant['attendance'];

const isMark = (value: string | undefined): value is NonNullable<Mark> =>
  value === 'present' || value === 'absent' || value === 'excused';

export const markField = (registrationId: string) => `mark-${registrationId}`;
export const shownField = (registrationId: string) => `shown-${registrationId}`;

/**
 * What someone changed on the form. What they left as it was is not sent, so that two people at two doors don't undo each
 * other's marks. `rest` is for the names that stayed empty.
 */
export function changedMarks(values: Record<string, string>, rest: Mark) {
  return Object.entries(values).flatMap(([name, shown]) => {
    if (!name.startsWith(shownField(''))) return [];
    const registrationId = name.slice(shownField('').length);
    const given = values[markField(registrationId)];
    const attendance = isMark(given) ? given : given === undefined && shown !== '' ? undefined : rest;
    if (attendance === undefined || (attendance ?? '') === shown) return [];
    return [{ registrationId, attendance }];
  });
}
