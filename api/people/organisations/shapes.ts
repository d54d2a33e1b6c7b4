import { toPicture } from '../pictures/shapes.ts';
import type { municipalities, organisations } from '../../../db/schema/organisations.ts';

export type Organisation = typeof organisations.$inferSelect;
type Municipality = typeof municipalities.$inferSelect;
export type OrganisationRow = { organisation: Organisation; municipality: Municipality };

export const toOrganisation = ({
  id,
  slug,
  name,
  shortName,
  kind,
  website,
  logo,
  logoAlt,
}: Organisation) => ({
  id,
  slug,
  name,
  shortName,
  kind,
  website,
  logo: toPicture(logo, logoAlt),
});

export const toProfile = ({ organisation, municipality }: OrganisationRow) => ({
  ...toOrganisation(organisation),
  profile: organisation.profile,
  email: organisation.email,
  phone: organisation.phone,
  municipality: { id: municipality.id, name: municipality.name },
});

export const toState = (row: OrganisationRow) => ({
  ...toProfile(row),
  kvkNumber: row.organisation.kvkNumber,
  status: row.organisation.status,
  statusReason: row.organisation.statusReason,
  statusAt: row.organisation.statusAt?.toISOString() ?? null,
});
