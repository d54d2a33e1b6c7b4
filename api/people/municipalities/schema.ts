import { z } from '@hono/zod-openapi';
import { email, id, name } from '../../http/contract.ts';

// No control characters, nothing that turns the direction of a line.
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]*$/u, 'invalid');
const optional = (most: number) =>
  line(most)
    .nullable()
    .transform((value) => value || null);
const contact = email.nullable();
const phone = line(30)
  .regex(/^[+\d][\d ()-]{1,28}$/, 'invalid')
  .nullable();
const website = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .nullable();

const signpost = z.object({
  topic: z.enum(['money', 'mind', 'other']),
  name,
  text: line(200).min(1),
  phone,
  url: website,
});

export const contacts = z.object({
  name,
  phone,
  openingHours: optional(120).describe('When the phone is answered, in words'),
  helpEmail: contact,
  places: z
    .array(line(80).min(1))
    .max(50)
    .describe('That belong to the municipality, as the business register spells them'),
  privacyContact: contact,
  accessibilityContact: contact,
  securityContact: contact,
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

export const municipality = contacts
  .extend({
    id,
    slug: z.string(),
    cbsCode: z.string(),
    administrators: z.int().describe('People who may let others in'),
    invited: z.int().describe('Open invitations'),
  })
  .openapi('Municipality');
