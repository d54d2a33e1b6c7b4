type Answer = { ok: boolean; status: number; json(): Promise<unknown> };
type Body<A extends Answer> = Awaited<ReturnType<Extract<A, { ok: true }>['json']>>;
/** Never of what the API refuses nobody. */
type Refusal<A extends Answer> = [Exclude<A, { ok: true }>] extends [never] ? never : Response;

/*
 * Every read of the API goes through one of these. They see no failure: when the API cannot answer, site/client.ts stops
 * the page, and its reader is told so.
 */

/** What a page or file is about. A Response is the answer when it does not exist, or is not for this reader. */
export async function mustHave<A extends Answer>(
  asked: Promise<A>,
  refuse: (answer: Exclude<A, { ok: true }>) => Response | Promise<Response> = () => notFound(),
): Promise<Body<A> | Refusal<A>> {
  const answer = await asked;
  return (answer.ok ? answer.json() : refuse(answer as Exclude<A, { ok: true }>)) as Promise<
    Body<A> | Refusal<A>
  >;
}

/** What may be on a page: null when it does not exist, or is not for this reader. */
export async function mayHave<A extends Answer>(asked: Promise<A>): Promise<Body<A> | null> {
  const answer = await asked;
  return answer.ok ? (answer.json() as Promise<Body<A>>) : null;
}

/** What is handed on as it came; null when it does not exist, or is not for this reader. */
export async function fileFrom(asked: Promise<Response>): Promise<Response | null> {
  const answer = await asked;
  return answer.ok ? answer : null;
}

type Page<T> = { items: T[]; next: string | null } | null;

/** A list of the API to its end, which gives it in pages. */
export async function toTheEnd<T>(pageFrom: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<T> = await pageFrom(cursor);
    items.push(...(page?.items ?? []));
    cursor = page?.next ?? null;
  }
  return items;
}

export const notFound = () => new Response(null, { status: 404 });
