import { type Rule, type RuleKind, ruleKind } from '../../../api/paying/eligibility/schema.ts';
import { typedMoney } from '../../../api/language/amounts.ts';
import { inHours } from '../../../api/language/numbers.ts';
import type { Locale } from '../../links.ts';
import { amount, hours, wholeNumber } from '../../typed.ts';

/** A rule as it stands in a form: everything as someone typed it. */
export type Draft = { kind: RuleKind; values: Record<string, string> };

export const kinds: readonly RuleKind[] = ruleKind.options;
export const isKind = (given: string | undefined): given is RuleKind =>
  (kinds as readonly string[]).includes(given ?? '');

export const ruleId = (at: number) => `rule-${at}`;
export const fieldId = (at: number, field: string) => `${ruleId(at)}-${field}`;

/** The field of the form for what the API calls `rules.3.postcodes.0.from`. */
export function fieldOf(name: string): { at: number | null; field: string; id: string } {
  const [, at, path = ''] = /^rules\.(\d+)(?:\.(.*))?$/.exec(name) ?? [];
  if (at === undefined) return { at: null, field: name, id: name };
  const field = path.startsWith('period') ? 'months' : path === 'items' ? 'nl' : path.split('.')[0]!;
  const inside = /^items\.\d+\.en$/.test(path) ? 'en' : field === 'items' ? 'nl' : field;
  const number = Number(at);
  return {
    at: number,
    field: inside,
    id: inside && inside !== 'kind' ? fieldId(number, inside) : ruleId(number),
  };
}

/** The rules in a form that was sent, in their order. */
export function draftsIn(form: Record<string, string>): Draft[] {
  const drafts = new Map<number, Draft>();
  for (const [name, value] of Object.entries(form)) {
    const at = Number(/^rule-(\d{1,3})-kind$/.exec(name)?.[1] ?? NaN);
    if (!Number.isNaN(at) && isKind(value)) drafts.set(at, { kind: value, values: {} });
  }
  for (const [name, value] of Object.entries(form)) {
    const [, at, field] = /^rule-(\d{1,3})-(\w+)$/.exec(name) ?? [];
    const draft = drafts.get(Number(at));
    if (draft && field && field !== 'kind') draft.values[field] = value;
  }
  return [...drafts].sort(([a], [b]) => a - b).map(([, draft]) => draft);
}

export const newDraft = (kind: RuleKind): Draft => ({
  kind,
  values: { required: 'yes', basis: 'business', outside: 'pays', unit: 'count', per: 'programme' },
});

/** A rule to change: amounts as people write them in this language. */
export function draftOf(rule: Rule, locale: Locale): Draft {
  const values = ((): Record<string, string> => {
    switch (rule.kind) {
      case 'kvkNumber':
        return { required: rule.required ? 'yes' : 'no' };
      case 'establishedInArea':
        return {
          basis: rule.basis,
          outside: rule.outside ?? 'pays',
          places: rule.places.join('\n'),
          postcodes: rule.postcodes
            .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
            .join('\n'),
        };
      case 'productCap':
        return { product: rule.product ?? '', max: rule.max === undefined ? '' : String(rule.max) };
      case 'peopleCap':
        return { max: String(rule.max) };
      case 'capPerEntrepreneur': {
        const { unit, max, period } = rule;
        return {
          unit,
          max:
            unit === 'cents'
              ? typedMoney(max, locale)
              : unit === 'minutes'
                ? inHours(max, locale)
                : String(max),
          per: period.per,
          months: period.per === 'rollingMonths' ? String(period.months) : '',
        };
      }
      case 'declarations':
        return {
          nl: rule.items.map((item) => item.nl).join('\n'),
          en: rule.items.map((item) => item.en).join('\n'),
          known: rule.items.map((item) => `${item.code}=${item.nl}`).join('\n'),
        };
      case 'deMinimisRoom':
        return { ceilingCents: typedMoney(rule.ceilingCents, locale), years: String(rule.years) };
      default:
        return {};
    }
  })();
  return { kind: rule.kind, values };
}

const lines = (text = '') =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
const parts = (text = '') => lines(text.replace(/[;,]/g, '\n'));

const postcode = (text: string): unknown => {
  const [, from, to] = /^(\d{4})(?:\s*(?:-|–|t\/m|tot en met|to)\s*(\d{4}))?$/.exec(text) ?? [];
  return from === undefined ? text : { from: Number(from), to: Number(to ?? from) };
};

/** The rule as data, or what comes nearest to it. */
export function toRule({ kind, values: v }: Draft): unknown {
  switch (kind) {
    case 'kvkNumber':
      return { kind, required: v.required !== 'no' };
    case 'establishedInArea':
      return {
        kind,
        basis: v.basis,
        ...(v.outside === 'review' && { outside: v.outside }),
        places: parts(v.places),
        postcodes: parts(v.postcodes).map(postcode),
      };
    case 'productCap':
      return { kind, product: v.product || undefined, max: wholeNumber(v.max) };
    case 'peopleCap':
      return { kind, max: wholeNumber(v.max), scope: 'programme' };
    case 'capPerEntrepreneur':
      return {
        kind,
        unit: v.unit,
        max: v.unit === 'cents' ? amount(v.max) : v.unit === 'minutes' ? hours(v.max) : wholeNumber(v.max),
        period: v.per === 'rollingMonths' ? { per: v.per, months: wholeNumber(v.months) } : { per: v.per },
      };
    case 'declarations':
      return { kind, items: declarations(v) };
    case 'deMinimisRoom':
      return { kind, ceilingCents: amount(v.ceilingCents), years: wholeNumber(v.years) };
    default:
      return { kind };
  }
}

/** A sentence that stays the same keeps its code, so that who declared it need not do so again. */
function declarations({ nl, en, known }: Record<string, string>) {
  const codes = new Map(
    lines(known).map((line) => [line.slice(line.indexOf('=') + 1), line.slice(0, line.indexOf('='))]),
  );
  const english = lines(en);
  return lines(nl).map((sentence, at) => ({
    code: codes.get(sentence) ?? slug(sentence),
    nl: sentence,
    en: english[at] ?? '',
  }));
}

/** A short code from words: `Intake en Toeleiding` becomes `intake-en-toeleiding`. */
export const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
