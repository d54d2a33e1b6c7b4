import type { Locale } from '../../language/locale.ts';
import { money } from '../../language/amounts.ts';
import { plainDateTime } from '../../language/dates.ts';
import type { Kept } from './check.ts';
import type { Trials } from './rules.ts';
import { words } from './words.ts';

type Time = { from: Date | string; until: Date | string | null };
function when({ from, until }: Time, locale: Locale) {
  if (until === null)
    return locale === 'nl' ? `sinds ${plainDateTime(from, locale)}` : `since ${plainDateTime(from, locale)}`;
  if (+new Date(from) === +new Date(until)) return plainDateTime(from, locale);
  const [start, end] = [plainDateTime(from, locale), plainDateTime(until, locale)];
  return locale === 'nl' ? `van ${start} tot ${end}` : `from ${start} to ${end}`;
}

/** What a check found, in a sentence or a few. */
export function detailOf({ check, now, times, trials }: Kept, locale: Locale): string {
  if (check === 'trial') return [ofTrial(trials!, now, locale), ...earlier(times, locale)].join(' ');
  const { holds, broken } = words[check];
  if (now && times.length === 0) return holds[locale];
  const list = times.map((time) => when(time, locale)).join('; ');
  return list === '' ? broken[locale] : `${broken[locale].replace(/\.$/, '')}: ${list}.`;
}

const earlier = (times: Time[], locale: Locale) =>
  times.length === 0
    ? []
    : [
        `${locale === 'nl' ? 'Bij een eerdere controle was dat niet zo' : 'At an earlier check that was not so'}: ${times
          .map((time) => when(time, locale))
          .join('; ')}.`,
      ];

function ofTrial({ member, nonMember }: Trials, same: boolean, locale: Locale) {
  const [of, and] = [
    (one: Trials['member']) => metBy(one, locale),
    locale === 'nl' ? 'een niet-lid' : 'a non-member',
  ];
  if (same && JSON.stringify(member) === JSON.stringify(nonMember)) {
    return locale === 'nl'
      ? `Op proef geboekt als lid en als niet-lid: beide keren ${of(member)}.`
      : `Booked on trial as a member and as a non-member: both times ${of(member)}.`;
  }
  if (same) {
    return locale === 'nl'
      ? 'Op proef geboekt: een niet-lid krijgt een plaats. Een lid moet nu wachten, want er zijn plaatsen vrijgehouden voor niet-leden.'
      : 'Booked on trial: a non-member gets a place. A member has to wait now, because places are kept for non-members.';
  }
  return locale === 'nl'
    ? `Op proef geboekt: een lid ${of(member)}, ${and} ${of(nonMember)}.`
    : `Booked on trial: a member ${of(member)}, ${and} ${of(nonMember)}.`;
}

const outcomes: Record<string, { nl: string; en: string }> = {
  confirmed: { nl: 'een plaats', en: 'a place' },
  waitlist: { nl: 'de wachtlijst', en: 'the waiting list' },
  waitlisted: { nl: 'de wachtlijst', en: 'the waiting list' },
  'booking-not-open': { nl: 'nog niet open', en: 'not open yet' },
  'booking-closed': { nl: 'gesloten', en: 'closed' },
  'session-full': { nl: 'vol', en: 'full' },
  'members-only': { nl: 'alleen voor leden', en: 'members only' },
  'booking-code-wrong': { nl: 'een code nodig', en: 'a code needed' },
  'booked-elsewhere': { nl: 'boeken op een andere website', en: 'booking on another website' },
};

/** The last answer stands for the rest: the same steps come before it. */
function metBy({ answers, cents }: Trials['member'], locale: Locale) {
  const last = answers.at(-1) ?? '';
  const outcome = outcomes[last]?.[locale] ?? (locale === 'nl' ? 'hetzelfde antwoord' : 'the same answer');
  if (cents === null) return outcome;
  const price = cents === 0 ? (locale === 'nl' ? 'gratis' : 'free') : money(cents, locale);
  return `${outcome} (${price})`;
}
