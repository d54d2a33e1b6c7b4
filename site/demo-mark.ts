import type { Cell } from './csv.ts';
import { texts } from './texts/index.ts';

/** What a file says of what is in it, in a portal with demo data; null when that is real. */
export const demoMark = ({ isDemo, locale }: Pick<App.Locals, 'isDemo' | 'locale'>) =>
  isDemo ? texts(locale).common.demo : null;

export type DemoMark = ReturnType<typeof demoMark>;

/** A table whose every row says in a last column that it is invented; the same table when nothing is. */
export const marked = (
  head: string[],
  rows: Cell[][],
  mark: Pick<NonNullable<DemoMark>, 'label' | 'invented'> | null,
): [head: string[], rows: Cell[][]] =>
  mark ? [[...head, mark.label], rows.map((row) => [...row, mark.invented])] : [head, rows];
