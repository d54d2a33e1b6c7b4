/** What stands on an invoice besides a name; null where nobody filled it in. */
export type Billing = {
  kvkNumber: string | null;
  vatNumber: string | null;
  iban: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
};
export type BillingField = keyof Billing;

export const unfilled: Billing = {
  kvkNumber: null,
  vatNumber: null,
  iban: null,
  street: null,
  postcode: null,
  city: null,
};

const ofSeller = ['kvkNumber', 'vatNumber', 'iban', 'street', 'postcode', 'city'] as const;
const ofBuyer = ['kvkNumber', 'street', 'postcode', 'city'] as const;

/** What an invoice cannot be made without (NLCIUS: BR-NL-1, 3, 4 and 11; EN 16931: BR-S-02, BR-E-02). */
export const missingOf = (billing: Billing, role: 'seller' | 'buyer'): BillingField[] =>
  (role === 'seller' ? ofSeller : ofBuyer).filter((field) => billing[field] === null);

/** The remainder by 97 of a text in which letters count as 10 to 35, as ISO 7064 has it. */
function by97(text: string): number {
  let rest = 0;
  for (const char of text)
    for (const digit of String(parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** ISO 13616: country, two check digits, account. Spaces are taken out before. */
export const isIban = (text: string) =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && by97(text.slice(4) + text.slice(0, 4)) === 1;

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const elevenTest = (digits: string) =>
  WEIGHTS.reduce((sum, weight, n) => sum + weight * Number(digits[n]), 0) % 11 === 0;

/** A Dutch VAT number: that of a legal person passes the test of its nine digits, that of a sole trader (since 2020) by 97. */
export const isVatNumber = (text: string) =>
  /^NL\d{9}B\d{2}$/.test(text) && (by97(text) === 1 || elevenTest(text.slice(2, 11)));
