import type { APIRoute } from 'astro';
import { cell } from '../../../show/money/amounts.ts';
import { type Cell, csv, csvResponse } from '../../../csv.ts';
import { demoMark, marked } from '../../../demo-mark.ts';
import { localDate } from '../../../../api/language/time.ts';
import { refusedDownload } from '../../../gemeente/refused-download.ts';
import { texts } from '../../../texts/index.ts';
import { mustHave } from '../../../answers.ts';

const PAGE = '500';

/** The whole ledger of a programme as a table, newest first. */
export const GET: APIRoute = async (context) => {
  const { api, locale } = context.locals;
  const { finance } = texts(locale);
  const t = finance.ledger;
  const id = context.params.programma!;
  const rows: Cell[][] = [];
  let vat = finance.exVat;
  for (let cursor: string | undefined; ;) {
    const page = await mustHave(
      api.programmes[':id'].ledger.$get({ param: { id }, query: { limit: PAGE, cursor } }),
      refusedDownload(context),
    );
    if (page instanceof Response) return page;
    if (!page.vatKnown) vat = finance.vatUnknown;
    for (const it of page.items) {
      rows.push([
        it.at,
        it.quarter,
        it.session.title,
        localDate(it.session.startsAt),
        it.organisation.name,
        it.registrationId ?? t.whole,
        finance.states[it.from],
        finance.states[it.to],
        cell(it.cents),
        cell(it.vatCents),
      ]);
    }
    if (page.next === null) break;
    cursor = page.next;
  }
  const head = [
    t.at,
    t.quarter,
    t.session,
    t.sessionDate,
    t.organisation,
    t.registration,
    t.from,
    t.to,
    `${t.amount} ${vat}`,
    finance.vat,
  ];
  return csvResponse(
    `${locale === 'nl' ? 'grootboek' : 'ledger'}-${id}`,
    csv(...marked(head, rows, demoMark(context.locals))),
  );
};
