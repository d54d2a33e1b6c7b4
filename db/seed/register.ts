import type { Facts } from './decide.ts';

type Found = Extract<Facts['business'], { status: 'found' }>;

/**
 * Where the businesses of the invented people are, as the stand-in of the register says it. Only KVK's public test numbers,
 * with places and postcodes that we invented.
 */
const places: Record<string, [place: string, postcode: string][]> = {
  '69599084': [['Amstelveen', '1181ZZ']],
  '68750110': [
    ['Amsterdam', '1013ZZ'],
    ['Amstelveen', '1185ZZ'],
  ],
  '69599068': [['Amsterdam', '1016ZZ']],
  '69599076': [['Amsterdam', '1092ZZ']],
  '68727720': [['Amsterdam', '1041ZZ']],
  '55344526': [
    ['Deventer', '7412ZZ'],
    ['Amsterdam', '1055ZZ'],
  ],
  '90001745': [
    ['Amstelveen', '1187ZZ'],
    ['Amsterdam', '1078ZZ'],
  ],
  '90000749': [],
};

export function businessOf(kvkNumber: string | null): Facts['business'] {
  if (kvkNumber === null) return { status: 'not-given' };
  const known = places[kvkNumber];
  if (!known) return { status: 'unavailable' };
  const addresses = known.map(([place, postcode]): Found['addresses'][number] => ({
    kind: 'visiting',
    shielded: false,
    place,
    postcode,
    country: null,
  }));
  return { status: 'found', active: true, endedOn: null, addresses };
}
