export type VatRate = '21' | '9' | '0' | 'exempt' | 'unknown';
/** So many times a fixed price, in cents; `unitCents` is ex VAT. */
export type Line = {
  organisationId: string;
  sessionId: string;
  phaseId: string | null;
  unit: 'place' | 'session';
  quantity: number;
  unitCents: number;
  unitVatCents: number;
  vatRate: VatRate;
};

const percents = { '21': 21, '9': 9, '0': 0, exempt: 0, unknown: 0 } as const;
export const percentOf = (rate: VatRate) => percents[rate];

/**
 * The rate behind an amount and the VAT on it. The ledger has the two amounts; without VAT it is what the module says, or
 * exempt. An own contribution takes a cent of rounding with it, so the nearest rate counts.
 */
export function rateOf({ cents, vatCents }: { cents: number; vatCents: number }, ofModule: VatRate): VatRate {
  if (vatCents === 0) return ofModule === '0' || ofModule === 'unknown' ? ofModule : 'exempt';
  const off = (percent: number) => Math.abs(vatCents - (cents * percent) / 100);
  return off(21) <= off(9) ? '21' : '9';
}

const keyOf = (line: Line) =>
  [
    line.organisationId,
    line.sessionId,
    line.phaseId,
    line.unit,
    line.unitCents,
    line.unitVatCents,
    line.vatRate,
  ].join();

/** What is owed now and was not settled before; below zero where too much was. Nothing that is the same is in it. */
export function difference(owed: Line[], settled: Line[]): Line[] {
  const open = new Map<string, Line>();
  const add = (line: Line, sign: 1 | -1) => {
    const known = open.get(keyOf(line));
    open.set(keyOf(line), { ...line, quantity: (known?.quantity ?? 0) + sign * line.quantity });
  };
  for (const line of owed) add(line, 1);
  for (const line of settled) add(line, -1);
  return [...open.values()].filter(({ quantity }) => quantity !== 0);
}

/** What lines come to, ex VAT, the VAT by rate as the ledger has it, and together. In cents. */
export function totalsOf(lines: Pick<Line, 'quantity' | 'unitCents' | 'unitVatCents' | 'vatRate'>[]) {
  const byRate = new Map<VatRate, { exVatCents: number; vatCents: number }>();
  for (const { quantity, unitCents, unitVatCents, vatRate } of lines) {
    const sum = byRate.get(vatRate) ?? { exVatCents: 0, vatCents: 0 };
    byRate.set(vatRate, {
      exVatCents: sum.exVatCents + quantity * unitCents,
      vatCents: sum.vatCents + quantity * unitVatCents,
    });
  }
  const vat = (['21', '9', '0', 'exempt', 'unknown'] as const).flatMap((rate) => {
    const sum = byRate.get(rate);
    return sum ? [{ rate, ...sum }] : [];
  });
  const exVatCents = vat.reduce((sum, it) => sum + it.exVatCents, 0);
  const vatCents = vat.reduce((sum, it) => sum + it.vatCents, 0);
  return { exVatCents, vat, vatCents, inclVatCents: exVatCents + vatCents };
}

/** The number of a settlement as people and invoices say it: back-on-track-k2-1. */
export const codeOf = (slug: string, ordinal: number, number: number) => `${slug}-k${ordinal}-${number}`;
