import { money } from '../../../api/language/amounts.ts';
import { count, percent } from '../../../api/language/numbers.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { Programme, Report } from '../../show/programme/programme.ts';

const goalOf = (min: number, max: number | null, locale: Locale) =>
  max === null || max === min ? count(min, locale) : `${count(min, locale)}-${count(max, locale)}`;

/** The quarter in one line: sessions against the first target, the share of non-members, and the money. */
export function verdict(report: Report, { quarters }: Programme, locale: Locale) {
  const { municipality, organisation } = texts(locale);
  const t = municipality.verdict;
  const first = report.groups.find(({ min }) => min !== null);
  const held = first
    ? t.held(
        count(first.held, locale),
        goalOf(first.min!, first.max, locale),
        organisation.groups[first.group].many,
      )
    : t.heldOnly(report.sessions.held);
  const visitors = membershipWords(report, locale);
  const phase = quarters.find(({ ordinal }) => ordinal === report.quarter.ordinal)?.phase;
  const used = phase && phase.reservedCents + phase.committedCents + phase.realisedCents;
  const paid =
    phase && used !== undefined ? [t.used(money(used!, locale), money(phase.ceilingCents, locale))] : [];
  return `${[held, visitors, ...paid].join('; ')}.`;
}

/** Unknown is said, because it never counts as non-member. */
function membershipWords({ membership, present }: Report, locale: Locale) {
  const { municipality, report } = texts(locale);
  const t = municipality.verdict;
  const { notMember, unknown } = membership;
  if (present === 0) return t.noVisits;
  if (notMember === null || unknown === null) return report.membershipProtected;
  if (unknown === present) return t.allUnknown;
  const share = (visits: number) => percent(visits / present, locale);
  return unknown === 0
    ? t.notMember(share(notMember))
    : t.notMemberAndUnknown(share(notMember), share(unknown));
}
