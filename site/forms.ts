import type { FieldError, ProblemBody, ProblemCode } from '../api/problem.ts';

export type { FieldError, ProblemCode };

/** What a page needs to show a refused form again: the values as typed, and what is wrong. */
export type Refused = {
  values: Record<string, string>;
  code: ProblemCode;
  fields: FieldError[];
  taken?: number;
};

/** What was filled in. A body that is no form counts as an empty one, so that the page says what it needs. */
export async function formValues(request: Request): Promise<Record<string, string>> {
  const form = await request.formData().catch(() => new FormData());
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The problem in an answer that is not ok. */
export async function problemOf(answer: Response): Promise<Omit<Refused, 'values'>> {
  const { code, invalidParams, taken } = (await answer.json()) as ProblemBody;
  return { code, fields: invalidParams ?? [], ...(taken !== undefined && { taken }) };
}
