import { expect, it } from 'vitest';
import { agendaSince, appointmentsSince, inboundSince } from '../../api/mail/calendar/rules.ts';

// In Amsterdam it is 24 November, half past midnight.
const now = new Date('2026-11-23T23:30:00Z');

it('the agenda still has what was a week ago, from the beginning of that day', () =>
  expect(agendaSince(now)).toBe('2026-11-17'));

it('one’s own appointments stay for a year, from the beginning of a day', () =>
  expect(appointmentsSince(now)).toEqual(new Date('2025-11-23T23:00:00Z')));

it('mail that came in is kept for ninety days, to the minute', () =>
  expect(inboundSince(now)).toEqual(new Date('2026-08-25T23:30:00Z')));
