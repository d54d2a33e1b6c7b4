import type { sessionOrganisers, sessions } from '../schema/catalogue.ts';
import { day, earliest, latest, minutesAfter, momentOf, weeksBefore } from './calendar.ts';
import { contributionOn } from './desks.ts';
import { moduleId, textsOf } from './modules/module-rows.ts';
import type { ModuleText } from './modules/module-text.ts';
import { organisationId } from './organisations.ts';
import type { Planned } from './plan.ts';
import { idOf, type Random, randomFor } from './random.ts';
import { venuesOf } from './venues.ts';

type SessionRow = typeof sessions.$inferInsert & {
  id: string;
  seatsTaken: number;
  bookingOpensAt: Date;
  cancellationDeadlineMinutes: number;
  placesPerBusiness: number | null;
  contributionCents: number | null;
  contributionVatCents: number;
  createdAt: Date;
};
/** A session with what the registrations are made from. */
export type SeedSession = {
  name: string;
  plan: Planned;
  module: ModuleText;
  row: SessionRow;
  organisers: string[];
};

const times: Record<ModuleText['kind'], string[]> = {
  coaching: ['19:00', '09:30', '13:30', '19:00'],
  knowledge: ['19:30', '09:30', '19:30', '15:00'],
  workshop: ['19:00', '09:30', '13:00', '18:30'],
  inspiration: ['20:00', '19:30'],
  network: ['17:00', '17:30'],
  oneOnOne: ['10:00', '11:30', '14:00', '16:00'],
};

const leaders = [
  'Wendela Kroon',
  'Ömer Tunalı',
  'Sharda Ramkhelawan',
  'Teun Vreeswijk',
  'Naïma Ouarda',
  'Jelle Buitenhuis',
  'Precious Owusu-Mensah',
  'Hanneke Stolwijk',
  'Delano Rozenblad',
  'Agnieszka Zielonka',
];

// In this lockdown everything that could went online.
const lockdown = { from: '2021-12-19', to: '2022-01-25' };

export function sessionsOf(planned: Planned[], now: Date): SeedSession[] {
  const inUse = new Set<string>();
  const seen = new Map<string, number>();
  return planned.map((plan) => {
    const turn = (seen.get(plan.module) ?? 0) + 1;
    seen.set(plan.module, turn);
    const name = `${plan.module}/${turn}`;
    const module = textsOf[plan.programme.slug]!.find((text) => text.slug === plan.module)!;
    const random = randomFor(`session/${name}`);
    const organisers = organisersOf(plan, module, random);
    return { name, plan, module, organisers, row: sessionRow(name, plan, module, { random, inUse, now }) };
  });
}

function sessionRow(
  name: string,
  plan: Planned,
  module: ModuleText,
  { random, inUse, now }: { random: Random; inUse: Set<string>; now: Date },
): SessionRow {
  const is = (mark: Planned['marks'][number]) => plan.marks.includes(mark);
  const startsAt = momentOf(plan.date, plan.time ?? module.time ?? timeOf(module, plan.date, random));
  const inLockdown = lockdown.from <= plan.date && plan.date <= lockdown.to;
  const deliveryMode = is('hybrid') ? 'hybrid' : is('online') || inLockdown ? 'online' : 'onLocation';
  const rulesFrom = momentOf(plan.programme.rulesFrom, '09:00');
  const bookingOpensAt = is('notOpen')
    ? weeksBefore(startsAt, 4)
    : latest(weeksBefore(startsAt, 10), rulesFrom);
  const createdAt = earliest(minutesAfter(bookingOpensAt, -3 * 24 * 60), minutesAfter(now, -2 * 24 * 60));
  return {
    id: idOf(`session/${name}`),
    moduleId: moduleId(module.slug),
    status: is('cancelled') ? 'cancelled' : 'scheduled',
    startsAt,
    endsAt: minutesAfter(startsAt, module.minutes),
    previousStartsAt: is('moved') ? weeksBefore(startsAt, 1) : null,
    deliveryMode,
    venueId: deliveryMode === 'online' ? null : venueOf(plan, random, inUse),
    onlineUrl: deliveryMode === 'onLocation' ? null : `https://online.opkoers.example/${name}`,
    leader: random.pick(leaders),
    capacity: module.capacity,
    seatsTaken: 0,
    bookingOpensAt,
    bookingClosesAt: is('closed') ? minutesAfter(now, -26 * 60) : minutesAfter(startsAt, -120),
    ...settingsOf(module.kind),
    ...contributionOf(plan, module),
    sequence: is('moved') || is('cancelled') ? 1 : 0,
    cancelledAt: is('cancelled')
      ? earliest(minutesAfter(weeksBefore(startsAt, 1), random.between(0, 600)), minutesAfter(now, -20 * 60))
      : null,
    changedAt: createdAt,
    createdAt,
  };
}

/** Who prepares for each participant wants to know in time who comes; to a meeting one may bring a colleague. */
function settingsOf(kind: ModuleText['kind']) {
  const personal = kind === 'coaching' || kind === 'oneOnOne';
  const open = kind === 'inspiration' || kind === 'network';
  return {
    minimumNoticeMinutes: personal || kind === 'workshop' ? 120 : 0,
    cancellationDeadlineMinutes: personal ? 24 * 60 : 0,
    placesPerBusiness: open ? null : 1,
  };
}

/** What the municipality pays for a session as a whole, ex VAT. */
function contributionOf({ programme, date }: Planned, { kind }: ModuleText) {
  if (programme.funding !== 'perSession') return { contributionCents: null, contributionVatCents: 0 };
  const contributionCents = contributionOn(kind, date, programme.quarters);
  return { contributionCents, contributionVatCents: Math.round(contributionCents * 0.21) };
}

function timeOf(module: ModuleText, date: string, random: Random) {
  const time = random.pick(times[module.kind]);
  const fridayEvening = day(date).weekday === 5 && time >= '18:00' && module.kind !== 'network';
  return fridayEvening ? '09:30' : time;
}

function venueOf(plan: Planned, random: Random, inUse: Set<string>) {
  const venues = venuesOf[plan.programme.municipality]!;
  const first = random.below(venues.length);
  const turned = [...venues.slice(first), ...venues.slice(0, first)];
  const free = turned.find((venue) => !inUse.has(`${venue} ${plan.date}`)) ?? turned[0]!;
  inUse.add(`${free} ${plan.date}`);
  return free;
}

function organisersOf(plan: Planned, module: ModuleText, random: Random) {
  const open = module.kind === 'inspiration' || module.kind === 'network';
  const partners =
    plan.programme.municipality === 'amstelveen' ? ['vad', 'oa', 'khn'] : ['gemeente-amsterdam', 'oplus'];
  const together = random.chance(0.2) && module.kind === 'knowledge';
  const others = partners.filter((partner) => partner !== module.organisation);
  if (open) return [module.organisation, ...others];
  return together ? [module.organisation, random.pick(others)] : [module.organisation];
}

export const organiserRows = (made: SeedSession[]): (typeof sessionOrganisers.$inferInsert)[] =>
  made.flatMap(({ row, organisers }) =>
    organisers.map((slug, i) => ({
      sessionId: row.id,
      organisationId: organisationId(slug),
      position: i + 1,
    })),
  );
