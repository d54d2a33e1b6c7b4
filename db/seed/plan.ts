import type { DateTime } from 'luxon';
import { day, localDay, spread, workdays } from './calendar.ts';
import { textsOf } from './modules/module-rows.ts';
import type { ProgrammeSpec } from './programmes.ts';

type Mark =
  | 'full'
  | 'nearlyFull'
  | 'cancelled'
  | 'moved'
  | 'online'
  | 'hybrid'
  | 'closed'
  | 'notOpen'
  | 'noorGoes'
  | 'noorWaits';

/** One session to come or gone by: which module, on which local date, and what is special about it. */
export type Planned = {
  programme: ProgrammeSpec;
  module: string;
  date: string;
  time?: string;
  marks: Mark[];
};

/** `slug` or `slug mark mark`, in the order of the dates. */
function plan(programme: ProgrammeSpec, lines: string[], dates: string[]): Planned[] {
  return lines.map((line, i) => {
    const [module, ...marks] = line.split(' ');
    return { programme, module: module!, date: dates[i]!, marks: marks as Mark[] };
  });
}

/** A year of Back on Track: quarter 3 stays one session short of its target, the others meet theirs. */
export function planArchive(programme: ProgrammeSpec): Planned[] {
  const talks = textsOf[programme.slug]!.filter((m) => m.kind === 'coaching' || m.kind === 'knowledge').map(
    (m) => m.slug,
  );
  const turn = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => talks[(from + i) % talks.length]!);
  const lists = [
    [
      'nieuwe-ideeen-voor-de-winkelstraat',
      ...turn(0, 5),
      'stimuleringsfonds-zo-werkt-het',
      ...turn(5, 5),
      'hoe-zij-terugkwamen',
    ],
    ['hoe-zij-terugkwamen', ...turn(3, 5), 'regelingen-van-de-gemeente-na-corona', ...turn(1, 5)],
    [...turn(1, 4), 'hoe-zij-terugkwamen noorGoes', 'stimuleringsfonds-zo-werkt-het', ...turn(5, 2)],
    [...turn(4, 5), 'regelingen-van-de-gemeente-na-corona moved', ...turn(2, 6), 'hoe-zij-terugkwamen'],
  ];
  const ends = [
    ['netwerkavond-amstelveen'],
    ['nieuwe-ideeen-voor-de-winkelstraat', 'netwerkavond-amstelveen'],
    [
      'uw-vaste-klanten-terughalen cancelled',
      'nieuwe-ideeen-voor-de-winkelstraat',
      'netwerkavond-amstelveen',
    ],
    [
      'nieuwe-ideeen-voor-de-winkelstraat',
      'een-plan-voor-uw-belastingschuld cancelled',
      'netwerkavond-amstelveen',
    ],
  ];
  return programme.quarters.flatMap(({ startsOn, endsOn }, q) => {
    const lines = [...lists[q]!, ...ends[q]!];
    return plan(programme, lines, spread(day(startsOn), day(endsOn), lines.length));
  });
}

