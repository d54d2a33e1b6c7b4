import { livesCode } from '../declarations/area-words.ts';
import type { Address, Facts } from './facts.ts';
import type { RuleOf } from './schema.ts';

type AreaRule = RuleOf<'establishedInArea'>;
export type Where = 'inside' | 'outside' | 'unknown';

const HOME = new Set(['', 'nl', 'nederland', 'netherlands', 'the netherlands']);
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Whether someone is inside by what the rule looks at; `lives` is what the entrepreneur said, null where that was not needed. */
export function whereIs(
  rule: AreaRule,
  facts: Facts,
): { where: Where; seen: string[]; lives: boolean | null } {
  const nothing = { where: 'outside' as Where, seen: [], lives: null };
  const business = rule.basis === 'residence' ? nothing : { ...ofBusiness(rule, facts), lives: null };
  if (rule.basis === 'business' || business.where === 'inside') return business;
  const home = ofHome(rule, facts);
  const found = [business.where, home.where];
  const where = home.where === 'inside' ? 'inside' : found.includes('unknown') ? 'unknown' : 'outside';
  return { where, seen: [...business.seen, ...home.seen], lives: home.lives };
}

/** Every visiting address of a business counts, and one inside is enough; a postal address says nothing. */
function ofBusiness(rule: AreaRule, { business }: Facts) {
  const addresses = business.status === 'found' ? business.addresses : [];
  return among(
    rule,
    addresses.filter(({ kind }) => kind === 'visiting'),
  );
}

/** An address that is known goes before what the entrepreneur said. */
function ofHome(rule: AreaRule, { residence, declarations }: Facts) {
  if (residence) return { ...among(rule, [residence]), lives: null };
  const code = livesCode(rule);
  const lives = Object.hasOwn(declarations, code) ? declarations[code]! : null;
  const where: Where = lives === null ? 'unknown' : lives ? 'inside' : 'outside';
  return { where, seen: [], lives };
}

/** Shielded, foreign or incomplete addresses leave it open, so that a person looks at them; so does having none. */
function among(rule: AreaRule, addresses: Address[]): { where: Where; seen: string[] } {
  let where: Where = addresses.length === 0 ? 'unknown' : 'outside';
  const seen: string[] = [];
  for (const address of addresses) {
    seen.push(address.shielded ? 'shielded' : (address.place ?? address.postcode ?? 'unknown'));
    const here = whereIsAddress(rule, address);
    if (here !== 'outside') where = here;
    if (here === 'inside') break;
  }
  return { where, seen };
}

/** Inside by place or by postcode. Outside only when everything that the rule goes by is known. */
function whereIsAddress({ places, postcodes }: AreaRule, address: Address): Where {
  if (address.shielded || !HOME.has(fold(address.country ?? ''))) return 'unknown';
  const place = address.place?.trim() ? fold(address.place) : null;
  if (places.some((name) => fold(name) === place)) return 'inside';
  const digits = pc4(address.postcode);
  if (digits !== null && postcodes.some(({ from, to }) => from <= digits && digits <= to)) return 'inside';
  const missing = (places.length > 0 && place === null) || (postcodes.length > 0 && digits === null);
  return missing ? 'unknown' : 'outside';
}

function pc4(postcode: string | null): number | null {
  const found = postcode?.match(/^\s*([1-9]\d{3})\s*(?:[a-z]{2})?\s*$/i);
  return found ? Number(found[1]) : null;
}
