import type { OpenAPIHono } from '@hono/zod-openapi';
import { etag } from 'hono/etag';
import type { Env } from './actor.ts';
import { API_VERSION } from './headers.ts';

const description = `Find and book sessions for entrepreneurs, mark who came, and account for every quarter.

The interface language is English: the glossary of the project (README) gives the Dutch term of every name, where the
NL API Design Rules advise Dutch. Times are in UTC; days and quarters are judged in Europe/Amsterdam. Amounts are euro
cents. A POST takes an \`Idempotency-Key\`: repeated within 24 hours it gets the first answer again, with the header
\`Idempotent-Replayed\` and without a cookie. Errors are problem+json (RFC 9457) with a \`code\`; all invalid fields are named together in \`invalidParams\`.`;

/** The OpenAPI document; the pages for people stand in site/pages/api. */
export function docs(api: OpenAPIHono<Env>, publicUrl: string) {
  const document = () => ({
    openapi: '3.1.0',
    info: {
      title: 'Opkoers',
      version: API_VERSION,
      description,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      contact: { name: 'Opkoers', url: publicUrl, email: 'team@opkoers.example' },
    },
    servers: [{ url: publicUrl }],
  });
  // Made at the first question, when every room has told its routes, and the same from then on.
  let made: string | undefined;
  api.get('/openapi.json', etag(), (c) => {
    made ??= JSON.stringify(api.getOpenAPI31Document(document()));
    return c.body(made, 200, {
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300',
      'content-type': 'application/json',
    });
  });
}
