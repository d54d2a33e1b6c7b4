import { describe, expect, it } from 'vitest';
import { countFacets, type FacetSource } from '../../api/offer/catalogue/rules.ts';

const row = (change: Partial<FacetSource>): FacetSource => ({
  kind: 'workshop',
  topic: 'marketing',
  deliveryMode: 'onLocation',
  city: 'Amstelveen',
  free: true,
  organisers: [{ slug: 'vad', shortName: 'VAD' }],
  ...change,
});
const rows = [
  row({}),
  row({ kind: 'coaching' }),
  row({ kind: 'coaching', deliveryMode: 'hybrid', free: false }),
  row({ deliveryMode: 'online', city: null, organisers: [{ slug: 'oa', shortName: 'OA' }] }),
];

describe('numbers beside the filters', () => {
  it('count what each choice would show while the other filters stay', () => {
    const facets = countFacets(rows, { kind: 'coaching' });
    expect(facets.total).toBe(2);
    expect(facets.kind).toEqual([
      { value: 'coaching', label: 'coaching', count: 2 },
      { value: 'workshop', label: 'workshop', count: 2 },
    ]);
    expect(facets.organiser).toEqual([{ value: 'vad', label: 'VAD', count: 2 }]);
  });

  it('count a hybrid session both on location and online', () => {
    expect(countFacets(rows, {}).delivery).toEqual([
      { value: 'onLocation', label: 'onLocation', count: 3 },
      { value: 'online', label: 'online', count: 2 },
    ]);
  });

  it('count a session where it is, and one without a place nowhere', () => {
    const facets = countFacets([...rows, row({ topic: 'sales', city: 'Urk' })], {});
    expect(facets.city).toEqual([
      { value: 'Amstelveen', label: 'Amstelveen', count: 3 },
      { value: 'Urk', label: 'Urk', count: 1 },
    ]);
    expect(facets.topic).toEqual([
      { value: 'marketing', label: 'marketing', count: 4 },
      { value: 'sales', label: 'sales', count: 1 },
    ]);
  });

  it('count only free sessions as free', () => {
    expect(countFacets(rows, {}).free).toEqual([{ value: 'true', label: 'true', count: 3 }]);
    expect(countFacets(rows, { free: true }).total).toBe(3);
    expect(countFacets(rows, { free: false }).total).toBe(4);
  });
});
