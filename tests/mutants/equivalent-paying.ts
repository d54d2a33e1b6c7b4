import { all } from './equivalent-entries.ts';

/** Of who pays, the money and the places. */
export const ofPaying = [
  ...all(
    'business-register/rules.ts',
    'A beginning of a date comes before the date, as it does before itself.',
    ['date.slice(0, endedOn.length)', 'date'],
  ),
  ...all(
    'business-register/rules.ts',
    'Nothing is nothing here, whether null or undefined, and comes before no date.',
    ['basic._embedded?.hoofdvestiging ?? null', 'basic._embedded?.hoofdvestiging'],
    ['endedOn !== null && endedOn < SBI_2025_SINCE', 'endedOn < SBI_2025_SINCE'],
  ),
  ...all(
    'business-register/rules.ts',
    'What stands in for no type is no visiting address either.',
    ["type ?? ''", 'type', "const found = addresses.find(({ type }) => /^bezoek/i.test(type ?? ''));"],
    ["type ?? ''", "type ?? 'x'", "const found = addresses.find(({ type }) => /^bezoek/i.test(type ?? ''));"],
  ),
  ...all('de-minimis/rules.ts', 'Null adds nothing.', ['declaredCents ?? 0', 'declaredCents']),
  ...all('business-register/rules.ts', 'A date of the register has eight digits.', [
    'yyyymmdd.slice(6, 8)',
    'yyyymmdd.slice(6, 9)',
  ]),
  ...all(
    'business-register/rules.ts',
    'No order is below nothing, so what has one stays behind what has none.',
    ['b.volgorde ?? 0', 'b.volgorde'],
  ),
  ...all('area.rules.ts', 'Nothing lies in no range of postcodes.', [
    'digits !== null && postcodes.some(({ from, to }) => from <= digits && digits <= to)',
    'postcodes.some(({ from, to }) => from <= digits && digits <= to)',
  ]),
  ...all('check.rules.ts', 'A day that nobody gave is not after another.', [
    'validFrom !== undefined && validFrom > programme.endsOn',
    'validFrom > programme.endsOn',
  ]),
  ...all(
    'check.rules.ts',
    'Only a rule of that kind has a basis, and what has no limit has none.',
    ["rule.kind === 'establishedInArea' && rule.basis === 'business'", "rule.basis === 'business'"],
    ["'max' in rule ? rule.max : undefined", 'rule.max'],
  ),
  ...all('check.rules.ts', 'A code is there once in a catalogue.', [
    'programme.products.find(({ code }) => code === product)',
    'programme.products.findLast(({ code }) => code === product)',
  ]),
  ...all('judge.rules.ts', 'What does not apply has no maximum.', [
    '!applies || max === null',
    'max === null',
  ]),
  ...all(
    'replay.rules.ts',
    'Only what is worse counts, not by how much.',
    ['failed: 2', 'failed: 3'],
    ["'not-eligible': 2", "'not-eligible': 3"],
  ),
  ...all('products/rules.ts', 'Only a rule of that kind has a product.', [
    "rule.kind === 'productCap' && rule.product === code",
    'rule.product === code',
  ]),
  ...all('rule-sets/warnings.ts', 'Only a rule of that kind has a basis.', [
    "kind === 'establishedInArea' && rule.basis === 'business'",
    "rule.basis === 'business'",
  ]),
  ...all('ledger/rules.ts', 'Null is no later day than today.', [
    'phase.pausedFrom !== null && phase.pausedFrom <= today',
    'phase.pausedFrom <= today',
  ]),
  ...all(
    'ledger/rules.ts',
    'The ledger has one balance in each state and phase, and none of nothing.',
    ['one.cents > 0', 'one.cents >= 0', 'one.cents > 0'],
    ['one.cents > 0', 'one.cents >= 0', 'one.cents > 0,'],
    [
      'held.find((one) => isSameSum(one, to) && one.state === to.state)',
      'held.findLast((one) => isSameSum(one, to) && one.state === to.state)',
    ],
  ),
  ...all(
    'billing/rules.ts',
    'A multiple of eleven is one below nothing as well, and nine weights take nine digits.',
    ['sum + weight * Number(digits[n])', 'sum - weight * Number(digits[n])'],
    ['text.slice(2, 11)', 'text.slice(2, 12)'],
  ),
  ...all(
    'life/rules.ts',
    'Null is not later than now.',
    ['last && last >= now', 'last >= now'],
    ['until !== null && now < until', 'now < until'],
  ),
];
