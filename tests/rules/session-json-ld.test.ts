import { describe, expect, it } from 'vitest';
import { sessionJsonLd } from '../../site/aanbod/session/session-json-ld.ts';
import type { SessionDetail } from '../../site/show/types.ts';

describe('what search engines read', () => {
  const base = {
    kind: 'workshop',
    status: 'scheduled',
    deliveryMode: 'online',
    venue: null,
    startsAt: '2027-02-02T18:00:00Z',
    endsAt: '2027-02-02T20:00:00Z',
    bookingOpensAt: '2027-01-20T08:00:00Z',
    organisers: [],
    senders: [],
    cost: { ownContributionCents: 0 },
  } as unknown as SessionDetail;
  const statusOf = (change: Partial<SessionDetail>) =>
    (JSON.parse(sessionJsonLd({ ...base, ...change }, 'https://x.example')) as { eventStatus: unknown })
      .eventStatus;
  const moved = '2027-02-01T18:00:00Z';

  it.each([
    [{ movedOnline: false, previousStartsAt: null }, 'EventScheduled'],
    [{ movedOnline: true, previousStartsAt: null }, 'EventMovedOnline'],
    [{ movedOnline: false, previousStartsAt: moved }, 'EventRescheduled'],
    [{ movedOnline: true, previousStartsAt: null, status: 'cancelled' as const }, 'EventCancelled'],
  ])('%j is %s', (change, status) => {
    expect(statusOf(change)).toBe(`https://schema.org/${status}`);
  });

  it('both, when it moved online and to another moment', () => {
    expect(statusOf({ movedOnline: true, previousStartsAt: moved })).toEqual([
      'https://schema.org/EventMovedOnline',
      'https://schema.org/EventRescheduled',
    ]);
  });
});
