import type { BasicProfile, BranchProfile, KvkAddress, Listed } from './kvk.ts';
import type { Address, BusinessProfile, Establishment, PartialDate } from './schema.ts';

/** From `YYYYMMDD` with zeros for what is not known. Behind an unknown part nothing is known; so is a day no month has. */
export function partialDate(yyyymmdd: string): PartialDate {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)];
  if (year === '0000') return 'unknown';
  if (month === '00' || month > '12') return year;
  const isDay = day !== '00' && Number(day) <= daysIn(Number(year), Number(month));
  return isDay ? `${year}-${month}-${day}` : `${year}-${month}`;
}

const daysIn = (year: number, month: number) => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether the business stands in the register on a local date. One that ended in this month or year has ended. */
export const isActiveOn = ({ endedOn }: Pick<BusinessProfile, 'endedOn'>, date: string) =>
  endedOn === null || (endedOn !== 'unknown' && endedOn > date.slice(0, endedOn.length));

/** The city of the main establishment, or of a legal person that has none; null when it is not known or shielded. */
export function cityOf({
  establishments,
  ownerAddress,
}: Pick<BusinessProfile, 'establishments' | 'ownerAddress'>) {
  const address = establishments.find(({ main }) => main)?.visitingAddress ?? ownerAddress;
  return address === null || address === 'shielded' ? null : address.city;
}

/**
 * What is kept of a business to count by: its main activity, and where it is. No street, and of a postcode only the digits:
 * the address of a sole trader is often a home. Of an address abroad only the country.
 */
export function countedBy({ sbi, establishments, ownerAddress }: BusinessProfile) {
  const active = establishments
    .filter((one) => one.active)
    .toSorted((a, b) => Number(b.main) - Number(a.main))
    .map(({ visitingAddress }) => visitingAddress);
  const addresses = establishments.length > 0 ? active : [ownerAddress];
  return {
    sbiCode: (sbi.find(({ main }) => main) ?? sbi[0])?.code ?? null,
    establishments: addresses.flatMap((address) => {
      if (address === null || address === 'shielded') return [];
      if (address.country !== 'Nederland') return { postcode: null, place: address.country };
      return { postcode: /^[1-9]\d{3}/.exec(address.postcode ?? '')?.[0] ?? null, place: address.city };
    }),
  };
}

export type Meaning = 'none' | 'later' | 'outage' | 'refused' | 'contract';

/**
 * What a status other than 200 means, with the IPD codes of its body. `none`: no such business. `later`: this number
 * cannot be had now. `outage`: the register is in trouble. `refused`: our key. `contract`: we asked wrongly, or elsewhere;
 * so is a 404 without a code, which says nothing about a business.
 */
export function meaningOf(status: number, codes: string[]): Meaning {
  const has = (...some: string[]) => codes.some((code) => some.includes(code));
  if (status === 401 || status === 403) return 'refused';
  if (has('IPD1002', 'IPD1003')) return 'later';
  if (status === 404 && has('IPD0005', 'IPD0007', 'IPD5200')) return 'none';
  if (status === 400 && has('IPD0004', 'IPD0006')) return 'none';
  return status >= 500 || status === 429 || status === 408 ? 'outage' : 'contract';
}

type Answers = { basic: BasicProfile; listed: Listed[]; branches: BranchProfile[] };

/**
 * The profile in our words, from what the register answered: `listed` are all establishments as the search gives them,
 * `branches` the profiles of those of which it gave no visiting address.
 */
