import type { FieldError, ProblemBody, ProblemCode } from '../api/http/problem.ts';

export type { FieldError, ProblemCode };

/** What a page needs to show a refused form again: the values as typed, and what is wrong. */
export type Refused = {
  values: Record<string, string>;
  code: ProblemCode;
  fields: FieldError[];
  taken?: number;
  broken?: ProblemBody['broken'];
};

const KEY = 'formKey';
const UUID = /^[0-9a-f-]{36}$/;

/**
 * The key of a form on its page, so that a form that is sent twice counts once. A refused form keeps its key, because the
 * answer may have been lost after the work was done; only one that was used for something else gets a new one.
 */
export function formKey(refused?: Refused | null) {
  const sent = refused && keyOf(refused.values)['Idempotency-Key'];
  const value = sent && refused.code !== 'idempotency-key-reused' ? sent : crypto.randomUUID();
  return { name: KEY, value };
}

/** The same key for the API, as a header of the one call that the form stands for. */
export const keyOf = (values: Record<string, string>) => ({
  'Idempotency-Key': UUID.test(values[KEY] ?? '') ? values[KEY] : undefined,
});

export const ABOUT = 'about';
/** Whether a form was shown about this one; see `About.astro`. */
export const isAbout = (values: Record<string, string>, id: string) => values[ABOUT] === id;

/** What was filled in. A body that is no form counts as an empty one, so that the page says what it needs. */
export const formValues = async (request: Request) => (await formWithFile(request)).values;

/** The same, with the file that was chosen in the field `file`. */
export async function formWithFile(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ) as Record<string, string>;
  const file = form.get('file');
  // A browser sends a field in which nothing was chosen as a file of nothing.
  return { values, file: file instanceof File && file.size > 0 ? file : null };
}

/** The problem in an answer that is not ok. */
export async function problemOf(answer: Response): Promise<Omit<Refused, 'values'>> {
  const { code, invalidParams, taken, broken } = (await answer.json()) as ProblemBody;
  return {
    code,
    fields: invalidParams ?? [],
    ...(taken !== undefined && { taken }),
    ...(broken && { broken }),
  };
}
