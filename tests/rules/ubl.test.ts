import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDocumented, categoryOf, kindOf, sumsOf } from '../../api/money/invoices/rules.ts';
import { percentOf, totalsOf } from '../../api/money/settlements/rules.ts';
import { decimal, ubl } from '../../site/gemeente/money/ubl.ts';
import { nl } from '../../site/texts/nl.ts';
import { at, brokenRules, readUbl } from '../support/ubl-rules.ts';

const address = { street: 'Voorbeeldlaan 1', postcode: '1234 AB', city: 'Voorbeeldstad' };
const seller = {
  ...address,
  name: 'Vereniging <Eén> & "Twee"',
  kvkNumber: '12345678',
  vatNumber: 'NL000099998B57',
  iban: 'NL91ABNA0417164300',
};
const buyer = { ...address, name: 'Gemeente Voorbeeld', kvkNumber: '87654321' };

/** VAT of one place, rounded as the ledger has it. */
const line = fc
  .record({
    quantity: fc.integer({ min: -40, max: 40 }).filter((n) => n !== 0),
    unitCents: fc.integer({ min: 1, max: 300_000 }),
    vatRate: fc.constantFrom('21' as const, '9' as const, '0' as const, 'exempt' as const),
  })
  .map((it) => ({ ...it, unitVatCents: Math.round((it.unitCents * percentOf(it.vatRate)) / 100) }));
const lines = fc.array(line, { minLength: 1, maxLength: 12 });
type Line = Parameters<typeof totalsOf>[0][number];

function invoiceOf(settled: Line[], earlier: string[] = []) {
  const documented = asDocumented(settled);
  return {
    kind: kindOf(settled),
    number: 'back-on-track-k2-1',
    issuedOn: '2026-11-24',
    payBefore: '2026-12-24',
    period: { startsOn: '2026-08-19', endsOn: '2026-11-18' },
    programme: 'Back on Track',
    quarter: 2,
    earlier,
    seller,
    buyer,
    lines: documented.map((it) => ({
      sessionId: crypto.randomUUID(),
      title: 'Grip op uw geld & meer',
      startsAt: '2026-09-01T18:00:00.000Z',
      unit: 'place' as const,
      quantity: it.quantity,
      unitCents: it.unitCents,
      netCents: it.quantity * it.unitCents,
      category: categoryOf(it.vatRate),
      percent: percentOf(it.vatRate),
    })),
    ...sumsOf(documented),
  };
}

describe('an invoice as SI-UBL 2.0', () => {
  it('keeps the rules of EN 16931 and NLCIUS, whatever lines it has', () => {
    fc.assert(
      fc.property(lines, (settled) => {
        expect(brokenRules(ubl(invoiceOf(settled)))).toEqual([]);
      }),
    );
  });

  it('asks for exactly what the settlement says, as an invoice or as a credit note', () => {
    fc.assert(
      fc.property(lines, (settled) => {
        const { inclVatCents } = totalsOf(settled);
        const { kind, root } = readUbl(ubl(invoiceOf(settled)));
        expect(kind).toBe(inclVatCents < 0 ? 'CreditNote' : 'Invoice');
        expect(at(root, 'LegalMonetaryTotal.PayableAmount.#text')).toBe(decimal(Math.abs(inclVatCents)));
      }),
    );
  });

  it('names what it goes on from, and says texts as they are', () => {
    const xml = ubl(
      invoiceOf(
        [{ quantity: 3, unitCents: 33_33, unitVatCents: 7_00, vatRate: '21' }],
        ['back-on-track-k1-1'],
      ),
    );
    const { root } = readUbl(xml);
    expect(at(root, 'AccountingSupplierParty.Party.PartyName.Name')).toBe(seller.name);
    expect(at(root, 'BillingReference')).toEqual([
      { InvoiceDocumentReference: { ID: 'back-on-track-k1-1' } },
    ]);
    expect(at(root, 'TaxTotal.TaxAmount.#text')).toBe('21.00');
  });

  it('says in its note that it is an example when it is, and keeps the rules', () => {
    const settled = [{ quantity: 1, unitCents: 250_00, unitVatCents: 52_50, vatRate: '21' as const }];
    const xml = ubl(invoiceOf(settled), nl.common.demo);
    expect(brokenRules(xml)).toEqual([]);
    expect(at(readUbl(xml).root, 'Note')).toMatch(/^Dit is een voorbeeld: .* Afrekening van kwartaal/);
    expect(ubl(invoiceOf(settled))).not.toContain('oorbeeld:');
  });

  it('has the cents between VAT per place and VAT over the sum as rounding', () => {
    const settled = [{ quantity: 10, unitCents: 33_33, unitVatCents: 7_00, vatRate: '21' as const }];
    const { root } = readUbl(ubl(invoiceOf(settled)));
    expect(at(root, 'LegalMonetaryTotal')).toMatchObject({
      TaxExclusiveAmount: { '#text': '333.30' },
      TaxInclusiveAmount: { '#text': '403.29' },
      PayableRoundingAmount: { '#text': '0.01' },
      PayableAmount: { '#text': '403.30' },
    });
  });
});

describe('the search for broken rules', () => {
  const good = ubl(
    invoiceOf([
      { quantity: 2, unitCents: 250_00, unitVatCents: 52_50, vatRate: '21' },
      { quantity: 1, unitCents: 100_00, unitVatCents: 0, vatRate: 'exempt' },
    ]),
  );
  it.each([
    ['BR-CO-10', />600\.00<\/cbc:LineExtensionAmount>/, '>600.01</cbc:LineExtensionAmount>'],
    ['BR-CO-14', /(<cac:TaxTotal>\s*<cbc:TaxAmount currencyID="EUR">)105\.00/, '$1106.00'],
    ['BR-CO-16', />705\.00<\/cbc:PayableAmount>/, '>706.00</cbc:PayableAmount>'],
    ['BR-CO-17', />500\.00<\/cbc:TaxableAmount>/, '>501.00</cbc:TaxableAmount>'],
    ['BR-CO-25', /<cbc:DueDate>.*<\/cbc:DueDate>/, ''],
    ['BR-E-10, BR-S-10', /<cbc:TaxExemptionReason>.*<\/cbc:TaxExemptionReason>/, ''],
    ['BR-NL-1', /schemeID="0106">12345678/, 'schemeID="0190">12345678'],
    ['BR-NL-11', /<cac:PaymentMeans>[^]*<\/cac:PaymentMeans>/, ''],
    ['line amount = quantity x price', />250\.00<\/cbc:PriceAmount>/, '>251.00</cbc:PriceAmount>'],
  ])('finds %s', (rule, from, to) => {
    expect(good).toMatch(from);
    expect(brokenRules(good)).toEqual([]);
    expect(brokenRules(good.replace(from, to))).toContain(rule);
  });
});
