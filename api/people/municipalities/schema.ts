import { z } from '@hono/zod-openapi';
import { email, id, line, name, orNull, phone, picture, website } from '../../http/contract.ts';

const signpost = z.object({
  topic: z.enum(['money', 'mind', 'other']),
  name,
  text: line(200),
  phone: orNull(phone),
  url: orNull(website),
});

export const contacts = z.object({
  name,
  phone: orNull(phone),
  openingHours: orNull(line(120)).describe('When the phone is answered, in words'),
  helpEmail: orNull(email),
  places: z
    .array(line(80))
    .max(50)
    .describe('That belong to the municipality, as the business register spells them'),
  privacyContact: orNull(email),
  accessibilityContact: orNull(email),
  securityContact: orNull(email),
  signposts: z.array(signpost).max(12).describe('Where it sends people for what it cannot do itself'),
});
export type Contacts = z.output<typeof contacts>;

const cbsCode = z
  .string()
  .trim()
  .regex(/^[0-9]{4}$/, 'invalid')
  .describe('Four digits, the leading zero too: Amstelveen is 0362');

export const newMunicipality = z.object({ name, cbsCode }).openapi('NewMunicipality');
export type NewMunicipality = z.output<typeof newMunicipality>;

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'invalid')
  .describe('As #rrggbb');
const ownColours = z.object({ onLight: colour, onDark: colour });

/** Null takes them away. */
export const colours = z.object({ colours: ownColours.nullable() }).openapi('MunicipalityColours');
export type Colours = z.output<typeof colours>;

export const municipality = contacts
  .extend({
    id,
    slug: z.string(),
    cbsCode: z.string(),
    logo: picture.nullable(),
    colours: ownColours.nullable().describe('Its colour on its pages: on light paper and on dark'),
    administrators: z.int().describe('People who may let others in'),
    invited: z.int().describe('Open invitations'),
  })
  .openapi('Municipality');
