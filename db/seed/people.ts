import type { accounts } from '../schema/accounts.ts';
import type { businesses, entrepreneurs } from '../schema/registrations.ts';
import { localDay } from './calendar.ts';
import { industries, names } from './names.ts';
import { accountId } from './organisations.ts';
import { idOf, type Random, randomFor } from './random.ts';

export type Person = {
  id: string;
  name: string;
  email: string | null;
  locale: 'nl' | 'en';
  home: 'Amstelveen' | 'Amsterdam' | 'Deventer' | null;
  kvkNumber: string | null;
  /** Member of one of the associations of Amstelveen. */
  member: boolean;
  business: { id: string; name: string | null; kvkNumber: string | null } | null;
  birthYear: number | null;
  district: string | null;
  industry: string | null;
};

const COUNT = 400;
/** Besides them, of the action plan of 2021. */
const IN_DEVENTER = 90;
const DEVENTER_YEAR = 2021;
/** Whatever the month of birth: then someone is 18 for certain. */
export const ADULT_AFTER_YEARS = 19;
const WITHOUT_ACCOUNT = 36;

// KVK's public test numbers: the only ones that can belong to nobody. The first is an eenmanszaak, so it has one person.
const NOORS_KVK = '69599084';
const kvkNumbers = ['68750110', '69599068', '69599076', '68727720', '55344526', '90001745', '90000749'];
const WITH_KVK = 20;

const districts = {
  'Nieuw-West': 19,
  West: 18,
  Oost: 17,
  Zuid: 14,
  Zuidoost: 12,
  Noord: 12,
  Centrum: 8,
};

const ages = {
  '18-25': 6,
  '26-30': 9,
  '31-35': 13,
  '36-40': 14,
  '41-45': 14,
  '46-50': 14,
  '51-55': 13,
  // At a session next year someone of 66 is 67, the last age of the band.
  '56-66': 17,
};

export const NOOR = 'Noor Bakkali';

export function peopleOf(now: Date): Person[] {
  const taken = new Set([NOOR]);
  const thisYear = localDay(now).year;
  return Array.from({ length: COUNT + IN_DEVENTER }, (_, i) => {
    const random = randomFor(`person/${i}`);
    if (i === 0) return noor(thisYear);
    const made = person(i, newName(random, taken), random, i < COUNT ? thisYear : DEVENTER_YEAR);
    return i < COUNT ? made : inDeventer(made);
  });
}

const inDeventer = (made: Person): Person => ({
  ...made,
  email: addressOf(made.name),
  home: 'Deventer',
  member: false,
  district: 'Deventer',
});

function noor(thisYear: number): Person {
  const kvkNumber = NOORS_KVK;
  return {
    id: idOf('entrepreneur/0'),
    name: NOOR,
    email: 'ondernemer@opkoers.example',
    locale: 'nl',
    home: 'Amstelveen',
    kvkNumber,
    member: false,
    business: { id: idOf(`business/${kvkNumber}`), name: null, kvkNumber },
    birthYear: thisYear - 38,
    district: 'Amstelveen',
    industry: 'Verzorgend beroep',
  };
}

/** Of an age that suits `year`. */
function person(i: number, name: string, random: Random, year: number): Person {
  const home =
    i < WITH_KVK
      ? 'Amsterdam'
      : random.chance(0.06)
        ? null
        : random.chance(0.47)
          ? 'Amstelveen'
          : 'Amsterdam';
  const industry = random.weighted(weights(industries));
  const [least, most] = random.weighted(ages).split('-').map(Number);
  const kvkNumber = i < WITH_KVK ? kvkNumbers[i % kvkNumbers.length]! : null;
  return {
    id: idOf(`entrepreneur/${i}`),
    name,
    email: i < COUNT - WITHOUT_ACCOUNT ? addressOf(name) : null,
    locale: random.chance(0.08) ? 'en' : 'nl',
    home,
    kvkNumber,
    member: random.chance(0.62),
    business: businessOf(i, name, industry, kvkNumber, random),
    birthYear: random.chance(0.05) ? null : year - Math.max(ADULT_AFTER_YEARS, random.between(least!, most!)),
    district: home === 'Amsterdam' ? random.weighted(districts) : home,
    industry: industry === 'Onbekend' ? null : industry,
  };
}

function newName(random: Random, taken: Set<string>): string {
  const { first, family } = names[random.weighted(weights(names))];
  const name = `${random.pick(first)} ${random.pick(family)}`;
  if (taken.has(name)) return newName(random, taken);
  taken.add(name);
  return name;
}

function businessOf(i: number, name: string, industry: string, kvkNumber: string | null, random: Random) {
  if (kvkNumber) return { id: idOf(`business/${kvkNumber}`), name: null, kvkNumber };
  const { firms } = industries[industry]!;
  if (firms.length === 0 || random.chance(0.1)) return null;
  const [first, ...family] = name.split(' ');
  const firm = random
    .pick(firms)
    .replace(/\b[FL]\b/, (letter) => (letter === 'F' ? first! : capital(family.join(' '))));
  return { id: idOf(`business/${i}`), name: firm, kvkNumber: null };
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

const weights = <K extends string>(table: Record<K, { weight: number }>) =>
  Object.fromEntries(
    Object.entries<{ weight: number }>(table).map(([key, { weight }]) => [key, weight]),
  ) as Record<K, number>;

/** Names are unique, and stay so without their accents and spaces. */
function addressOf(name: string) {
  const plain = name.replace(/ı/g, 'i').replace(/ł/g, 'l').normalize('NFD').replace(/\p{M}/gu, '');
  return `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@voorbeeld.example`;
}

/** `since` tells when someone first came to us. */
export function peopleRows(people: Person[], since: (person: Person) => Date) {
  const accountRows: (typeof accounts.$inferInsert)[] = [];
  const businessRows = new Map<string, typeof businesses.$inferInsert>();
  const entrepreneurRows = people.map((it): typeof entrepreneurs.$inferInsert => {
    const createdAt = since(it);
    if (it.business && !businessRows.has(it.business.id))
      businessRows.set(it.business.id, { ...it.business, createdAt });
    if (it.email) {
      accountRows.push({
        id: accountId(it.email),
        email: it.email,
        name: it.name,
        locale: it.locale,
        createdAt,
      });
    }
    return {
      id: it.id,
      accountId: it.email ? accountId(it.email) : null,
      businessId: it.business?.id ?? null,
      name: it.name,
      birthYear: it.birthYear,
      district: it.district,
      industry: it.industry,
      createdAt,
    };
  });
  return { accounts: accountRows, businesses: [...businessRows.values()], entrepreneurs: entrepreneurRows };
}
