import { expect, test } from 'vitest';
import { isMarkable, markableFrom } from '../../api/places/attendance/rules.ts';

const session = { status: 'scheduled', startsAt: new Date('2026-12-01T13:00:00Z') };
const hourBefore = new Date('2026-12-01T12:00:00Z');

test('presence can be marked from an hour before the start', () => {
  expect(markableFrom(session)).toEqual(hourBefore);
  expect(isMarkable(session, hourBefore)).toBe(true);
  expect(isMarkable(session, new Date(hourBefore.getTime() - 1))).toBe(false);
  expect(isMarkable({ ...session, status: 'cancelled' }, hourBefore)).toBe(false);
});
