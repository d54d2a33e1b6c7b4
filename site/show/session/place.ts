/** Raadhuis, Amstelveen; the city is left out where the name of the place has it. */
export const placeLine = ({ name, city }: { name: string; city: string }) =>
  name.includes(city) ? name : `${name}, ${city}`;

/** Laan Nieuwer-Amstel 1, 1182 JR Amstelveen; the postcode stays on one line. */
export const addressLine = (venue: { street: string; postcode: string; city: string }) =>
  `${venue.street}, ${venue.postcode.replace(' ', '\u00a0')} ${venue.city}`;
