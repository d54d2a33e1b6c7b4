import { describe, expect, it } from 'vitest';
import {
  aanbodPath,
  chosenParts,
  type Filters,
  kindSlugs,
  readFilters,
  topicSlugs,
  toQuery,
} from '../../site/aanbod/filters.ts';
import type { Kind, Topic } from '../../site/show/types.ts';

const known = { cities: ['Amstelveen', 'Amsterdam'], organisers: ['vad', 'oa'] };
const read = (address: string, today = '2026-11-23') =>
  readFilters(new URL(address, 'http://localhost').searchParams, known, today);

describe('the filters of the offer', () => {
  it('have one address, which leads back to them', () => {
    const filters: Filters[] = [
      {},
      ...(Object.keys(kindSlugs) as Kind[]).map((kind) => ({ kind })),
      ...(Object.keys(topicSlugs) as Topic[]).map((topic) => ({ topic })),
      {
        words: 'btw & “kas”',
        kind: 'workshop',
        topic: 'financing',
        from: '2026-12-01',
        until: '2026-12-31',
        place: 'Amstelveen',
        free: true,
        organiser: 'vad',
        cancelled: true,
      },
    ];
    for (const one of filters) expect(read(aanbodPath(one))).toEqual(one);
  });

  it('leave out what is not known, empty or not a date', () => {
    expect(
      read(
        '/aanbod?soort=feest&thema=&plaats=Atlantis&organisator=xyz&gratis=nee&vanaf=morgen&tot=2026-02-30',
      ),
    ).toEqual({});
  });

  it('know a city however it is written', () => {
    expect(read('/aanbod?plaats=AMSTELVEEN').place).toBe('Amstelveen');
  });

  it('begin today at the earliest, and put mixed-up dates in order', () => {
    expect(read('/aanbod?vanaf=2026-11-23')).toEqual({});
    expect(read('/aanbod?vanaf=2026-12-31&tot=2026-12-01')).toEqual({
      from: '2026-12-01',
      until: '2026-12-31',
    });
  });

  it.each([
    ['deze-week', '2026-11-23', { until: '2026-11-29' }],
    ['deze-week', '2026-11-29', { until: '2026-11-29' }],
    ['deze-maand', '2026-11-23', { until: '2026-11-30' }],
    ['volgende-maand', '2026-12-31', { from: '2027-01-01', until: '2027-01-31' }],
    ['volgende-maand', '2027-01-31', { from: '2027-02-01', until: '2027-02-28' }],
  ])('know what %s is on %s', (period, today, expected) => {
    expect(read(`/aanbod?periode=${period}&vanaf=2030-01-01`, today)).toEqual(expected);
  });

  it('speak the words of the API', () => {
    expect(toQuery({ words: 'btw', place: 'online', free: true })).toEqual({
      q: 'btw',
      delivery: 'online',
      free: 'true',
      status: 'scheduled',
    });
    expect(toQuery({ place: 'Amsterdam', kind: 'network', cancelled: true })).toEqual({
      city: 'Amsterdam',
      kind: 'network',
    });
  });

  it('can each be taken away, a period as a whole', () => {
    const filters: Filters = { kind: 'workshop', from: '2026-12-01', until: '2026-12-31' };
    expect(chosenParts(filters)).toEqual([
      { part: 'kind', without: { from: '2026-12-01', until: '2026-12-31' } },
      { part: 'period', without: { kind: 'workshop' } },
    ]);
  });
});
