import { columns, type TypedRow } from '../../../api/steering/history/rules.ts';
import type { Client } from '../../client.ts';
import { keyOf, problemOf } from '../../forms.ts';
import { headOf, readHistoryFile, textOf } from './history-file.ts';
import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';

type Values = Record<string, string>;
type Fault = { row: number; column: string; typed: string; problem: string };
export type Upload =
  /** The figures are in. */
  | { step: 'done' }
  /** Everything can be read: the file is shown, to add it. */
  | { step: 'preview'; values: Values; rows: TypedRow[]; figures: number; checks: number }
  /** The file as a whole, or its name, is not right. */
  | { step: 'refused'; values: Values; at: 'file' | 'name'; message: string }
  | { step: 'faults'; values: Values; faults: Fault[] };

/** Checks a file that was chosen, or adds one that was checked. */
export async function upload(
  api: Client,
  programme: string,
  form: FormData,
  locale: Locale,
): Promise<Upload> {
  const { history, problems } = texts(locale);
  const t = history.upload;
  const file = form.get('file');
  const csv = file instanceof File ? textOf(await file.arrayBuffer()) : String(form.get('csv') ?? '');
  const values: Values = {
    csv,
    name: String(form.get('name') ?? ''),
    formKey: String(form.get('formKey') ?? ''),
  };
  const refuse = (message: string, at: 'file' | 'name' = 'file') =>
    ({ step: 'refused', values, at, message }) as const;
  if (csv.trim() === '') return refuse(t.noFile);
  const read = readHistoryFile(csv);
  if (!read.ok)
    return refuse(read.problem === 'missing' ? t.missing(read.columns.join(', ')) : t[read.problem]);

  const dryRun = form.get('intent') !== 'add';
  const answer = await api.programmes[':id'].history.$post({
    param: { id: programme },
    header: dryRun ? {} : keyOf(values),
    json: { name: values.name!, dryRun, rows: read.rows },
  });
  if (answer.ok) {
    const { figures, checks } = await answer.json();
    return dryRun ? { step: 'preview', values, rows: read.rows, figures, checks } : { step: 'done' };
  }
  const { code, fields } = await problemOf(answer);
  const faults = fields.flatMap((field): Fault[] => {
    const [, n, column] = /^rows\.(\d+)\.(\w+)$/.exec(field.name) ?? [];
    const known = columns.find((one) => one === column);
    if (!known) return [];
    const row = Number(n);
    return [
      {
        row: read.lines[row]!,
        column: headOf(known),
        typed: read.rows[row]![known] ?? '',
        problem: problems.field({ ...field, name: known }),
      },
    ];
  });
  if (faults.length > 0) return { step: 'faults', values, faults };
  const name = fields.find((field) => field.name === 'name');
  if (name) return refuse(problems.field(name), 'name');
  const tooLarge = code === 'too-large' || fields.some((field) => field.name === 'rows');
  return refuse(tooLarge ? t.tooLarge : problems.of(code).text);
}
