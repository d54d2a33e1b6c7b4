import { checkRules, type CheckedProgramme } from '../eligibility/check.ts';
import type { ProblemCode } from '../eligibility/check-rule.ts';
import { type Rule, rule as ruleSchema } from '../eligibility/schema.ts';
import { date } from '../contract.ts';
import type { FieldError } from '../problem.ts';
import { fieldErrors, reasons } from '../validation.ts';

/** The field of a rule that a problem is about, where it is about one. */
const fieldOf: Partial<Record<ProblemCode, string>> = {
  'cap-of-zero': 'max',
  'caps-contradict': 'max',
  'programme-differs': 'max',
  'catalogue-differs': 'max',
  'area-empty': 'places',
  'place-unlikely': 'places',
  'postcodes-reversed': 'postcodes',
  'kvk-number-needed': 'required',
  'declarations-empty': 'items',
  'declaration-twice': 'items',
  'declaration-untranslated': 'items',
  membership: 'items',
  'product-missing': 'product',
  'product-unknown': 'product',
  'no-product-cap': 'max',
  'de-minimis-above-law': 'ceilingCents',
};

type Given = { rules: unknown[]; validFrom: string | undefined };
type Read = { rules: Rule[]; errors: FieldError[] };

/**
 * The rules that someone gave, and all that is wrong with them, in the order of the rules: shape, contradictions, and the
 * date. Without errors the rules can be saved. `locale` is the language of the sentences.
 */
export function readRules(
  { rules, validFrom }: Given,
  programme: CheckedProgramme,
  today: string,
  locale: 'nl' | 'en',
): Read {
  const read: { rule: Rule; at: number }[] = [];
  const errors: { at: number; error: FieldError }[] = [];
  for (const [at, given] of rules.entries()) {
    const parsed = ruleSchema.safeParse(given);
    if (parsed.success) read.push({ rule: parsed.data, at });
    else
      for (const error of fieldErrors(parsed.error)) {
        errors.push({ at, error: { ...error, name: nameAt(at, error.name === 'body' ? '' : error.name) } });
      }
  }
  const day = validFrom === undefined ? { success: true as const, data: today } : date.safeParse(validFrom);
  if (!day.success) errors.push({ at: Infinity, error: dateError('invalid') });
  else if (day.data < today) errors.push({ at: Infinity, error: dateError('in-past') });

  const problems = checkRules(
    read.map(({ rule }) => rule),
    programme,
    day.data ?? today,
  );
  // Who only looks is not asked for a date.
  const counted = problems.filter(({ code }) => code !== 'after-the-programme' || validFrom !== undefined);
  for (const { code, rule, text } of counted) {
    const at = rule === null ? Infinity : read[rule]!.at;
    const name =
      code === 'after-the-programme'
        ? 'validFrom'
        : rule === null
          ? 'rules'
          : nameAt(at, fieldIn(rules[at], code));
    errors.push({ at, error: { name, code: 'explained', reason: text[locale] } });
  }
  errors.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return { rules: read.map(({ rule }) => rule), errors: errors.map(({ error }) => error) };
}

const nameAt = (at: number, field: string | undefined) => `rules.${at}${field ? `.${field}` : ''}`;
const dateError = (code: 'invalid' | 'in-past'): FieldError => ({
  name: 'validFrom',
  code,
  reason: reasons[code],
});

function fieldIn(rule: unknown, code: ProblemCode): string | undefined {
  const field = fieldOf[code];
  const isDeMinimis = (rule as Rule).kind === 'deMinimisRoom';
  return field === 'max' && isDeMinimis ? 'ceilingCents' : field;
}

type Version = { version: number; validFrom: string };

/** Which version holds on `today`, and from when each is replaced. A later version of the same day goes before. */
export function placeInTime<V extends Version>(versions: readonly V[], today: string) {
  const inOrder = [...versions].sort(
    (a, b) => a.validFrom.localeCompare(b.validFrom) || a.version - b.version,
  );
  const inForce = inOrder.findLast(({ validFrom }) => validFrom <= today);
  return inOrder.map((one, at) => ({
    ...one,
    replacedFrom: inOrder[at + 1]?.validFrom ?? null,
    state:
      one === inForce
        ? ('in-force' as const)
        : one.validFrom > today
          ? ('planned' as const)
          : ('past' as const),
  }));
}
