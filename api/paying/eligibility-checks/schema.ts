import { z } from '@hono/zod-openapi';
import { id, kvkNumber } from '../../http/contract.ts';
import { declarationFields } from '../declarations/schema.ts';
import { decision } from '../eligibility/schema.ts';

export const newCheck = z
  .object({
    sessionId: id,
    kvkNumber: z.string({ error: 'kvk-number' }).pipe(kvkNumber),
    ...declarationFields,
  })
  .openapi('NewEligibilityCheck');

export const check = decision.openapi('EligibilityCheck');
