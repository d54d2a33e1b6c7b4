import type { Branch, Place, Registered } from './stand-in-businesses.ts';

const yesNo = (value: boolean) => (value ? 'Ja' : 'Nee');

/** As `/v1/basisprofielen/{kvkNummer}` answers. */
export function basicProfile(business: Registered) {
  const { kvkNumber, name, tradeNames = [name], nonMailing = false, activities, branches } = business;
  const [main] = branches;
  return {
    kvkNummer: kvkNumber,
    indNonMailing: yesNo(nonMailing),
    naam: name,
    formeleRegistratiedatum: business.startedOn,
    materieleRegistratie: period(business),
    ...(business.legalForm !== 'Eenmanszaak' && { statutaireNaam: name }),
    handelsnamen: tradeNames.map((naam, volgorde) => ({ naam, volgorde })),
    sbiActiviteiten: activities.map(([sbiCode, sbiOmschrijving], index) => ({
      sbiCode,
      sbiOmschrijving,
      indHoofdactiviteit: yesNo(index === 0),
    })),
    _embedded: {
      ...(main && { hoofdvestiging: branchOf(business, main, 'indAfgeschermd') }),
      eigenaar: {
        rechtsvorm: business.legalForm,
        uitgebreideRechtsvorm: business.legalForm,
        ...(business.ownerAt && {
          adressen: [{ type: 'bezoekadres', indAfgeschermd: 'Nee', ...full(business.ownerAt) }],
        }),
      },
    },
  };
}

/** As `/v1/vestigingsprofielen/{vestigingsnummer}` answers. */
export const branchProfile = (business: Registered, branch: Branch) =>
  branchOf(business, branch, 'indicatieAfgeschermd');

// The documentation has one name for the shielding, answers have the other: the stand-in gives both their turn.
function branchOf(
  business: Registered,
  branch: Branch,
  shielding: 'indAfgeschermd' | 'indicatieAfgeschermd',
) {
  const visiting =
    branch.at === 'shielded'
      ? { [shielding]: 'Ja' }
      : branch.at && { [shielding]: 'Nee', ...full(branch.at) };
  return {
    vestigingsnummer: branch.number,
    kvkNummer: business.kvkNumber,
    materieleRegistratie: period({ startedOn: business.startedOn, endedOn: branch.endedOn }),
    eersteHandelsnaam: business.name,
    indHoofdvestiging: yesNo(branch === business.branches[0]),
    indCommercieleVestiging: 'Ja',
    adressen: visiting ? [{ type: 'bezoekadres', ...visiting }] : [],
  };
}

/** As `/v1/basisprofielen/{kvkNummer}/vestigingen` answers. */
export const branchList = (business: Registered) => ({
  kvkNummer: business.kvkNumber,
  aantalCommercieleVestigingen: business.branches.length,
  aantalNietCommercieleVestigingen: 0,
  totaalAantalVestigingen: business.branches.length,
  vestigingen: business.branches.map((branch, index) => ({
    vestigingsnummer: branch.number,
    kvkNummer: business.kvkNumber,
    eersteHandelsnaam: business.name,
    indHoofdvestiging: yesNo(index === 0),
    indAdresAfgeschermd: yesNo(branch.at === 'shielded'),
    indCommercieleVestiging: 'Ja',
    ...(branch.at && branch.at !== 'shielded' && { volledigAdres: full(branch.at).volledigAdres }),
  })),
});

/** As `/v2/zoeken` lists a business: one row for every establishment, one for the business when it has none. */
export function searchResults({ kvkNumber, name, branches, endedOn }: Registered) {
  const row = (type: string, branch?: Branch) => {
    const place = branch?.at;
    const known = place && place !== 'shielded' ? place : null;
    return {
      kvkNummer: kvkNumber,
      vestigingsnummer: branch?.number,
      naam: name,
      adres: known && {
        binnenlandsAdres: 'street' in known ? inSearch(known) : undefined,
        buitenlandsAdres: 'street' in known ? undefined : { type: 'bezoekadres', ...abroad(known) },
      },
      type,
      actief: yesNo(!endedOn && !branch?.endedOn),
    };
  };
  if (branches.length === 0) return [row('rechtspersoon')];
  return branches.map((branch, index) => row(index === 0 ? 'hoofdvestiging' : 'nevenvestiging', branch));
}

const period = ({ startedOn, endedOn }: { startedOn: string; endedOn?: string | undefined }) => ({
  datumAanvang: startedOn,
  ...(endedOn && { datumEinde: endedOn }),
});

type Dutch = Extract<Place, { street: string }>;
type Foreign = Exclude<Place, Dutch>;

const inSearch = ({ street, number, letter, postcode, city }: Dutch) => ({
  type: 'bezoekadres',
  straatnaam: street,
  huisnummer: number,
  huisletter: letter,
  postcode,
  plaats: city,
});

const abroad = ({ streetAndNumber, postcodeAndCity, country }: Foreign) => ({
  straatHuisnummer: streetAndNumber,
  postcodeWoonplaats: postcodeAndCity,
  land: country,
});

function full(place: Place) {
  if (!('street' in place)) {
    return { volledigAdres: `${place.streetAndNumber} ${place.postcodeAndCity}`, ...abroad(place) };
  }
  const { street, number, letter, addition, postcode, city } = place;
  const door = [number, letter, addition].filter(Boolean).join(' ');
  return {
    volledigAdres: `${street} ${door} ${postcode} ${city}`,
    straatnaam: street,
    huisnummer: number,
    huisletter: letter,
    huisnummerToevoeging: addition,
    postcode,
    plaats: city,
    land: 'Nederland',
  };
}
