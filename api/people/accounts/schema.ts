import { z } from '@hono/zod-openapi';
import { code, email, id, locale, moment, name, organisation } from '../../http/contract.ts';
import { duties } from '../../language/vocabularies.ts';

export const signIn = z
  .object({
    email,
    locale: locale.optional(),
    insteadOf: id.optional().describe('The id of an own earlier request with this address: its code ends'),
  })
  .openapi('SignIn');

export const signInAsked = z
  .object({ id, expiresAt: moment })
  .openapi('SignInAsked', { description: 'The same answer for every address, known or not' });

export const signInAnswer = z
  .object({ id: id.optional(), code: code.optional(), token: z.string().min(20).max(100).optional() })
  .refine((given) => given.token !== undefined || (given.id !== undefined && given.code !== undefined), {
    path: ['code'],
    error: 'required',
  })
  .openapi('SignInAnswer', {
    description: 'Either the token of the link, or the id of the request with the code',
  });

/** Who will keep the portal running. */
export const newOperator = z.strictObject({ name, email, language: locale.default('nl') });

export const me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    locale,
    roles: z.array(
      z.object({
        role: z.enum(['organisation', 'municipality', 'operator']),
        duty: z.enum(duties),
        organisation: organisation.pick({ id: true, name: true, shortName: true, kind: true }).nullable(),
        municipality: z
          .object({
            id,
            name: z.string(),
            organisation: z.object({ id, name: z.string() }).describe('As which it offers something itself'),
          })
          .nullable(),
      }),
    ),
  })
  .openapi('Me');
