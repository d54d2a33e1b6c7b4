import { z } from '@hono/zod-openapi';
import { email, id, kvkNumber, moment, name, organisation } from '../../http/contract.ts';

/** An empty field of a form is a field that is not known. */
const orUnknown = <T extends z.ZodType<string>>(schema: T) =>
  z
    .union([z.literal('').transform(() => null), z.null(), schema])
    .optional()
    .default(null);

const HAS_SCHEME = /^[a-z][a-z\d+-]*:/i;
// No name or password before the host, with which an address looks like another.
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@\\\p{C}]+([/?#][^\s\p{C}]*)?$/iu;
const website = z
  .string()
  .trim()
  .max(300)
  .transform((value) => (HAS_SCHEME.test(value) ? value : `https://${value}`))
  .pipe(z.url({ hostname: z.regexes.domain, error: 'invalid' }).regex(WEB_ADDRESS, 'invalid'))
  .describe('http or https; without either it is taken for https');

const phone = z
  .string()
  .trim()
  .regex(/^\+?\d[\d ()-]{3,23}$/, 'invalid');

const lines = (most: number) =>
  z
    .string()
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(most)
        .regex(/^(?:\n|[^\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff])*$/u, 'invalid'),
    );
const profile = lines(1000).describe('What it is and does, for the public, in a few sentences');

const kind = z.enum(['association', 'provider']);
const status = z.enum(['applied', 'approved', 'refused', 'ended']);

const described = organisation.extend({
  profile: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  municipality: z.object({ id, name: z.string() }),
});

/** For the public. */
export const organisationProfile = described
  .extend({ takesPart: z.boolean().describe('false: it has ended, and only its name is left') })
  .openapi('OrganisationProfile');

/** For its own staff and its municipality. */
export const organisationState = described
  .extend({
    kvkNumber: z.string().nullable(),
    status,
    statusReason: z.string().nullable().describe('Why it was refused'),
    statusAt: moment.nullable(),
  })
  .openapi('OrganisationState');

/** For its municipality. */
export const listedOrganisation = organisationState
  .extend({
    applicant: z
      .object({ name: z.string(), email: z.string() })
      .nullable()
      .describe('Who asks to take part, and becomes its administrator; null when nothing is asked any more'),
  })
  .openapi('ListedOrganisation');

const contact = {
  website: orUnknown(website),
  profile: orUnknown(profile),
  email: orUnknown(email),
  phone: orUnknown(phone),
};

export const profileInput = z
  .object(contact)
  .openapi('OrganisationProfileInput', { description: 'All of it; what is left out becomes unknown' });

export const organisationInput = z
  .object({
    name,
    shortName: orUnknown(name).describe('As it stands under what a programme sends; the name when left out'),
    kind,
    kvkNumber: orUnknown(kvkNumber),
    ...contact,
  })
  .openapi('OrganisationInput', { description: 'All of it; what is left out becomes unknown' });

export const newOrganisation = organisationInput
  .extend({ municipalityId: id.optional().describe('Needed by staff of several municipalities') })
  .openapi('NewOrganisation');

export const application = z
  .object({
    municipalityId: id,
    name,
    kind,
    profile: lines(1000).describe('What it is, and what it would like to offer'),
    kvkNumber,
    email,
    website: orUnknown(website),
    phone: orUnknown(phone),
  })
  .openapi('OrganisationApplication');

export const applicationDecision = z
  .object({
    outcome: z.enum(['approved', 'refused']),
    statusReason: orUnknown(lines(1000)).describe('Needed to refuse; the applicant reads it'),
  })
  .refine(({ outcome, statusReason }) => outcome === 'approved' || statusReason !== null, {
    path: ['statusReason'],
    error: 'required',
  })
  .openapi('ApplicationDecision');

export const ownApplications = z
  .object({
    items: z
      .array(organisationState.extend({ appliedAt: moment }))
      .describe('What one applied for, newest first'),
    municipalities: z.array(z.object({ id, name: z.string() })).describe('Where one can apply'),
  })
  .openapi('OwnApplications');

export type Contact = z.output<typeof profileInput>;
export type OrganisationInput = z.output<typeof organisationInput>;
export type NewOrganisation = z.output<typeof newOrganisation>;
export type Application = z.output<typeof application>;
export type ApplicationDecision = z.output<typeof applicationDecision>;
