import type { organisations } from '../../../db/schema/organisations.ts';

export type Organisation = typeof organisations.$inferSelect;

export const toOrganisation = ({ id, slug, name, shortName, kind, website }: Organisation) => ({
  id,
  slug,
  name,
  shortName,
  kind,
  website,
});
