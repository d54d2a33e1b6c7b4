import { isActiveOn } from '../business-register/rules.ts';
import type { BusinessProfile } from '../business-register/schema.ts';
import type { Facts } from './facts.ts';

/** What the rules see of a business: whether it is active, and the addresses of the establishments that are. */
export const toBusiness = (profile: BusinessProfile, today: string): Facts['business'] => ({
  status: 'found',
  active: isActiveOn(profile, today),
  endedOn: profile.endedOn,
  addresses: visitingAddresses(profile).map((address) => ({ kind: 'visiting', ...toAddress(address) })),
});

/** Of a legal person without any establishment that of the owner counts. */
function visitingAddresses({ establishments, ownerAddress }: BusinessProfile): VisitingAddress[] {
  if (establishments.length === 0 && ownerAddress) return [ownerAddress];
  return establishments.filter(({ active }) => active).map(({ visitingAddress }) => visitingAddress);
}

type VisitingAddress = BusinessProfile['establishments'][number]['visitingAddress'];

function toAddress(address: VisitingAddress) {
  const nothing = { place: null, postcode: null, country: null };
  if (address === 'shielded') return { ...nothing, shielded: true };
  if (address === null) return { ...nothing, shielded: false };
  const { city, postcode, country } = address;
  return { shielded: false, place: city, postcode, country };
}
