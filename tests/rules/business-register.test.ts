import { describe, expect, it, test } from 'vitest';
import { isActiveOn, meaningOf, partialDate } from '../../api/paying/business-register/rules.ts';

test.each([
  ['20150622', '2015-06-22'],
  ['20150600', '2015-06'],
  ['20150000', '2015'],
  ['00000000', 'unknown'],
  ['00000622', 'unknown'],
  ['20150022', '2015'],
  ['20151322', '2015'],
  ['20150631', '2015-06'],
  ['20150229', '2015-02'],
  ['20160229', '2016-02-29'],
  ['19000229', '1900-02'],
  ['20000229', '2000-02-29'],
])('the date %s is kept as %s', (given, kept) => {
  expect(partialDate(given)).toBe(kept);
});

test('every month has its own last day', () => {
  const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const [n, day] of last.entries()) {
    const month = String(n + 1).padStart(2, '0');
    expect(partialDate(`2015${month}${day}`)).toBe(`2015-${month}-${day}`);
    expect(partialDate(`2015${month}${day + 1}`)).toBe(`2015-${month}`);
  }
  expect([partialDate('20200229'), partialDate('20200230')]).toEqual(['2020-02-29', '2020-02']);
});

describe('a business stands in the register', () => {
  test.each([
    [null, true],
    ['2026-11-25', true],
    ['2026-11-24', false],
    ['2026-11-23', false],
    ['2026-12', true],
    ['2026-11', false],
    ['2027', true],
    ['2026', false],
    ['unknown', false],
  ])('when it ended on %s: %s', (endedOn, active) => {
    expect(isActiveOn({ endedOn }, '2026-11-24')).toBe(active);
  });
});

describe('what the register means by', () => {
  test.each([
    [404, ['IPD5200'], 'none'],
    [404, ['IPD0005'], 'none'],
    [404, ['IPD0007'], 'none'],
    [400, ['IPD0004'], 'none'],
    [400, ['IPD0006'], 'none'],
    [400, ['IPD0005'], 'contract'],
    [404, ['IPD0004'], 'contract'],
    [407, [], 'contract'],
    [408, [], 'outage'],
    [409, [], 'contract'],
    [499, [], 'contract'],
    [500, [], 'outage'],
    [404, ['IPD1002'], 'later'],
    [404, ['IPD1003'], 'later'],
    [500, ['IPD1002'], 'later'],
    [500, ['IPD9999'], 'outage'],
    [503, [], 'outage'],
    [429, [], 'outage'],
    [401, [], 'refused'],
    [403, ['IPD0005'], 'refused'],
    [400, ['IPD1999'], 'contract'],
    [404, [], 'contract'],
    [404, ['IPD0001'], 'contract'],
    [302, [], 'contract'],
  ])('%s %s: %s', (status, codes, meaning) => {
    expect(meaningOf(status, codes)).toBe(meaning);
  });

  it('a 404 about something else does not deny that a business exists', () => {
    expect(meaningOf(404, ['IPD5203'])).not.toBe('none');
  });
});
