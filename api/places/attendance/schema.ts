import { z } from '@hono/zod-openapi';
import { id, kvkNumber, moment, name } from '../../http/contract.ts';
import { session } from '../../offer/catalogue/schema.ts';

const attendanceStatus = z.enum(['present', 'absent', 'excused']);
const membership = z.enum(['member', 'not-member', 'unknown']);

export const attendanceList = z
  .object({
    session,
    markable: z.boolean().describe('From one hour before the start'),
    markableFrom: moment,
    participants: z.array(
      z.object({
        registrationId: id,
        name: z.string(),
        source: z.enum(['booking', 'walkIn']),
        attendance: attendanceStatus.nullable(),
        mailFails: z.boolean().describe('Mail to this participant does not arrive'),
      }),
    ),
    totals: z.object({
      confirmed: z.int(),
      present: z.int(),
      absent: z.int(),
      excused: z.int(),
      unmarked: z.int(),
      held: z.int(),
      waitlisted: z.int(),
    }),
  })
  .openapi('AttendanceList');

export const ownSessionsQuery = z.object({
  period: z.enum(['upcoming', 'past', 'unmarked', 'drafts']).default('upcoming'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export const ownSessions = z.object({
  items: z.array(attendanceList.pick({ session: true, totals: true })),
  next: z.string().nullable(),
});

export const marks = z
  .object({
    marks: z
      .array(z.object({ registrationId: id, attendance: attendanceStatus.nullable() }))
      .min(1)
      .max(500),
  })
  .openapi('AttendanceMarks');
export type Marks = z.output<typeof marks>['marks'];

export const walkIn = z
  .object({
    name,
    kvkNumber: z
      .union([z.literal('').transform(() => undefined), kvkNumber], { error: 'kvk-number' })
      .optional(),
    membership: membership.default('unknown'),
  })
  .openapi('WalkIn');
export type WalkIn = z.output<typeof walkIn>;
