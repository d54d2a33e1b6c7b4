import { z } from '@hono/zod-openapi';
import { line } from '../../http/contract.ts';
import { industries } from '../../language/vocabularies.ts';
import { ELSEWHERE, postcodesIn } from './rules.ts';

const TO = /\s*(?:-|–|t\/m)\s*/;
/** What a report says of whom nothing is known, or who is from elsewhere. */
const taken = ['unknown', ELSEWHERE];

/** What looks like a postcode has to be one; there are places that begin with a digit. */
function isArea(typed: string) {
  const postcodes = postcodesIn(typed);
  if (postcodes) return postcodes.from <= postcodes.to;
  return !/^[\d\s-]+([a-z]{2})?$/i.test(typed);
}

const area = z
  .string()
  .transform((typed) => (/^\d{4}\s*\D/.test(typed.trim()) ? typed.trim().replace(TO, '-') : typed))
  .pipe(line(60).refine(isArea, 'invalid'))
  .describe(
    'Four digits of a postcode, a range of them as `1181-1183`, or a place as the business register spells it',
  );

export const districtTable = z
  .object({
    rows: z
      .array(
        z.object({
          area,
          district: line(60).refine((name) => !taken.includes(name.toLowerCase()), 'invalid'),
        }),
      )
      .max(400)
      .describe('The narrowest range counts, a postcode before a place. Without any a report gives places'),
  })
  .openapi('DistrictTable');
export type DistrictTable = z.output<typeof districtTable>;

const code = z
  .string()
  .transform((typed) => typed.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^\d{1,5}$/, 'invalid'));

export const newIndustryTable = z
  .object({
    rows: z
      .array(z.object({ code, industry: z.enum(industries) }))
      .max(800)
      .describe('None: the table that the product comes with'),
  })
  .openapi('NewIndustryTable');
export type NewIndustryTable = z.output<typeof newIndustryTable>;

export const industryTable = z
  .object({
    rows: z
      .array(z.object({ code: z.string(), industry: z.string() }))
      .describe('How codes of the SBI begin; of those that fit the longest counts'),
    isUsual: z.boolean().describe('The table that the product comes with'),
  })
  .openapi('IndustryTable');
