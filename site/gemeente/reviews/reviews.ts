import type { z } from 'zod';
import type { reviewCase } from '../../../api/places/reviews/schema.ts';
import { count } from '../../../api/language/numbers.ts';
import { list } from '../../../api/language/lists.ts';
import { money } from '../../../api/language/amounts.ts';
import { plainDate } from '../../../api/language/dates.ts';
import type { Locale } from '../../links.ts';
import { ticked } from '../../typed.ts';
import { texts } from '../../texts/index.ts';

const ASK = 'kvk-';
export const askField = (registrationId: string) => `${ASK}${registrationId}`;
/** Whom to ask for the KVK number, as ticked. */
export const askedIn = (values: Record<string, string>) => ticked(values, ASK);

export type ReviewCase = z.output<typeof reviewCase>;
type Rule = ReviewCase['decision']['rules'][number];

/** What a rule went by, in words for a member of staff. */
export function sawOf({ rule, outcome, saw, reason }: Rule, locale: Locale): string {
  const { saw: t } = texts(locale).reviews;
  const euro = (key: string) => money(Number(saw[key] ?? 0), locale);
  const known = (key: string) => saw[key] !== null && saw[key] !== undefined;
  switch (rule) {
    case 'programmeRunning':
      if (saw.status !== 'running') return t.closed;
      return saw.paused ? t.paused : t.session(plainDate(String(saw.sessionOn), locale));
    case 'kvkNumber':
      return saw.known ? t.given : outcome === 'passed' ? t.notNeeded : t.notGiven;
    case 'businessActive':
      if (saw.status === 'found')
        return outcome === 'passed' ? t.active : t.ended(endOf(saw.endedOn, locale));
      if (saw.status === 'not-found') return t.notFound;
      return saw.status === 'not-given' ? t.notGiven : t.unavailable;
    case 'establishedInArea': {
      const seen = [...new Set(saw.seen as string[])];
      const words = seen.map((it) =>
        it === 'shielded' ? t.shielded : it === 'unknown' ? t.unknownPlace : it,
      );
      const said = saw.lives === undefined ? '' : ` ${saw.lives ? t.livesThere : t.livesElsewhere}`;
      if (words.length === 0) return said.trim() || t.noAddress;
      const at = words.every((it) => it === t.shielded)
        ? t.addressShielded
        : t.addresses(list(words, locale));
      return at + said;
    }
    case 'productCap':
      return known('max') ? t.used(count(Number(saw.used), locale), count(Number(saw.max), locale)) : t.noCap;
    case 'peopleCap':
      return saw.alreadyIn
        ? t.alreadyIn
        : t.used(count(Number(saw.used), locale), count(Number(saw.max), locale));
    case 'capPerEntrepreneur': {
      const amount = (key: string) => amountOf(Number(saw[key]), String(saw.unit), locale);
      return t.personal(amount('used'), amount('adds'), amount('max'));
    }
    case 'notPaidForModule':
      return saw.paidBefore ? t.paidBefore : t.notPaidBefore;
    case 'declarations':
      if (outcome === 'passed') return t.declared;
      return t[outcome === 'failed' ? 'saidNo' : 'unanswered'](/‘.*’/.exec(reason)?.[0] ?? '');
    case 'deMinimisRoom':
      return t.aid(
        known('declaredCents') ? euro('declaredCents') : null,
        euro('grantedCents'),
        euro('aidCents'),
      );
    case 'budgetRoom':
      return known('roomCents')
        ? t.room(euro('roomCents'), euro('neededCents'))
        : t.noRoom(euro('neededCents'));
    case 'manualReview':
      return saw.review === 'approved' ? t.approved : saw.review === 'refused' ? t.refused : t.nobody;
  }
}

/** As much of a date as the register knows: `2015`, `2015-06` or a day. */
function endOf(on: unknown, locale: Locale) {
  if (typeof on !== 'string' || on === 'unknown') return null;
  return on.length === 10 ? plainDate(on, locale) : on;
}

function amountOf(value: number, unit: string, locale: Locale) {
  const { units } = texts(locale).reviews.saw;
  if (unit === 'cents') return money(value, locale);
  return unit === 'count' ? units.count(value) : units.hours(count(Math.round(value / 6) / 10, locale));
}

/** What made the rules stop: what is not in order first, then what is not known. */
export const stoppedBy = ({ decision: { rules } }: ReviewCase) =>
  rules.find(({ outcome }) => outcome === 'failed') ?? rules.find(({ outcome }) => outcome === 'unknown');
