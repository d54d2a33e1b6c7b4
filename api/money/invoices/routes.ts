import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { type Env, staffOnly } from '../../http/actor.ts';
import { json, refusals } from '../../http/contract.ts';
import { invoiceOf } from './queries.ts';
import { invoice } from './schema.ts';

/** Bank accounts are for who handles the money. */
const duties = { organisation: 'administrator', municipality: 'money' } as const;
const tags = ['Afrekening'];

/** For the municipality that pays, and for who is owed. */
export const invoices = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const invoiceRoute = createRoute({
    method: 'get',
    path: '/programmes/{id}/quarters/{ordinal}/settlements/{number}/invoices/{organisation}',
    tags,
    summary: 'What a settlement owes one organisation, as the facts of an invoice',
    middleware: staffOnly(db, duties, { toRead: duties }),
    request: {
      params: z.object({
        id: z.string().max(120).describe('Id or slug'),
        ordinal: z.coerce.number().int().min(1).max(100),
        number: z.coerce.number().int().min(1).max(10_000),
        organisation: z.string().max(120).describe('Slug'),
      }),
    },
    responses: {
      200: json(invoice, 'The invoice'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found', 'billing-incomplete'),
    },
  });

  return create().openapi(invoiceRoute, async (c) =>
    c.json(await invoiceOf(db, c.get('staff'), c.req.valid('param')), 200),
  );
};
