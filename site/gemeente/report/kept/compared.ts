import type { z } from 'zod';
import type { comparison } from '../../../../api/steering/reports/schema.ts';
import type { Locale } from '../../../links.ts';
import { texts } from '../../../texts/index.ts';
import { categoryName } from '../../../show/report/categories.ts';
import type { Programme, Report } from '../../../show/programme/programme.ts';

type Figure = z.output<typeof comparison>['figures'][number];
type Row = Omit<Figure, 'key'> & { name: string };
type Dimension = Report['breakdowns'][number]['dimension'];

/** The figures of a comparison in words, by table: the main ones, the targets, then one table per breakdown. */
export function comparedGroups(figures: Figure[], programme: Programme, locale: Locale) {
  const { report, organisation } = texts(locale);
  const { compare: t, breakdowns } = report;
  const main = t.figures as Record<string, string>;
  const groups = new Map<string, Row[]>();
  const add = (title: string, name: string, { key: _, ...rest }: Figure) =>
    groups.set(title, [...(groups.get(title) ?? []), { name, ...rest }]);
  for (const figure of figures) {
    // A category can have a slash of its own: `industry/Taxi/vervoer/visits`.
    const parts = figure.key.split('/');
    const [first, middle, last] = [parts[0]!, parts.slice(1, -1).join('/'), parts.at(-1)];
    if (main[figure.key]) add(t.main, main[figure.key]!, figure);
    else if (first === 'group' && last === 'held') {
      add(t.held, organisation.groups[middle as keyof typeof organisation.groups].title, figure);
    } else if (first in breakdowns.names && last === 'visits') {
      const dimension = first as Dimension;
      const label = dimension === 'organiser' ? nameOf(programme, middle) : labelOf(dimension, middle);
      add(breakdowns.names[dimension], categoryName(dimension, { category: middle, label }, locale), figure);
    }
  }
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

const nameOf = (programme: Programme, id: string) =>
  programme.parties.find((party) => party.id === id)?.name ?? null;

/** Districts and industries are words already; the others have a name in the texts. */
const labelOf = (dimension: Dimension, category: string) =>
  (dimension === 'district' || dimension === 'industry') && category !== 'unknown' ? category : null;
