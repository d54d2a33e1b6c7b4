import type { APIContext } from 'astro';
import { csv, csvResponse } from '../../../csv.ts';
import { demoMark, marked } from '../../../demo-mark.ts';
import { refusedDownload } from '../../refused-download.ts';
import { isExVat } from '../../money/money-notes.ts';
import { allRows, figureTable, workbook } from './report-sheets.ts';
import { mustHave } from '../../../answers.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The report of a quarter as a file, for whoever may read it at the API. */
export async function reportDownload(context: APIContext, form: 'csv' | 'xlsx' | 'json') {
  const { api, locale } = context.locals;
  const { programma = '', kwartaal = '' } = context.params;
  const report = await mustHave(
    api.programmes[':id'].quarters[':ordinal'].report.$get({
      param: { id: programma, ordinal: kwartaal },
      query: {},
    }),
    refusedDownload(context),
  );
  if (report instanceof Response) return report;
  const name = `${locale === 'nl' ? 'verslag' : 'report'}-${report.programme.slug}-${report.quarter.key}`;
  const mark = demoMark(context.locals);
  if (form === 'json') {
    const content = { ...(mark && { demo: true }), ...report };
    return file(`${name}.json`, 'application/json', JSON.stringify(content, null, 2));
  }
  const programme = await mustHave(api.programmes[':id'].$get({ param: { id: programma } }));
  if (programme instanceof Response) return programme;
  const { creditLine } = programme;
  const vatKnown = isExVat(programme, report.quarter.ordinal);
  if (form === 'csv') {
    const { head, cells } = figureTable(allRows(report, locale, vatKnown), report.asOf, locale);
    return csvResponse(name, csv(...marked(head, cells, mark)));
  }
  return file(
    `${name}.xlsx`,
    XLSX,
    new Uint8Array(await workbook(report, { creditLine, mark, vatKnown }, locale)),
  );
}

const file = (name: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
