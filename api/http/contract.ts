import { domainToASCII } from 'node:url';
import { z } from '@hono/zod-openapi';
import {
  deliveryModes,
  industries,
  kinds,
  languages,
  stages,
  topics,
  vatRates,
} from '../language/vocabularies.ts';
import { type ProblemCode, problemSchema, problems } from './problem.ts';

export const id = z.uuid().toLowerCase();
const isOfThisAge = (value: string) => value >= '1900' && value < '3000';
export const moment = z.iso.datetime().refine(isOfThisAge, 'invalid').describe('UTC');
export const date = z.iso.date().refine(isOfThisAge, 'invalid').describe('Local date in Europe/Amsterdam');
export const locale = z.enum(['nl', 'en']);
export const cents = z.int().describe('Euro cents');

export const kind = z.enum(kinds);
export const topic = z.enum(topics);
export const deliveryMode = z.enum(deliveryModes);
export const vatRate = z.enum(vatRates);
export const language = z.enum(languages);
export const stage = z.enum(stages);
export const industry = z.enum(industries);

export const picture = z
  .object({
    url: z.string().describe('From the root of the portal; what is there never changes'),
    width: z.int(),
    height: z.int(),
    alt: z.string().describe('What it shows or says, in words'),
  })
  .openapi('Picture');

export const organisation = z
  .object({
    id,
    slug: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.enum(['municipality', 'association', 'provider']),
    website: z.string().nullable(),
    logo: picture.nullable(),
  })
  .openapi('Organisation');

// No control characters, nothing that turns the direction of a line, and something to read.
const READABLE = /^(?=.*[\p{L}\p{N}])[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/u;
export const name = z.string().trim().min(1).max(120).regex(READABLE, 'invalid');
/** One line of text. */
export const line = (most: number) =>
  z.string().trim().min(1, 'required').max(most).regex(READABLE, 'invalid');
// The same as of a line, but for the ends of lines and tabs.
const PARAGRAPHS =
  /^(?=[^]*[\p{L}\p{N}])(?:[\n\t]|[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff])*$/u;
/** Plain text in paragraphs, with an empty line between them. */
export const paragraphs = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'required').max(most).regex(PARAGRAPHS, 'invalid'));
/** What may be lacking: an empty field of a form, or null. */
export const orNull = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => null), schema], { error: 'invalid' }).nullable();

/** The same, and what is left out is not known either. */
export const orUnknown = <T extends z.ZodType<string>>(schema: T) =>
  z
    .union([z.literal('').transform(() => null), z.null(), schema])
    .optional()
    .default(null);

export const phone = z
  .string()
  .trim()
  .regex(/^\+?\d[\d ()-]{3,23}$/, 'invalid');

const HAS_SCHEME = /^[a-z][a-z\d+-]*:/i;
// No name or password before the host, with which an address looks like another.
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@\\\p{C}]+([/?#][^\s\p{C}]*)?$/iu;
export const website = z
  .string()
  .trim()
  .max(300)
  .transform((value) => (HAS_SCHEME.test(value) ? value : `https://${value}`))
  .pipe(z.url({ hostname: z.regexes.domain, error: 'invalid' }).regex(WEB_ADDRESS, 'invalid'))
  .describe('http or https; without either it is taken for https');

/**
 * An address as mail servers write it: `noor@bücher.example` has its domain in ASCII. Letters beyond ASCII before the @ are
 * refused, because few mail servers pass them on.
 */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(254)
  .transform((value) => value.replace(/(?<=@)[^@]*$/, (domain) => domainToASCII(domain) || domain))
  .pipe(z.email());
/** Eight digits; spaces and dots that people type between them are taken out. */
export const kvkNumber = z
  .string()
  .transform((value) => value.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^[0-9]{8}$/, 'kvk-number'));
export const code = z
  .string({ error: 'required' })
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'code'));

const headers = z.object({ 'API-Version': z.string() });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  headers,
  content: { 'application/json': { schema } },
});

export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

type StatusOf<C extends ProblemCode> = (typeof problems)[C]['status'];

/** The documented refusals of a route. */
export function refusals<C extends ProblemCode>(...codes: C[]) {
  const byStatus = Map.groupBy(codes, (one) => problems[one].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.join(', '),
        headers,
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  ) as Record<
    StatusOf<C>,
    {
      description: string;
      headers: typeof headers;
      content: { 'application/problem+json': { schema: typeof problemSchema } };
    }
  >;
}
