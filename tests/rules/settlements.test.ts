import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban, isVatNumber, missingOf, unfilled } from '../../api/money/billing/rules.ts';
import { gapsOf, nothing, plannedOf, roomOf } from '../../api/money/budget/rules.ts';
import { codeOf, difference, type Line, rateOf, totalsOf } from '../../api/money/settlements/rules.ts';

const line = (change: Partial<Line> = {}): Line => ({
  organisationId: 'vad',
  sessionId: 's1',
  phaseId: 'q1',
  unit: 'place',
  quantity: 1,
  unitCents: 250_00,
  unitVatCents: 52_50,
  vatRate: '21',
  ...change,
});

describe('the difference with what was settled', () => {
  it('is all of it the first time, nothing when nothing changed, and less than nothing for what is taken back', () => {
    expect(difference([line({ quantity: 3 })], [])).toEqual([line({ quantity: 3 })]);
    expect(difference([line({ quantity: 3 })], [line({ quantity: 3 })])).toEqual([]);
    expect(difference([line({ quantity: 1 })], [line({ quantity: 3 })])).toEqual([line({ quantity: -2 })]);
    expect(difference([], [line({ quantity: 3 }), line({ quantity: -1 })])).toEqual([line({ quantity: -2 })]);
  });

  it('of another price is the old one back and the new one', () => {
    const dearer = line({ unitCents: 300_00, unitVatCents: 63_00 });
    expect(difference([dearer], [line()])).toEqual([dearer, line({ quantity: -1 })]);
  });

  it('together with what was settled comes to what is owed', () => {
    const some = fc.array(
      fc.record({ quantity: fc.integer({ min: -5, max: 5 }), unitCents: fc.constantFrom(100, 200, 300) }),
    );
    fc.assert(
      fc.property(some, some, (owed, settled) => {
        const [a, b] = [owed, settled].map((list) => list.map((it) => line(it)));
        const sum = (lines: Line[]) => totalsOf(lines).exVatCents;
        expect(sum(difference(a!, b!)) + sum(b!)).toBe(sum(a!));
        expect(difference(a!, [...b!, ...difference(a!, b!)])).toEqual([]);
      }),
    );
  });
});

it.each([
  [{ cents: 250_00, vatCents: 52_50 }, '21', '21'],
  [{ cents: 225_37, vatCents: 47_33 }, '21', '21'],
  [{ cents: 100_00, vatCents: 9_00 }, '21', '9'],
  [{ cents: 100_00, vatCents: 0 }, '21', 'exempt'],
  [{ cents: 100_00, vatCents: 0 }, '0', '0'],
  // As far from 9 as from 21, and on either side of that.
  [{ cents: 100_00, vatCents: 14_99 }, '21', '9'],
  [{ cents: 100_00, vatCents: 15_00 }, '9', '21'],
  [{ cents: 100_00, vatCents: 15_01 }, '9', '21'],
] as const)('the rate of %j in a module of %s is %s', (sum, ofModule, rate) => {
  expect(rateOf(sum, ofModule)).toBe(rate);
});

it('a settlement is called by its programme, quarter and number', () =>
  expect(codeOf('back-on-track', 2, 1)).toBe('back-on-track-k2-1'));

describe('the budget', () => {
  const used = (cents: number) => ({ ...nothing(), committed: { exVatCents: cents, vatCents: 0 } });

  it.each([
    [79, 'none'],
    [80, 'near'],
    [99, 'near'],
    [100, 'full'],
    [101, 'full'],
  ])('of which %i%% is used says: %s', (percent, warning) => {
    expect(roomOf(60_000_00, used(600_00 * percent))).toMatchObject({ warning });
  });

  it('that holds nothing warns of nothing, not even without a ceiling', () => {
    expect(roomOf(0, nothing())).toEqual({ usedCents: 0, freeCents: 0, warning: 'none' });
  });

  it('shows a gap only between figures that there are, and says when it may be VAT', () => {
    const ex = (cents: number) => ({ cents, basis: 'ex' as const });
    expect(gapsOf({ authorised: null, reserved: ex(150), phases: ex(160) })).toEqual([
      { from: 'reserved', to: 'phases', cents: -10, sameBasis: true },
    ]);
    const unknown = { cents: 150, basis: 'unknown' as const };
    expect(gapsOf({ authorised: unknown, reserved: unknown, phases: null })).toEqual([
      { from: 'authorised', to: 'reserved', cents: 0, sameBasis: false },
    ]);
  });

  it('plans nothing where nothing is promised', () => {
    const product = { code: 'a', name: 'A', priceCents: 100_00, inPackage: true, cap: null };
    expect(plannedOf([product], null)).toBeNull();
    expect(plannedOf([], 350)).toBeNull();
    expect(plannedOf([product], 350)).toMatchObject({ cents: 35_000_00 });
  });
});

describe('what stands on an invoice', () => {
  it.each(['NL91ABNA0417164300', 'DE89370400440532013000', 'CZ6508000000192000145399'])(
    'takes the account %s',
    (iban) => {
      expect(isIban(iban)).toBe(true);
    },
  );
  // From the third on the two check digits are right, and something else is not.
  it.each([
    'NL92ABNA0417164300',
    'NL91 ABNA 0417164300',
    'nl91abna0417164300',
    'NL61ABNA041716',
    'NL25ABNA041716430000000000000000000',
    '37NL91ABNA0417164300',
    '0417164300',
  ])('not %s', (iban) => {
    expect(isIban(iban)).toBe(false);
  });
  it.each(['NL000099998B57', 'NL123456782B90'])('takes the VAT number %s', (number) => {
    expect(isVatNumber(number)).toBe(true);
  });
  it.each([
    'NL000099998B58',
    'NL123456789B01',
    '123456782B90',
    'NL123456782B9',
    'NL123456782B901',
    'LYNL000099998B57',
  ])('not %s', (number) => {
    expect(isVatNumber(number)).toBe(false);
  });
  it('of the buyer needs no account and no VAT number', () => {
    expect(missingOf(unfilled, 'seller')).toEqual([
      'kvkNumber',
      'vatNumber',
      'iban',
      'street',
      'postcode',
      'city',
    ]);
    expect(missingOf(unfilled, 'buyer')).toEqual(['kvkNumber', 'street', 'postcode', 'city']);
  });
  it('is asked for as long as it is not there', () => {
    const some = { ...unfilled, kvkNumber: '69599084', street: 'Kerkstraat 1', city: 'Amstelveen' };
    expect(missingOf(some, 'buyer')).toEqual(['postcode']);
    expect(missingOf({ ...some, postcode: '1182 JR' }, 'buyer')).toEqual([]);
  });
});
