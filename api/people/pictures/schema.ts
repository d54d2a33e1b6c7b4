import { z } from '@hono/zod-openapi';
import { line } from '../../http/contract.ts';
import { MOST_BYTES } from './rules.ts';

const MOST_CHARACTERS = Math.ceil(MOST_BYTES / 3) * 4;

/** A picture as it is uploaded. */
export const givenPicture = z
  .object({
    file: z
      .string()
      .min(1, 'required')
      .max(MOST_CHARACTERS)
      .optional()
      .describe('SVG, PNG, JPEG or WebP, in base64. Left out: the picture stays, its words change'),
    alt: line(200).describe('What it shows or says, for who does not see it'),
  })
  .openapi('GivenPicture');
export type GivenPicture = z.output<typeof givenPicture>;

/** The name of a picture: the hash of its bytes, its size and its kind. */
export const pictureName = z.string().regex(/^[0-9a-f]{64}-\d{1,5}x\d{1,5}\.(png|jpg)$/);
