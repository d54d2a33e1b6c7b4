import { expect, it } from 'vitest';
import { placedFrom, placedPath } from '../../site/boeken/placed.ts';

const id = '0194a3f0-0000-7000-8000-000000000001';
const read = (query: string) => placedFrom(new URLSearchParams(query));

it('reads back what it wrote', () => {
  const placed = { sessionId: id, until: '2026-11-23T18:00:00.000Z', position: 3 };
  expect(placedFrom(new URL(placedPath(id, placed), 'http://localhost').searchParams)).toEqual(placed);
});

it.each([
  ['no session', 'tot=2026-11-23T18:00:00.000Z', null],
  ['a session that is no id', 'sessie=Bel%200900-1234', null],
  ['a moment in words', `sessie=${id}&tot=morgen`, { sessionId: id }],
  ['a moment in another century', `sessie=${id}&tot=9999-11-23T18:00:00.000Z`, { sessionId: id }],
  ['a day that does not exist', `sessie=${id}&tot=2026-13-45T18:00:00Z`, { sessionId: id }],
  ['a position that cannot be', `sessie=${id}&plek=10001`, { sessionId: id }],
  ['a position that is no number', `sessie=${id}&plek=1e3`, { sessionId: id }],
])('leaves out %s', (_, query, placed) => {
  expect(read(query)).toEqual(placed);
});
