import ICAL from 'ical.js';
import type { Reply } from './rules.ts';

/** An answer holds one event; what is larger than this is something else. */
const MAX_CHARACTERS = 64 * 1024;

/** The one answer that the calendar files of a mail hold: mail programs put the same file in twice. */
export function readReply(files: string[]): Reply | 'no-calendar' | 'unreadable' {
  if (files.length === 0) return 'no-calendar';
  const replies = [...new Set(files)].map(readOne);
  const [first] = replies;
  const same = replies.every((reply) => JSON.stringify(reply) === JSON.stringify(first));
  return first && same ? first : 'unreadable';
}

function readOne(text: string): Reply | null {
  if (text.length > MAX_CHARACTERS) return null;
  try {
    const file = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const [event, ...others] = file.getAllSubcomponents('vevent');
    if (!event || others.length > 0) return null;
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
    return {
      method: upper(file.getFirstPropertyValue('method')),
      uid: words(event.getFirstPropertyValue('uid')),
      sequence,
      attendees: event.getAllProperties('attendee').map((attendee) => ({
        email: words(attendee.getFirstValue())
          .replace(/^mailto:/i, '')
          .trim(),
        status: upper(attendee.getFirstParameter('partstat')),
      })),
      ofOne: event.getFirstProperty('recurrence-id') !== null,
    };
  } catch {
    return null;
  }
}

const words = (value: unknown) => (typeof value === 'string' ? value : '');
const upper = (value: unknown) => words(value).trim().toUpperCase();
