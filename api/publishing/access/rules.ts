/** What of a session decides who may book it: as it stands, or as `session_access_changes` keeps it. */
export type Settings = {
  openToNonMembers: boolean;
  memberContributionCents: number | null;
  memberBookingOpensAt: Date | null;
  bookingOpensAt: Date;
  hasBookingCode: boolean;
  hasBookingUrl: boolean;
  listed: boolean;
};
/** What a programme promises with every session: whose names stand under it, of how many who agreed to that, and the thanks. */
export type Shown = { parties: string[]; senders: string[]; creditLine: string };

/**
 * What makes a session open to all entrepreneurs, members of an association or not. The first five and the last are about the
 * session, two about what is shown with it. Source: the condition in the college advice Back on track, Amstelveen, B&W
 * 2-11-2021; the tests that it comes to are a proposal of this portal.
 */
export const accessRules = [
  'everyone',
  'same-price',
  'same-opening',
  'no-code',
  'no-detour',
  'listed',
  'senders',
  'credit-line',
] as const;
export type AccessRule = (typeof accessRules)[number];

/** Whether known members may book before everyone else. */
const opensEarlier = ({ memberBookingOpensAt, bookingOpensAt }: Settings) =>
  memberBookingOpensAt !== null && memberBookingOpensAt < bookingOpensAt;

const keepsSettings: Partial<Record<AccessRule, (settings: Settings) => boolean>> = {
  everyone: ({ openToNonMembers }) => openToNonMembers,
  'same-price': ({ memberContributionCents }) => memberContributionCents === null,
  'same-opening': (settings) => !opensEarlier(settings),
  'no-code': ({ hasBookingCode }) => !hasBookingCode,
  'no-detour': ({ hasBookingUrl }) => !hasBookingUrl,
  listed: ({ listed }) => listed,
};

/** The rules that settings of a session break, all of them. */
const brokenBySettings = (settings: Settings): AccessRule[] =>
  accessRules.filter((rule) => keepsSettings[rule] && !keepsSettings[rule](settings));

/** The rules that what is shown with every session of a programme breaks. */
function brokenByShown({ parties, senders, creditLine }: Shown): AccessRule[] {
  const missing = parties.some((party) => !senders.includes(party));
  return [
    ...(missing ? ['senders' as const] : []),
    ...(creditLine.trim() === '' ? ['credit-line' as const] : []),
  ];
}

export const brokenRules = (settings: Settings, shown: Shown): AccessRule[] => [
  ...brokenBySettings(settings),
  ...brokenByShown(shown),
];

/** A change as it is kept: what it was, null before it was published, and what it became. */
export type Change = { at: Date; by: Who; after: Settings & { status: 'draft' | 'scheduled' | 'cancelled' } };
/** `direct`: changed in the database, past the portal. */
export type Who = 'organiser' | 'portal' | 'direct';

/** One stretch of the time that a session could be booked, with the rules it broke; `until` null: it still is so. */
export type Stretch = { from: Date; until: Date | null; by: Who; published: boolean; broken: AccessRule[] };

/** The whole time of a session, from one change to the next. What is no longer or not yet published breaks nothing. */
export const stretches = (changes: Change[]): Stretch[] =>
  changes.map(({ at, by, after }, n) => ({
    from: at,
    until: changes[n + 1]?.at ?? null,
    by,
    published: after.status === 'scheduled',
    broken: after.status === 'scheduled' ? brokenBySettings(after) : [],
  }));

/** What someone who tried to book met, step by step. */
export type Trial = {
  /** The answer to each request, in order: a placement, a status, or the code of a refusal. */
  answers: string[];
  /** The mails that would have gone out. */
  mails: string[];
  /** What it would cost, in cents incl VAT; null when no place was given. */
  cents: number | null;
};
export type Trials = { member: Trial; nonMember: Trial; reserving: boolean };

const same = (a: Trial, b: Trial) => JSON.stringify(a) === JSON.stringify(b);
const gotPlace = ({ answers }: Trial) => answers.at(-1) === 'confirmed';

/**
 * Whether someone who is not a member met the same as a member: the same answers, price and steps. While places are kept for
 * people who are not members, a member may be worse off.
 */
export const isSameForBoth = ({ member, nonMember, reserving }: Trials) =>
  same(member, nonMember) || (reserving && gotPlace(nonMember) && !gotPlace(member));

type Time = { from: Date; until: Date | null };
/** One rule over the whole time of a session: whether it holds now, and when it did not. */
export type Judged = { check: AccessRule | 'trial'; now: boolean; times: Time[] };
/** What an earlier check found: what did not hold on that day. */
export type Earlier = { at: Date; failed: string[] };

/**
 * Judges a session over its whole time: its settings from change to change, what its programme shows and what trials met on
 * the days of the checks. `trials` is null when there is nothing to try any more.
 */
export function judgeAccess(
  changes: Change[],
  shown: Shown,
  trials: Trials | null,
  earlier: Earlier[],
): Judged[] {
  const time = stretches(changes);
  const shownBroken = brokenByShown(shown);
  const failedBefore = (check: string) =>
    earlier.flatMap(({ at, failed }) => (failed.includes(check) ? [{ from: at, until: at }] : []));
  const ofRules = accessRules.map((check): Judged => {
    const times = time
      .filter(({ broken }) => broken.includes(check))
      .map(({ from, until }) => ({ from, until }));
    if (keepsSettings[check]) return { check, now: !times.some(({ until }) => until === null), times };
    return { check, now: !shownBroken.includes(check), times: failedBefore(check) };
  });
  if (!trials) return ofRules;
  return [...ofRules, { check: 'trial', now: isSameForBoth(trials), times: failedBefore('trial') }];
}

export const hasPassed = ({ now, times }: Judged) => now && times.length === 0;