export function planBackOnTrack(programme: ProgrammeSpec, now: Date): Planned[] {
  const today = localDay(now);
  const [first, second, third] = programme.quarters.map(({ startsOn, endsOn }) => ({
    from: day(startsOn),
    to: day(endsOn),
  }));
  const held = [
    'opnieuw-beginnen',
    'btw-op-tijd-en-zonder-stress noorGoes',
    'grip-op-uw-geld',
    'praten-met-uw-verhuurder',
    'van-idee-naar-stimuleringsfonds',
    'zo-houdt-u-het-vol',
    'een-rooster-waar-uw-team-blij-van-wordt',
    'uw-prijs-durven-verhogen noorGoes',
    'een-google-bedrijfsprofiel-dat-klanten-brengt online',
    'duurzaam-en-toch-winst',
    'herstelplan-voor-uw-horecazaak moved',
    'past-een-mkb-lening-bij-uw-bedrijf',
    'lagere-energiekosten-in-uw-zaak',
    'stoppen-op-een-goede-manier',
    'ondernemersborrel-zonder-drempel noorGoes',
  ];
  const lately = [
    'uw-eerste-medewerker',
    'een-menukaart-die-geld-oplevert',
    'subsidie-voor-verduurzaming',
    'verzekeringen-wat-hebt-u-echt-nodig cancelled',
    'zo-houdt-u-het-vol noorGoes',
    'de-winkelstraat-van-morgen',
    'veilig-werken-op-internet online',
  ];
  const thisWeek = [
    'grip-op-uw-geld',
    'een-google-bedrijfsprofiel-dat-klanten-brengt noorGoes',
    'herstelplan-voor-uw-horecazaak full',
    'opnieuw-beginnen nearlyFull hybrid',
  ];
  const soon = [
    'verzekeringen-wat-hebt-u-echt-nodig online',
    'betalingsregeling-met-de-belastingdienst full noorWaits',
    'ontbijt-met-ondernemers-uit-uw-wijk moved',
    'past-een-mkb-lening-bij-uw-bedrijf nearlyFull noorGoes',
    'lagere-energiekosten-in-uw-zaak',
  ];
  const nextQuarter = [
    'uw-prijs-durven-verhogen full',
    'btw-op-tijd-en-zonder-stress online',
    'een-menukaart-die-geld-oplevert cancelled',
    'de-winkelstraat-van-morgen',
    'veilig-werken-op-internet',
    'van-idee-naar-stimuleringsfonds',
    'stoppen-op-een-goede-manier',
    'praten-met-uw-verhuurder',
    'subsidie-voor-verduurzaming',
    'ondernemersborrel-zonder-drempel',
    'een-rooster-waar-uw-team-blij-van-wordt',
    'duurzaam-en-toch-winst',
    'zo-houdt-u-het-vol',
    'uw-eerste-medewerker',
  ];
  return [
    ...plan(programme, held, spread(first!.from.plus({ days: 2 }), first!.to, held.length)),
    ...plan(programme, lately, spread(second!.from, lastDayBefore(today), lately.length)),
    ...plan(programme, thisWeek, workdays(today, [0, 1, 2, 4])).map((it, i) =>
      i === 0 ? { ...it, time: '19:30' } : it,
    ),
    ...plan(programme, soon, spread(today.plus({ days: 8 }), second!.to, soon.length)),
    ...plan(programme, nextQuarter, spread(third!.from, planningEnds(now), nextQuarter.length)),
  ];
}

export function planOnderneemvaardig(programme: ProgrammeSpec, now: Date): Planned[] {
  const today = localDay(now);
  const all = textsOf[programme.slug]!;
  const groups = all.filter((m) => m.kind !== 'oneOnOne').map((m) => m.slug);
  const talks = all.filter((m) => m.kind === 'oneOnOne').map((m) => m.slug);
  // A stride through the list mixes themes and kinds.
  const turn = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => groups[((from + i) * 7) % groups.length]!);
  const taking = (count: number) => Array.from({ length: count }, (_, i) => talks[i % talks.length]!);
  // By their place in the order of the dates.
  const past: Partial<Record<Mark, string>> = {
    moved: '5',
    cancelled: '11 30',
    online: '19 43',
    noorGoes: '23',
  };
  const coming: Partial<Record<Mark, string>> = {
    closed: '2',
    full: '4 9 20',
    nearlyFull: '6 21 31',
    online: '5 13 17 18 25 28',
    cancelled: '12',
    moved: '14',
    notOpen: '39',
  };
  const marked = (slugs: string[], places: Partial<Record<Mark, string>>) =>
    slugs.map((slug, i) => {
      const marks = Object.entries(places).filter(([, indexes]) => indexes.split(' ').includes(String(i)));
      return [slug, ...marks.map(([mark]) => mark)].join(' ');
    });

  const from = today.minus({ months: 5 });
  const dates = [
    ...workdays(today, [0, 1, 1, 2, 2, 3, 3, 4]),
    ...spread(today.plus({ days: 8 }), planningEnds(now), 32),
  ];
  return [
    ...plan(programme, marked(turn(0, 48), past), spread(from, lastDayBefore(today), 48)),
    ...plan(programme, taking(7), spread(from.plus({ weeks: 2 }), today.minus({ days: 3 }), 7)),
    ...plan(programme, marked(turn(48, 40), coming), dates),
    ...plan(programme, taking(5), spread(today.plus({ days: 3 }), today.plus({ days: 60 }), 5)),
  ];
}

/** How often each product was offered; over the time between the start of the programme and its last month. */
export function planDeventer(programme: ProgrammeSpec): Planned[] {
  const times = {
    'intake-en-toeleiding': 12,
    'e-scan': 5,
    'f-scan': 5,
    'coaching-door-het-ondernemershuis': 7,
    'naar-het-leerwerkloket-of-werk': 3,
    levensvatbaarheidsonderzoek: 2,
  };
  return Object.entries(times).flatMap(([slug, count], i) =>
    plan(
      programme,
      Array.from({ length: count }, () => slug),
      spread(day('2021-04-06').plus({ days: i }), day('2021-12-03').minus({ days: i }), count),
    ),
  );
}

/** Sessions are planned ten weeks ahead. */
const planningEnds = (now: Date) => localDay(now).plus({ weeks: 10 });
const lastDayBefore = (today: DateTime) => today.minus({ days: 1 });
