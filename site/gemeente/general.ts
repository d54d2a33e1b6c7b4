import { paths } from '../../api/language/paths.ts';
import type { Me } from '../client.ts';
import type { Texts } from '../texts/nl.ts';

/** The pages of a municipality that are of no programme. Who may let others in has more of them. */
export function generalPages(
  me: Me | null,
  { organisations, modules, staff, municipalities, categories }: Texts,
) {
  const { municipality } = paths;
  const isInCharge = me?.roles.some((role) => role.municipality && role.duty === 'administrator');
  return [
    { path: municipality.organisations(), label: organisations.title },
    { path: municipality.modules(), label: modules.link },
    ...(isInCharge
      ? [
          { path: municipality.staff(), label: staff.title },
          { path: municipality.contacts(), label: municipalities.contact.title },
          { path: municipality.districts(), label: categories.districts.title },
        ]
      : []),
  ];
}
