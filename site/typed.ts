import { parseMoney } from '../api/language/amounts.ts';
import { parseHours, parseWhole } from '../api/language/numbers.ts';
import { momentOf } from '../api/language/time.ts';

type Values = Record<string, string>;

/**
 * One way to read what people type. Nothing is left out, and what cannot be read goes to the API as it was typed: it is
 * refused there with `invalid`, at its field, together with everything else that is wrong. The type is what it should be.
 */
const reader =
  <T>(parse: (text: string) => T | null) =>
  (typed = ''): T =>
    (typed.trim() === '' ? undefined : (parse(typed) ?? typed)) as T;

/** An amount in cents, from `€ 1.262,50`, `2095,00`, `60.000,=` or `12`. */
export const amount = reader(parseMoney);
/** A whole number, from `12` or `1.500`. */
export const wholeNumber = reader(parseWhole);
/** Minutes, from a number of hours: `1,5` or `1.5`. */
export const hours = reader(parseHours);

/** A moment from a date and a time, `19:30` or `19.30`. */
export function moment(date = '', time = ''): string {
  const typed = `${date} ${time}`.trim();
  return (typed === '' ? undefined : (momentOf(date, time) ?? typed)) as string;
}

export const text = (typed = ''): string => typed.trim();
export const textOrNone = (typed = ''): string | null => typed.trim() || null;
export const flag = (typed: string | undefined) => typed === 'on' || typed === 'yes';

/** One of a few; what is none of them is what the form starts with. */
export const choice = <T extends string>(typed: string | undefined, options: readonly T[], first: T): T =>
  options.find((option) => option === typed) ?? first;

/** What was ticked of a list: what follows the prefix in the names of its fields. */
export const ticked = (values: Values, prefix: string): string[] =>
  Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []));