export function toProfile({ basic, listed, branches }: Answers): BusinessProfile {
  const tradeNames = basic.handelsnamen
    .toSorted((a, b) => (a.volgorde ?? 0) - (b.volgorde ?? 0))
    .map(({ naam }) => naam);
  const { datumAanvang, datumEinde } = basic.materieleRegistratie;
  const endedOn = datumEinde === null ? null : partialDate(datumEinde);
  const establishments = establishmentsOf(basic._embedded?.hoofdvestiging ?? null, listed, branches);
  const owner = basic._embedded?.eigenaar;
  return {
    kvkNumber: basic.kvkNummer,
    name: basic.naam ?? basic.statutaireNaam ?? tradeNames[0]!,
    tradeNames: [...new Set(tradeNames)],
    legalForm: owner?.rechtsvorm ?? null,
    startedOn: datumAanvang === null ? 'unknown' : partialDate(datumAanvang),
    endedOn,
    nonMailing: basic.indNonMailing !== false,
    sbi: basic.sbiActiviteiten.map(({ sbiCode, sbiOmschrijving, indHoofdactiviteit }) => ({
      code: sbiCode,
      description: sbiOmschrijving ?? '',
      main: indHoofdactiviteit === true,
      version: sbiVersion(sbiCode, endedOn),
    })),
    establishments,
    // Of who has an establishment it may be a home, and nothing goes by it.
    ownerAddress: establishments.length === 0 ? visitingAddress(owner?.adressen ?? []) : null,
  };
}

// The register moved in the weekend of 6 September 2025 and does not say which version a code has. All codes of 2025 have
// five digits; a business that had ended by then kept the old ones.
const SBI_2025_SINCE = '2025-09-06';
const sbiVersion = (code: string, endedOn: PartialDate | null) =>
  code.length !== 5 || (endedOn !== null && endedOn < SBI_2025_SINCE) ? '2008' : '2025';

/** The active establishments of which neither search nor basic profile has a visiting address: only their own profile tells why. */
export const withoutAddress = (main: BranchProfile | null, listed: Listed[]) =>
  listed
    .filter((it) => it.vestigingsnummer !== main?.vestigingsnummer && it.actief !== false)
    .filter((it) => listedAddress(it) === null)
    .flatMap(({ vestigingsnummer }) => vestigingsnummer ?? []);

function establishmentsOf(main: BranchProfile | null, listed: Listed[], branches: BranchProfile[]) {
  const profiles = new Map([...(main ? [main] : []), ...branches].map((it) => [it.vestigingsnummer, it]));
  const inSearch = new Map(
    listed.flatMap((it) => (it.vestigingsnummer ? [[it.vestigingsnummer, it] as const] : [])),
  );
  const numbers = new Set([...(main ? [main.vestigingsnummer] : []), ...inSearch.keys()]);
  return [...numbers].map((establishmentNumber): Establishment => {
    const profile = profiles.get(establishmentNumber);
    const found = inSearch.get(establishmentNumber);
    const ended = typeof profile?.materieleRegistratie.datumEinde === 'string';
    return {
      establishmentNumber,
      main: main ? establishmentNumber === main.vestigingsnummer : found?.type === 'hoofdvestiging',
      active: !ended && found?.actief !== false,
      visitingAddress: profile ? visitingAddress(profile.adressen) : listedAddress(found!),
    };
  });
}

function visitingAddress(addresses: KvkAddress[]) {
  const found = addresses.find(({ type }) => /^bezoek/i.test(type ?? ''));
  if (!found) return null;
  return found.indAfgeschermd || found.indicatieAfgeschermd ? 'shielded' : toAddress(found);
}

/** The search leaves out what is shielded, and may give a postal address instead. */
function listedAddress({ adres }: Listed) {
  const found = adres?.buitenlandsAdres ?? adres?.binnenlandsAdres;
  if (!found || found.postbusnummer || !/^bezoek/i.test(found.type ?? 'bezoekadres')) return null;
  return found.straatnaam || found.straatHuisnummer ? toAddress(found) : null;
}

function toAddress(it: KvkAddress): Address | null {
  const city = it.plaats ?? it.postcodeWoonplaats;
  if (!city) return null;
  return {
    street: it.straatnaam ?? it.straatHuisnummer,
    houseNumber: it.huisnummer,
    houseLetter: it.huisletter,
    houseNumberAddition: it.huisnummerToevoeging,
    postcode: it.postcode?.replace(/\s/g, '').toUpperCase() ?? null,
    city,
    country: it.land ?? (it.postcodeWoonplaats ? 'onbekend' : 'Nederland'),
  };
}
