import { z } from '@hono/zod-openapi';
import {
  email,
  id,
  kvkNumber,
  moment,
  name,
  organisation,
  orUnknown,
  paragraphs,
  phone,
  website,
} from '../../http/contract.ts';

const profile = paragraphs(1000).describe('What it is and does, for the public, in a few sentences');

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
    profile: paragraphs(1000).describe('What it is, and what it would like to offer'),
    kvkNumber,
    email,
    website: orUnknown(website),
    phone: orUnknown(phone),
  })
  .openapi('OrganisationApplication');

export const applicationDecision = z
  .object({
    outcome: z.enum(['approved', 'refused']),
    statusReason: orUnknown(paragraphs(1000)).describe('Needed to refuse; the applicant reads it'),
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
