import { z } from '@hono/zod-openapi';
import { cents, date, id } from '../../http/contract.ts';

const deMinimisGrant = z
  .object({
    id,
    registrationId: id,
    name: z.string(),
    kvkNumber: z.string().nullable(),
    cents: cents.describe('Economic value ex VAT, in euro cents'),
    grantedOn: date,
    registerBefore: date.describe('The last day to enter it in the central register'),
    registeredOn: date.nullable(),
    registerReference: z.string().nullable(),
    withdrawnOn: date.nullable().describe('The place was given up after the grant'),
    state: z.enum(['overdue', 'open', 'registered', 'withdrawn']),
  })
  .openapi('DeMinimisGrant');

export const grantList = z.object({
  deMinimis: z.enum(['applicable', 'not', 'under-investigation']),
  items: z.array(deMinimisGrant),
});

export const registrationOfGrant = z.object({
  registeredOn: date,
  reference: z.string().trim().min(1).max(120),
});
