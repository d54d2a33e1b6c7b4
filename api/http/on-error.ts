import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ZodError } from 'zod';
import { isOutage, isPassing, reportOutage } from '../unit-of-work/outage.ts';
import { Problem, problemResponse } from './problem.ts';
import { turningText } from './storable.ts';
import { fieldErrors } from './validation.ts';

type Result = { target: string } & ({ success: true } | { success: false; error: ZodError });

/**
 * An id in a path that cannot exist is an unknown thing, not a form mistake. Of a body all that is wrong is told together,
 * what no schema looks at included.
 */
export async function onInvalid(result: Result, c: Context) {
  if (!result.success && result.target === 'param') throw new Problem('not-found');
  const turning = result.target === 'json' ? turningText(await c.req.text()) : [];
  const wrong = result.success ? [] : fieldErrors(result.error);
  const invalidParams = [...wrong, ...turning.filter(({ name }) => !wrong.some((one) => one.name === name))];
  if (invalidParams.length > 0) throw new Problem('invalid-input', { invalidParams });
}

/** Every failure becomes problem+json; what we did not expect is logged, without the request. */
export function onError(error: Error, c: Context) {
  const problem = problemOf(error);
  if (problem.code === 'internal') console.error(traceOf(error));
  if (isOutage(error)) reportOutage(error);
  const response = problemResponse(problem);
  for (const [name, value] of c.res?.headers ?? []) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) {
    if (error.status === 400) return new Problem('malformed-json');
    if (error.status === 403) return new Problem('cross-site');
  }
  if (isPassing(error)) return new Problem('unavailable', { headers: { 'retry-after': '5' } });
  return new Problem('internal');
}

/** What went wrong and where, without the query and its parameters: those hold names and addresses. */
export function traceOf(error: Error): string {
  let cause = error;
  while (cause.cause instanceof Error) cause = cause.cause;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${cause.name}: ${cause.message}`, ...frames].join('\n');
}
