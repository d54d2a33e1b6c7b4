import { describe, expect, it } from 'vitest';
import { changedMarks, markField, shownField } from '../../site/organisatie/attendance/marks.ts';
import { deskOf, safeReturn } from '../../site/sign-in.ts';

describe('the way back after signing in', () => {
  it.each(['/mijn', '/organisatie/sessies/1?opgeslagen=2', '/'])('%s is kept', (path) => {
    expect(safeReturn(path)).toBe(path);
  });

  it.each([
    'https://kwaad.example',
    '//kwaad.example',
    '/\\kwaad.example',
    '/\t/kwaad.example',
    '/mijn\r\nset-cookie: x=1',
    'mijn',
    'javascript:alert(1)',
    '/inloggen?naar=/inloggen',
    '/uitloggen',
    '/mijn?q=\u00e9',
    '/mijn?q=a b',
    '/\u2028/kwaad.example',
    '',
    null,
  ])('%j is dropped', (path) => {
    expect(safeReturn(path)).toBeNull();
  });

  it('leads to the desk of the role', () => {
    const role = (name: 'organisation' | 'municipality') => ({
      role: name,
      organisation: null,
      municipality: null,
    });
    expect(deskOf({ roles: [] })).toBe('/mijn');
    expect(deskOf({ roles: [role('organisation')] })).toBe('/organisatie');
    expect(deskOf({ roles: [role('organisation'), role('municipality')] })).toBe('/gemeente');
  });
});

describe('marks on the presentielijst', () => {
  const form = (rows: [id: string, shown: string, given?: string][]) =>
    Object.fromEntries(
      rows.flatMap(([id, shown, given]) => [
        [shownField(id), shown],
        ...(given === undefined ? [] : [[markField(id), given]]),
      ]),
    ) as Record<string, string>;

  it('sends only what changed, so that a mark from another door stays', () => {
    const values = form([
      ['a', '', 'present'],
      ['b', 'present', 'present'],
      ['c', ''],
      ['d', 'absent', 'excused'],
    ]);
    expect(changedMarks(values, null)).toEqual([
      { registrationId: 'a', attendance: 'present' },
      { registrationId: 'd', attendance: 'excused' },
    ]);
  });

  it('takes a mark away', () => {
    expect(changedMarks(form([['a', 'present', '']]), null)).toEqual([
      { registrationId: 'a', attendance: null },
    ]);
  });

  it('marks the rest, and leaves alone who has a mark', () => {
    const values = form([
      ['a', '', 'present'],
      ['b', ''],
      ['c', 'excused', 'excused'],
    ]);
    expect(changedMarks(values, 'absent')).toEqual([
      { registrationId: 'a', attendance: 'present' },
      { registrationId: 'b', attendance: 'absent' },
    ]);
  });

  it('takes no notice of what is no mark', () => {
    expect(changedMarks(form([['a', '', 'onzin']]), null)).toEqual([]);
  });
});
