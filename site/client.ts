import { hc } from 'hono/client';
import type { Api } from '../api/app.ts';
import { mayHave } from './answers.ts';
import type { Locale } from './links.ts';
import type { OpenApiDocument } from './openapi.ts';

/** Something broke, or the portal is away for a moment. */
export type Failure = 500 | 503;
type Answer = (request: Request) => Response | Promise<Response>;

/**
 * The API as a page sees it: in process, in the name of the visitor. Cookies that the API sets are gathered in `cookies`
 * and go out with the page. When it could not answer, no page can be made: what asked stops there, and `failed` tells who
 * waits for the page, so that nobody reads that there is nothing. What a form sent is answered on its own page.
 */
export function createClient(answer: Answer, visitor: Request, locale: Locale) {
  const { origin } = new URL(visitor.url);
  const cookie = visitor.headers.get('cookie');
  const cookies: string[] = [];
  const failed = Promise.withResolvers<Failure>();
  /** Never goes on. */
  function stop(failure: Failure) {
    failed.resolve(failure);
    return new Promise<never>(() => {});
  }
  const client = hc<Api>(origin, {
    headers: { 'accept-language': locale, origin, ...(cookie && { cookie }) },
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const request = new Request(input, init);
      const response = await answer(request);
      if (response.status >= 500 && /^(GET|DELETE)$/.test(request.method)) {
        return stop(response.status === 503 ? 503 : 500);
      }
      cookies.push(...response.headers.getSetCookie());
      return response;
    },
  });

  const api = encodingParams(client.api.v1);

  const whoAmI = async () => (cookie ? await mayHave(api.me.$get()) : null);

  const openapi = async () =>
    (await (await answer(new Request(`${origin}/api/v1/openapi.json`))).json()) as OpenApiDocument;

  return { api, cookies, failed: failed.promise, stop, whoAmI, openapi };
}

export type Client = ReturnType<typeof createClient>['api'];
export type Me = NonNullable<Awaited<ReturnType<ReturnType<typeof createClient>['whoAmI']>>>;

/** What a visitor typed into an address stays one part of a path: the client itself puts it there as it is. */
function encodingParams<T extends object>(client: T): T {
  return new Proxy(client, {
    get: (target, key) => encodingParams(Reflect.get(target, key) as object),
    apply: (call, self, [args, ...rest]: [{ param?: Record<string, string> }?, ...unknown[]]) => {
      const param =
        args?.param && Object.entries(args.param).map(([name, value]) => [name, encodeURIComponent(value)]);
      const safe = param ? { ...args, param: Object.fromEntries(param) } : args;
      return Reflect.apply(call as (...all: unknown[]) => unknown, self, [safe, ...rest]) as unknown;
    },
  });
}
