import { expect, test } from 'vitest';
import { type DeliveryStatus, isUnreachable } from '../../api/people/accounts/unreachable.rules.ts';

const now = new Date('2027-02-02T12:00:00Z');
const mails = (...list: [DeliveryStatus, hoursAgo: number][]) =>
  list.map(([status, hours]) => ({ status, sentAt: new Date(now.getTime() - hours * 3_600_000) }));

test.each([
  ['nothing was sent', [], false],
  ['a mail just left', mails(['accepted', 0]), false],
  ['it bounced', mails(['bounced', 1]), true],
  ['someone called it unwanted', mails(['complained', 1]), true],
  ['it bounced, and a new one has just left', mails(['accepted', 1], ['bounced', 2]), true],
  ['it bounced, and a new one of two days ago did not', mails(['accepted', 48], ['bounced', 72]), false],
  ['it bounced, and one of exactly a day ago was taken in', mails(['accepted', 24], ['bounced', 48]), true],
  ['one of a second longer ago was taken in', mails(['accepted', 24 + 1 / 3600], ['bounced', 48]), false],
  ['one of longer ago was taken in, after a bounce', mails(['accepted', 24.1], ['bounced', 48]), false],
  ['it bounced, and a new one arrived', mails(['delivered', 1], ['bounced', 2]), false],
  ['one arrived, and the next bounced', mails(['bounced', 1], ['delivered', 2]), true],
])('mail does not arrive when %s: %#', (_, given, expected) =>
  expect(isUnreachable(given, now)).toBe(expected),
);
