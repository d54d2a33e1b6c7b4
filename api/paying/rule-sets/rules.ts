import type { z } from 'zod';
import type { Locale } from '../../language/locale.ts';
import { checkRules, type CheckedProgramme } from '../eligibility/check.rules.ts';
import type { ProblemCode } from '../eligibility/check-rule.rules.ts';
import { type Rule, rule as ruleSchema } from '../eligibility/schema.ts';
import { date } from '../../http/contract.ts';
import type { FieldError } from '../../http/problem.ts';
import { fieldErrors, reasons } from '../../http/validation.ts';

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
 * date, where one was given. Without errors the rules can be saved. `locale` is the language of the sentences.
 */
export function readRules(
  { rules, validFrom }: Given,
  programme: CheckedProgramme,
  today: string,
  locale: Locale,
): Read {
  const read: { rule: Rule; at: number; whole: boolean }[] = [];
  const errors: { at: number; error: FieldError }[] = [];
  const afterAll = rules.length;
  for (const [at, given] of rules.entries()) {
    const parsed = ruleSchema.safeParse(given);
    if (parsed.success) {
      read.push({ rule: parsed.data, at, whole: true });
      continue;
    }
    for (const error of fieldErrors(parsed.error)) {
      errors.push({ at, error: { ...error, name: nameAt(at, error.name === 'body' ? '' : error.name) } });
    }
    const rest = ruleSchema.safeParse(withoutFaults(given, parsed.error));
    if (rest.success) read.push({ rule: rest.data, at, whole: false });
  }
  const from = validFrom === undefined ? undefined : date.safeParse(validFrom);
  if (from && !from.success) errors.push({ at: afterAll, error: dateError('invalid') });
  else if (from && from.data < today) errors.push({ at: afterAll, error: dateError('in-past') });

  const problems = checkRules(
    read.map(({ rule }) => rule),
    programme,
    from?.data,
  );
  for (const { code, rule, text } of problems) {
    if (EMPTY.has(code) && !read[rule!]!.whole) continue;
    const at = rule === null ? afterAll : read[rule]!.at;
    const name =
      code === 'after-the-programme'
        ? 'validFrom'
        : rule === null
          ? 'rules'
          : nameAt(at, fieldIn(rules[at], code));
    errors.push({ at, error: { name, code: 'explained', reason: text[locale] } });
  }
  errors.sort((a, b) => a.at - b.at);
  return { rules: read.map(({ rule }) => rule), errors: errors.map(({ error }) => error) };
}

/** Of one rule: not said of a list that has something in it, even if that is wrong. */
const EMPTY: ReadonlySet<ProblemCode> = new Set(['area-empty', 'declarations-empty']);

/** A rule without the lines of its lists that are wrong, so that the others can be looked at as well. */
function withoutFaults(given: unknown, { issues }: z.ZodError): unknown {
  const isWrong = (field: string, at: number) =>
    issues.some(({ path }) => path[0] === field && path[1] === at);
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([field, value]: [string, unknown]) => [
      field,
      Array.isArray(value) ? value.filter((_, at) => !isWrong(field, at)) : value,
    ]),
  );
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
