import { XMLParser } from 'fast-xml-parser';

type Element = { [name: string]: unknown };
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ['InvoiceLine', 'CreditNoteLine', 'TaxSubtotal', 'BillingReference'].includes(name),
});

/** What is at a path, also through attributes: `Party.EndpointID.@_schemeID`. */
export function at(element: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (found as Element | undefined)?.[name], element);
}
const text = (element: unknown, path: string) => {
  const found = at(element, path);
  return typeof found === 'object' ? at(found, '#text') : found;
};
const cents = (element: unknown, path: string): number => {
  const found = text(element, path);
  if (found === undefined) return 0;
  const parts = /^(-?)(\d+)\.(\d{2})$/.exec(String(found));
  if (!parts) throw new Error(`${path} is no amount: ${String(found)}`);
  return Number(`${parts[1]}${parts[2]}${parts[3]}`);
};

export function readUbl(xml: string) {
  const document = parser.parse(xml) as Element;
  const kind = 'CreditNote' in document ? ('CreditNote' as const) : ('Invoice' as const);
  return { kind, root: document[kind] as Element };
}

const half = (value: number) => Math.sign(value) * Math.round(Math.abs(value));
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/**
 * The rules of EN 16931 and NLCIUS that such a document can break, by their names, read from the XML alone. Empty when all
 * are kept.
 */
export function brokenRules(xml: string): string[] {
  const { kind, root } = readUbl(xml);
  const lines = root[`${kind}Line`] as Element[];
  const subtotals = at(root, 'TaxTotal.TaxSubtotal') as Element[];
  const total = (name: string) => cents(root, `LegalMonetaryTotal.${name}`);
  const net = (line: Element) => cents(line, 'LineExtensionAmount');
  const quantity = (line: Element) =>
    Number(text(line, kind === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity'));
  const [seller, buyer] = ['Supplier', 'Customer'].map((who) => at(root, `Accounting${who}Party.Party`));
  const category = (of: unknown, path: string) =>
    `${String(text(of, `${path}.ID`))} ${String(text(of, `${path}.Percent`))}`;
  const payable = total('PayableAmount');
  const codes = (taxed: unknown[], path: string) => new Set(taxed.map((one) => category(one, path)));
  const [inLines, inTotals] = [codes(lines, 'Item.ClassifiedTaxCategory'), codes(subtotals, 'TaxCategory')];
  const amounts = xml.match(/<cbc:\w*Amount[^>]*>/g) ?? [];
  const hasNl = (party: unknown) =>
    ['StreetName', 'CityName', 'PostalZone'].every((name) => text(party, `PostalAddress.${name}`));
  const isKvk = (party: unknown, path: string) =>
    at(party, `${path}.@_schemeID`) === '0106' && /^\d{8}$/.test(String(text(party, path)));

  const rules: Record<string, boolean> = {
    'BR-01 (the specification)':
      root.CustomizationID === 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0',
    'BR-02': Boolean(root.ID),
    'BR-03': /^\d{4}-\d{2}-\d{2}$/.test(String(root.IssueDate)),
    'BR-05': root.DocumentCurrencyCode === 'EUR' && amounts.every((tag) => tag.includes('currencyID="EUR"')),
    'BR-06, BR-07': Boolean(
      text(seller, 'PartyLegalEntity.RegistrationName') && text(buyer, 'PartyLegalEntity.RegistrationName'),
    ),
    'BR-16': lines.length > 0,
    'BR-21': new Set(lines.map(({ ID }) => ID)).size === lines.length,
    'BR-27': lines.every((line) => cents(line, 'Price.PriceAmount') >= 0),
    'BR-CO-04': lines.every((line) => text(line, 'Item.ClassifiedTaxCategory.ID')),
    'BR-CO-10': total('LineExtensionAmount') === sum(lines.map(net)),
    'BR-CO-13': total('TaxExclusiveAmount') === total('LineExtensionAmount'),
    'BR-CO-14': cents(root, 'TaxTotal.TaxAmount') === sum(subtotals.map((it) => cents(it, 'TaxAmount'))),
    'BR-CO-15':
      total('TaxInclusiveAmount') === total('TaxExclusiveAmount') + cents(root, 'TaxTotal.TaxAmount'),
    'BR-CO-16': payable === total('TaxInclusiveAmount') + total('PayableRoundingAmount'),
    'BR-CO-17': subtotals.every(
      (it) =>
        cents(it, 'TaxAmount') ===
        half((cents(it, 'TaxableAmount') * Number(text(it, 'TaxCategory.Percent'))) / 100),
    ),
    'BR-CO-18': subtotals.length > 0,
    'BR-CO-25': kind === 'CreditNote' || payable <= 0 || Boolean(root.DueDate),
    'BR-CO-26': Boolean(text(seller, 'PartyLegalEntity.CompanyID')),
    'line amount = quantity x price': lines.every(
      (line) => net(line) === quantity(line) * cents(line, 'Price.PriceAmount'),
    ),
    'BR-S-01, BR-Z-01, BR-E-01 (one total per category and rate)':
      inLines.size === inTotals.size &&
      subtotals.length === inTotals.size &&
      [...inLines].every((one) => inTotals.has(one)),
    'BR-S-02, BR-Z-02, BR-E-02': /^NL\d{9}B\d{2}$/.test(String(text(seller, 'PartyTaxScheme.CompanyID'))),
    'BR-S-05, BR-Z-05, BR-E-05': [...inLines].every((one) => /^(S (21|9)|[ZE] 0)$/.test(one)),
    'BR-S-08, BR-Z-08, BR-E-08': subtotals.every(
      (it) =>
        cents(it, 'TaxableAmount') ===
        sum(
          lines
            .filter((line) => category(line, 'Item.ClassifiedTaxCategory') === category(it, 'TaxCategory'))
            .map(net),
        ),
    ),
    'BR-E-10, BR-S-10': subtotals.every(
      (it) => (text(it, 'TaxCategory.ID') === 'E') === Boolean(text(it, 'TaxCategory.TaxExemptionReason')),
    ),
    'BR-50, BR-61': kind === 'CreditNote' || Boolean(text(root, 'PaymentMeans.PayeeFinancialAccount.ID')),
    'BR-NL-1': isKvk(seller, 'PartyLegalEntity.CompanyID') && isKvk(seller, 'EndpointID'),
    'BR-NL-2': Boolean(root.BuyerReference),
    'BR-NL-3, BR-NL-4': hasNl(seller) && hasNl(buyer),
    'BR-NL-7, BR-NL-8':
      kind === 'Invoice' ? root.InvoiceTypeCode === '380' : root.CreditNoteTypeCode === '381',
    'BR-NL-10': isKvk(buyer, 'PartyLegalEntity.CompanyID') && isKvk(buyer, 'EndpointID'),
    'BR-NL-11': kind === 'CreditNote' ? payable >= 0 : payable <= 0 || Boolean(root.PaymentMeans),
    'BR-NL-12': kind === 'CreditNote' || text(root, 'PaymentMeans.PaymentMeansCode') === '30',
    'BR-NL-24, BR-NL-35 (not recommended)':
      !/TaxExemptionReasonCode|InvoiceDocumentReference>\s*<cbc:ID>[^<]*<\/cbc:ID>\s*<cbc:IssueDate/.test(
        xml,
      ),
  };
  return Object.entries(rules).flatMap(([name, kept]) => (kept ? [] : [name]));
}
