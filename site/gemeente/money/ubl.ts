import { create } from 'xmlbuilder2';
import type { z } from 'zod';
import type { invoice } from '../../../api/money/invoices/schema.ts';
import type { DemoMark } from '../../demo-mark.ts';
import { plainDate } from '../../../api/language/dates.ts';
import { invoiceFile } from '../../texts/nl/invoiceFile.ts';

type Invoice = z.output<typeof invoice>;
type Node = Record<string, unknown>;

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
/** SI-UBL 2.0: the Dutch use of EN 16931. */
const NLCIUS = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
/** The KVK register in the list of ISO 6523. */
const KVK = '0106';
const CREDIT_TRANSFER = '30';
const ONE = 'C62';

/** Cents as UBL writes an amount: 12345 is 123.45, and -5 is -0.05. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
const amount = (cents: number): Node => ({ '@currencyID': 'EUR', '#': decimal(cents) });
const vat: Node = { 'cbc:ID': 'VAT' };

/** An invoice or credit note as UBL 2.1, for bookkeeping: SI-UBL 2.0. The order of elements is that of the schema. */
export function ubl(invoice: Invoice, mark: DemoMark = null): string {
  const isCredit = invoice.kind === 'credit-note';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  return create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      [root]: {
        '@xmlns': `${UBL}${root}-2`,
        '@xmlns:cac': `${UBL}CommonAggregateComponents-2`,
        '@xmlns:cbc': `${UBL}CommonBasicComponents-2`,
        'cbc:CustomizationID': NLCIUS,
        'cbc:ProfileID': PROFILE,
        'cbc:ID': invoice.number,
        'cbc:IssueDate': invoice.issuedOn,
        ...(!isCredit && { 'cbc:DueDate': invoice.payBefore }),
        [isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode']: isCredit ? '381' : '380',
        'cbc:Note': [mark?.sentence, invoiceFile.note(invoice.quarter, invoice.programme)]
          .filter(Boolean)
          .join(' '),
        'cbc:DocumentCurrencyCode': 'EUR',
        'cbc:BuyerReference': invoice.number,
        'cac:InvoicePeriod': {
          'cbc:StartDate': invoice.period.startsOn,
          'cbc:EndDate': invoice.period.endsOn,
        },
        'cac:BillingReference': invoice.earlier.map((number) => ({
          'cac:InvoiceDocumentReference': { 'cbc:ID': number },
        })),
        'cac:AccountingSupplierParty': { 'cac:Party': party(invoice.seller, invoice.seller.vatNumber) },
        'cac:AccountingCustomerParty': { 'cac:Party': party(invoice.buyer) },
        ...(!isCredit && { 'cac:PaymentMeans': paymentMeans(invoice) }),
        'cac:TaxTotal': taxTotal(invoice),
        'cac:LegalMonetaryTotal': monetaryTotal(invoice),
        [`cac:${root}Line`]: invoice.lines.map((line, n) => lineOf(line, n + 1, isCredit)),
      },
    },
  ).end({ prettyPrint: true });
}

function party(of: Invoice['buyer'], vatNumber?: string): Node {
  return {
    'cbc:EndpointID': { '@schemeID': KVK, '#': of.kvkNumber },
    'cac:PartyName': { 'cbc:Name': of.name },
    'cac:PostalAddress': {
      'cbc:StreetName': of.street,
      'cbc:CityName': of.city,
      'cbc:PostalZone': of.postcode,
      'cac:Country': { 'cbc:IdentificationCode': 'NL' },
    },
    ...(vatNumber && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': vatNumber, 'cac:TaxScheme': vat } }),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': of.name,
      'cbc:CompanyID': { '@schemeID': KVK, '#': of.kvkNumber },
    },
  };
}

const paymentMeans = ({ number, seller }: Invoice): Node => ({
  'cbc:PaymentMeansCode': CREDIT_TRANSFER,
  'cbc:PaymentID': number,
  'cac:PayeeFinancialAccount': { 'cbc:ID': seller.iban },
});

const taxTotal = (invoice: Invoice): Node => ({
  'cbc:TaxAmount': amount(invoice.vatCents),
  'cac:TaxSubtotal': invoice.tax.map(({ category, percent, taxableCents, vatCents }) => ({
    'cbc:TaxableAmount': amount(taxableCents),
    'cbc:TaxAmount': amount(vatCents),
    'cac:TaxCategory': {
      'cbc:ID': category,
      'cbc:Percent': percent,
      ...(category === 'E' && { 'cbc:TaxExemptionReason': invoiceFile.exempt }),
      'cac:TaxScheme': vat,
    },
  })),
});

const monetaryTotal = (invoice: Invoice): Node => ({
  'cbc:LineExtensionAmount': amount(invoice.exVatCents),
  'cbc:TaxExclusiveAmount': amount(invoice.exVatCents),
  'cbc:TaxInclusiveAmount': amount(invoice.inclVatCents),
  ...(invoice.roundingCents !== 0 && { 'cbc:PayableRoundingAmount': amount(invoice.roundingCents) }),
  'cbc:PayableAmount': amount(invoice.payableCents),
});

const lineOf = (line: Invoice['lines'][number], id: number, isCredit: boolean): Node => ({
  'cbc:ID': id,
  [isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity']: { '@unitCode': ONE, '#': line.quantity },
  'cbc:LineExtensionAmount': amount(line.netCents),
  'cac:Item': {
    'cbc:Description': (line.unit === 'place' ? invoiceFile.places : invoiceFile.session)(
      plainDate(line.startsAt, 'nl'),
    ),
    'cbc:Name': line.title,
    'cac:ClassifiedTaxCategory': {
      'cbc:ID': line.category,
      'cbc:Percent': line.percent,
      'cac:TaxScheme': vat,
    },
  },
  'cac:Price': { 'cbc:PriceAmount': amount(line.unitCents) },
});
