import type { Address, Facts } from './facts.ts';
import type { RuleOf } from './schema.ts';

type AreaRule = RuleOf<'establishedInArea'>;
export type Where = 'inside' | 'outside' | 'unknown';

const HOME = new Set(['', 'nl', 'nederland', 'netherlands', 'the netherlands']);
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/**
 * Where someone is established. Of a business every visiting address counts, and one inside is enough; a postal address
 * says nothing. Shielded, foreign or incomplete addresses leave it open, so that a person looks at them.
 */
export function whereIs(rule: AreaRule, facts: Facts): { where: Where; seen: string[] } {
  const addresses = addressesOf(rule, facts);
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

function addressesOf({ basis }: AreaRule, { business, residence }: Facts): Address[] {
  if (basis === 'residence') return residence ? [residence] : [];
  return business.status === 'found' ? business.addresses.filter(({ kind }) => kind === 'visiting') : [];
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
