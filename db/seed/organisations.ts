import type { accountRoles, accounts } from '../schema/accounts.ts';
import type { municipalities, organisations, signposts } from '../schema/organisations.ts';
import { momentOf } from './calendar.ts';
import { idOf } from './random.ts';

const createdAt = momentOf('2021-02-01', '09:00');

const places = [
  { slug: 'amstelveen', name: 'Amstelveen', cbsCode: '0362', phone: '14 020' },
  { slug: 'amsterdam', name: 'Amsterdam', cbsCode: '0363', phone: '14 020' },
  { slug: 'deventer', name: 'Deventer', cbsCode: '0150', phone: '14 0570' },
];

type Kind = (typeof organisations.$inferInsert)['kind'];
type Listed = {
  municipality: string;
  kind: Kind;
  slug: string;
  name: string;
  shortName?: string;
  website?: string;
};

// The sources do not spell out VAD, OA, KHN, GROS, BAD and IMK, so neither do we.
const listed: Listed[] = [
  {
    municipality: 'amstelveen',
    kind: 'municipality',
    slug: 'gemeente-amstelveen',
    name: 'Gemeente Amstelveen',
    website: 'https://www.amstelveen.nl',
  },
  { municipality: 'amstelveen', kind: 'association', slug: 'vad', name: 'VAD' },
  { municipality: 'amstelveen', kind: 'association', slug: 'oa', name: 'OA' },
  { municipality: 'amstelveen', kind: 'association', slug: 'khn', name: 'KHN' },
  {
    municipality: 'amsterdam',
    kind: 'municipality',
    slug: 'gemeente-amsterdam',
    name: 'Gemeente Amsterdam',
    website: 'https://www.amsterdam.nl',
  },
  {
    municipality: 'amsterdam',
    kind: 'provider',
    slug: 'zzp-mokum',
    name: 'Stichting ZZP Mokum',
    shortName: 'ZZP Mokum',
  },
  { municipality: 'amsterdam', kind: 'provider', slug: 'zzp-nederland', name: 'ZZP Nederland' },
  { municipality: 'amsterdam', kind: 'provider', slug: 'oplus', name: 'Oplus' },
  {
    municipality: 'deventer',
    kind: 'municipality',
    slug: 'gemeente-deventer',
    name: 'Gemeente Deventer',
    website: 'https://www.deventer.nl',
  },
  {
    municipality: 'deventer',
    kind: 'provider',
    slug: 'ondernemershuis-deventer',
    name: 'Ondernemershuis Deventer',
    shortName: 'OHD',
  },
  { municipality: 'deventer', kind: 'provider', slug: 'gros', name: 'GROS' },
  { municipality: 'deventer', kind: 'provider', slug: 'bad', name: 'BAD' },
  { municipality: 'deventer', kind: 'provider', slug: 'imk', name: 'IMK' },
  { municipality: 'deventer', kind: 'provider', slug: 'leerwerkloket', name: 'Leerwerkloket' },
  { municipality: 'deventer', kind: 'provider', slug: 'konnected', name: 'Konnected' },
];

/** Without an organisation or municipality: keeps the portal running. */
type Staff = { email: string; name: string; organisation?: string; municipality?: string };

const staff: Staff[] = [
  { email: 'vad@opkoers.example', name: 'Marit Veldkamp', organisation: 'vad' },
  { email: 'oa@opkoers.example', name: 'Rachid Amezian', organisation: 'oa' },
  { email: 'khn@opkoers.example', name: 'Sjoerd Tangena', organisation: 'khn' },
  { email: 'aanbieder@opkoers.example', name: 'Yvette Pinas', organisation: 'zzp-mokum' },
  { email: 'zzp-nederland@opkoers.example', name: 'Gerben Hofstra', organisation: 'zzp-nederland' },
  { email: 'oplus@opkoers.example', name: 'Elif Karahan', organisation: 'oplus' },
  { email: 'accountmanager@opkoers.example', name: 'Karin Loosdrecht', organisation: 'gemeente-amstelveen' },
  {
    email: 'accountmanager-amsterdam@opkoers.example',
    name: 'Dwight Esajas',
    organisation: 'gemeente-amsterdam',
  },
  { email: 'gemeente@opkoers.example', name: 'Anneke Roodenburg', municipality: 'amstelveen' },
  { email: 'gemeente-amsterdam@opkoers.example', name: 'Farid Benhaddou', municipality: 'amsterdam' },
  { email: 'gemeente-deventer@opkoers.example', name: 'Henk Salland', municipality: 'deventer' },
  { email: 'beheer@opkoers.example', name: 'Ymke Dijkema' },
];

export const organisationId = (slug: string) => idOf(`organisation/${slug}`);
export const municipalityId = (slug: string) => idOf(`municipality/${slug}`);
export const accountId = (email: string) => idOf(`account/${email}`);

/** Who marks attendance for an organisation. */
export function staffOf(organisation: string) {
  const found = staff.find((person) => person.organisation === organisation);
  return found ? accountId(found.email) : null;
}

export const municipalityRows: (typeof municipalities.$inferInsert)[] = places.map((place) => ({
  id: municipalityId(place.slug),
  createdAt,
  ...place,
}));

/** Where Amsterdam sends people, as the sources name it. */
export const signpostRows: (typeof signposts.$inferInsert)[] = [
  {
    topic: 'money' as const,
    name: 'Geldfit Zakelijk',
    text: 'advies bij geldzorgen in uw bedrijf',
    url: 'https://geldfitzakelijk.nl',
  },
  {
    topic: 'money' as const,
    name: 'Vroeg Eropaf en het buurtteam',
    text: 'hulp bij rekeningen en schulden, bij u in de buurt',
  },
  {
    topic: 'mind' as const,
    name: 'Thrive Amsterdam',
    text: 'als het mentaal zwaar is',
    url: 'https://www.thriveamsterdam.nl',
  },
].map((way, position) => ({
  ...way,
  id: idOf(`signpost/${position}`),
  municipalityId: municipalityId('amsterdam'),
  position,
}));

export const organisationRows: (typeof organisations.$inferInsert)[] = listed.map(
  ({ municipality, ...it }) => ({
    id: organisationId(it.slug),
    municipalityId: municipalityId(municipality),
    shortName: it.name,
    createdAt,
    ...it,
  }),
);

export const staffRows: (typeof accounts.$inferInsert)[] = staff.map(({ email, name }) => ({
  id: accountId(email),
  email,
  name,
  createdAt,
}));

export const staffRoleRows: (typeof accountRoles.$inferInsert)[] = staff.map((person) => ({
  id: idOf(`role/${person.email}`),
  accountId: accountId(person.email),
  role: person.organisation ? 'organisation' : person.municipality ? 'municipality' : 'operator',
  organisationId: person.organisation ? organisationId(person.organisation) : null,
  municipalityId: person.municipality ? municipalityId(person.municipality) : null,
  createdAt,
}));
