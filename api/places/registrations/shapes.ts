import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import { toDecision } from '../../paying/eligibility/shapes.ts';
import type { Placed } from './newcomers.ts';
import type { placed as schema } from './schema.ts';

/** The answer to who asks for a place. */
export const toPlaced = (
  { expiresAt, decision, ...rest }: Placed,
  locale: Locale,
): z.input<typeof schema> => ({
  ...rest,
  ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
  payer: decision.cost.payer,
  decision: toDecision(decision, locale),
});
