import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { Report } from '../programme/programme.ts';

type Breakdown = Report['breakdowns'][number];

/** What a row of a breakdown is called; districts, places and industries are words already. */
export function categoryName(
  dimension: Breakdown['dimension'],
  { category, label }: Pick<Breakdown['rows'][number], 'category' | 'label'>,
  locale: Locale,
): string {
  const { kinds, common, report } = texts(locale);
  const t = report.breakdowns;
  if (label !== null) return label;
  if (category === 'unknown') return t.unknown;
  if (dimension === 'residence' && category === 'elsewhere') return t.elsewhere;
  if (category === 'member') return common.membership.member;
  if (category === 'not-member') return common.membership.nonMember;
  if (category === 'under-18') return t.under18;
  if (category === 'over-67') return t.over67;
  if (dimension === 'age') {
    const [from, until] = category.split('-') as [string, string];
    return t.ages(from, until);
  }
  const known = { ...kinds.many, ...kinds.topics } as Record<string, string>;
  return dimension === 'kind' || dimension === 'topic' ? (known[category] ?? category) : category;
}
