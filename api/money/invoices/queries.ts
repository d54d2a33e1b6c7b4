import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmeParties } from '../../../db/schema/programmes.ts';
import type { StaffActor } from '../../http/actor.ts';
import { billingOf } from '../billing/queries.ts';
import { type BillingField, missingOf, unfilled } from '../billing/rules.ts';
import { Problem } from '../../http/problem.ts';
import { settledIn } from '../settlements/owed.ts';
import { aboutSessions, findQuarter } from '../settlements/queries.ts';
import { codeOf, percentOf } from '../settlements/rules.ts';
import { localDate, plusDays } from '../../language/time.ts';
import { reasons } from '../../http/validation.ts';
import { asDocumented, categoryOf, DAYS_TO_PAY, kindOf, sumsOf } from './rules.ts';

type Which = { id: string; ordinal: number; number: number; organisation: string };

/**
 * What one settlement owes one organisation, for the municipality that pays and for the organisation itself; others hear
 * `not-found`. Throws `billing-incomplete` with what someone still has to fill in, of the seller and of the buyer.
 */
export async function invoiceOf(db: Reader, actor: StaffActor, { id, ordinal, number, organisation }: Which) {
  const { programme, quarter } = await findQuarter(db, id, ordinal);
  const [seller] = await db.select().from(organisations).where(eq(organisations.slug, organisation));
  const maySee =
    seller &&
    (actor.municipalityIds.includes(programme.municipalityId) || actor.organisationIds.includes(seller.id));
  if (!maySee) throw new Problem('not-found');
  const heads = await settledIn(db, quarter.id);
  const head = heads.find((one) => one.number === number);
  const settled = head?.lines.filter(({ organisationId }) => organisationId === seller.id) ?? [];
  const buyer = await funderOf(db, programme.id);
  // A municipality sends itself no invoice, and without its VAT there is none.
  const noInvoice = settled.length === 0 || settled.some(({ vatRate }) => vatRate === 'unknown');
  if (!head || noInvoice || !buyer || buyer.id === seller.id) throw new Problem('not-found');

  const billing = await billingOf(db, [seller.id, buyer.id]);
  const own = billing.get(seller.id) ?? unfilled;
  const theirs = billing.get(buyer.id) ?? unfilled;
  refuseIncomplete([
    ...missingOf(own, 'seller').map((field) => `seller.${field}` as const),
    ...missingOf(theirs, 'buyer').map((field) => `buyer.${field}` as const),
  ]);
  const lines = asDocumented(settled);
  const about = await aboutSessions(db, lines);
  const code = (one: { number: number }) => codeOf(programme.slug, ordinal, one.number);
  const issuedOn = localDate(head.asOf);
  return {
    kind: kindOf(settled),
    number: code(head),
    issuedOn,
    payBefore: plusDays(issuedOn, DAYS_TO_PAY),
    period: { startsOn: quarter.startsOn, endsOn: quarter.endsOn },
    programme: programme.name,
    quarter: ordinal,
    earlier: heads
      .filter((one) => one.number < number && one.lines.some((line) => line.organisationId === seller.id))
      .map(code),
    seller: { name: seller.name, ...filled(own) },
    buyer: { name: buyer.name, ...filled(theirs) },
    lines: lines.map((line) => ({
      ...about(line),
      sessionId: line.sessionId,
      unit: line.unit,
      quantity: line.quantity,
      unitCents: line.unitCents,
      netCents: line.quantity * line.unitCents,
      category: categoryOf(line.vatRate),
      percent: percentOf(line.vatRate),
    })),
    ...sumsOf(lines),
  };
}

type Party = 'seller' | 'buyer';
function refuseIncomplete(fields: `${Party}.${BillingField}`[]) {
  if (fields.length === 0) return;
  throw new Problem('billing-incomplete', {
    invalidParams: fields.map((name) => ({ name, code: 'required', reason: reasons.required })),
  });
}

const filled = (billing: typeof unfilled) => {
  const text = (field: BillingField) => billing[field] ?? '';
  return {
    kvkNumber: text('kvkNumber'),
    vatNumber: text('vatNumber'),
    iban: text('iban'),
    street: text('street'),
    postcode: text('postcode'),
    city: text('city'),
  };
};

async function funderOf(db: Reader, programmeId: string) {
  const [found] = await db
    .select({ organisation: organisations })
    .from(programmeParties)
    .innerJoin(organisations, eq(organisations.id, programmeParties.organisationId))
    .where(and(eq(programmeParties.programmeId, programmeId), eq(programmeParties.role, 'funder')))
    .orderBy(asc(programmeParties.position))
    .limit(1);
  return found?.organisation;
}
