import { grantedInWindow, roomForAid } from '../de-minimis/rules.ts';
import { within } from '../../language/time.ts';
import { whereIs } from './area.rules.ts';
import { addedBy, lowest, personFits, productFits, usedBefore } from './caps.rules.ts';
import type { Facts } from './facts.ts';
import * as own from './reason-words-own.ts';
import * as room from './reason-words-room.ts';
import * as reasons from './reason-words.ts';
import type { Rule, RuleKind, RuleOf } from './schema.ts';

type Outcome = 'passed' | 'failed' | 'unknown';
/** The values that a rule went by, to show to who wants to know. */
type Saw = Record<string, string | number | boolean | null | string[]>;
export type RuleOutcome = reasons.Said & { rule: RuleKind; outcome: Outcome; saw: Saw };

const is = (rule: RuleKind, outcome: Outcome, said: reasons.Said, saw: Saw): RuleOutcome => ({
  rule,
  outcome,
  saw,
  reason: said.reason,
  nextStep: said.nextStep,
});

/** Judges one rule. `borneCents` is what the municipality would pay for this place, ex VAT. */
export function judge(rule: Rule, facts: Facts, borneCents: number): RuleOutcome {
  const { kind } = rule;
  switch (kind) {
    case 'programmeRunning':
      return programmeRunning(facts);
    case 'kvkNumber': {
      const known = facts.kvkNumber !== null;
      const said = known ? reasons.kvk.known : rule.required ? reasons.kvk.missing : reasons.kvk.notNeeded;
      return is(kind, known || !rule.required ? 'passed' : 'unknown', said, { known });
    }
    case 'businessActive':
      return businessActive(facts);
    case 'establishedInArea': {
      const { where, seen, lives } = whereIs(rule, facts);
      const looks = where === 'unknown' || rule.outside === 'review';
      const outcome = where === 'inside' ? 'passed' : looks ? 'unknown' : 'failed';
      const saw = { basis: rule.basis, seen, ...(lives !== null && { lives }) };
      return is(kind, outcome, own.establishedInArea(rule, where, facts.kvkNumber !== null), saw);
    }
    case 'productCap':
      return productCap(rule, facts);
    case 'peopleCap': {
      const use = facts.caps.people;
      const max = lowest(rule.max, use.cap)!;
      const fits = personFits(use, max);
      const said = use.includesThis
        ? room.peopleCap.already
        : room.peopleCap[fits ? 'passed' : 'failed'](max);
      return is(kind, fits ? 'passed' : 'failed', said, { used: use.used, max, alreadyIn: use.includesThis });
    }
    case 'capPerEntrepreneur': {
      const used = usedBefore(rule, facts);
      const adds = addedBy(rule, facts, borneCents);
      const fits = adds === 0 || used + adds <= rule.max;
      const saw = { used, adds, max: rule.max, unit: rule.unit };
      return is(kind, fits ? 'passed' : 'failed', room.capPerEntrepreneur(rule, fits), saw);
    }
    case 'notPaidForModule': {
      const paid = facts.paid.some(({ moduleId }) => moduleId === facts.module.id);
      const outcome = paid ? 'failed' : 'passed';
      return is(kind, outcome, reasons.notPaidForModule[outcome], { paidBefore: paid });
    }
    case 'declarations':
      return declarations(rule, facts);
    case 'deMinimisRoom': {
      const { declaredCents, grants } = facts.deMinimis;
      const grantedCents = grantedInWindow(grants, facts.today, rule.years);
      const found = roomForAid({ declaredCents, grantedCents }, borneCents, rule.ceilingCents);
      const outcome = ({ room: 'passed', exceeds: 'failed', unknown: 'unknown' } as const)[found];
      const said = borneCents === 0 ? room.deMinimisRoom.nothing : room.deMinimisRoom[outcome](rule);
      return is(kind, outcome, said, { declaredCents, grantedCents, aidCents: borneCents });
    }
    case 'budgetRoom': {
      const roomCents = facts.budgetRoomCents;
      const saw = { roomCents, neededCents: borneCents };
      if (borneCents === 0) return is(kind, 'passed', room.budgetRoom.nothing, saw);
      const outcome = roomCents === null ? 'unknown' : borneCents <= roomCents ? 'passed' : 'failed';
      return is(kind, outcome, room.budgetRoom[outcome], saw);
    }
    case 'manualReview': {
      const review = facts.review?.outcome ?? null;
      const outcome = review === null ? 'unknown' : review === 'approved' ? 'passed' : 'failed';
      return is(kind, outcome, reasons.manualReview[outcome], { review });
    }
  }
}

function programmeRunning({ programme, sessionOn }: Facts): RuleOutcome {
  const found =
    programme.status !== 'running'
      ? 'closed'
      : !within(sessionOn, programme)
        ? 'outside'
        : programme.paused
          ? 'paused'
          : 'passed';
  const saw = { status: programme.status, sessionOn, paused: programme.paused };
  const outcome = found === 'passed' ? 'passed' : 'failed';
  return is('programmeRunning', outcome, reasons.programme[found], saw);
}

/** What the register does not know is no; that it did not answer, or was not asked, is not. */
function businessActive({ business, today }: Facts): RuleOutcome {
  if (business.status !== 'found') {
    const outcome = business.status === 'not-found' ? 'failed' : 'unknown';
    return is('businessActive', outcome, reasons.business[business.status], { status: business.status });
  }
  const { active, endedOn } = business;
  const going = active && (endedOn === null || (endedOn !== 'unknown' && today < endedOn));
  const said = going ? reasons.business.active : reasons.business.ended;
  return is('businessActive', going ? 'passed' : 'failed', said, { status: 'found', active, endedOn });
}

function productCap(rule: RuleOf<'productCap'>, { caps: { product } }: Facts): RuleOutcome {
  const applies = product !== null && (rule.product === undefined || rule.product === product.code);
  const max = applies ? lowest(rule.max, product.cap) : null;
  if (!applies || max === null) {
    return is('productCap', 'passed', room.productCap.notLimited, { product: product?.code ?? null });
  }
  const outcome = productFits(product, max) ? 'passed' : 'failed';
  const saw = { product: product.code, used: product.used, max, includesThis: product.includesThis };
  return is('productCap', outcome, room.productCap[outcome](max), saw);
}

function declarations({ items }: RuleOf<'declarations'>, facts: Facts): RuleOutcome {
  const answer = (code: string) =>
    Object.hasOwn(facts.declarations, code) ? facts.declarations[code] : null;
  const refused = items.filter(({ code }) => answer(code) === false);
  const missing = items.filter(({ code }) => answer(code) === null);
  const saw = { refused: refused.map(({ code }) => code), missing: missing.map(({ code }) => code) };
  if (refused.length > 0) return is('declarations', 'failed', own.declarations.failed(refused), saw);
  if (missing.length > 0) return is('declarations', 'unknown', own.declarations.unknown(missing), saw);
  return is('declarations', 'passed', own.declarations.passed, saw);
}
