import type { z } from 'zod';
import type { programme } from '../../../api/programmes/programmes/schema.ts';
import type { quarterReport } from '../../../api/steering/reports/schema.ts';
import { within, localDate } from '../../../api/language/time.ts';

export type Programme = z.output<typeof programme>;
export type Report = z.output<typeof quarterReport>;

export const runsAt = (quarter: { startsOn: string; endsOn: string }, now: string) =>
  within(localDate(now), quarter);
