import type { APIContext } from 'astro';
import { cell, isVatKnown, type Line } from '../../show/money/amounts.ts';
import { type Cell, csv, csvResponse } from '../../csv.ts';
import { demoMark, marked } from '../../demo-mark.ts';
import { localDate } from '../../../api/language/time.ts';
import { refusedDownload } from '../refused-download.ts';
import { texts } from '../../texts/index.ts';
import { mustHave } from '../../answers.ts';

/**
 * What is owed over a quarter as a table: the lines of each settlement, and until there is one those of now. For the
 * municipality all of it, for an organisation its own part.
 */
export async function settlementCsv(context: APIContext) {
  const { api, locale } = context.locals;
  const { programma = '', kwartaal = '' } = context.params;
  const t = texts(locale).settlements.page;
  const settlement = await mustHave(
    api.programmes[':id'].quarters[':ordinal'].settlement.$get({
      param: { id: programma, ordinal: kwartaal },
    }),
    refusedDownload(context),
  );
  if (settlement instanceof Response) return settlement;
  const vatKnown = isVatKnown(settlement);
  const row = (code: string, organisation: string, line: Line): Cell[] => [
    code,
    organisation,
    line.title,
    localDate(line.startsAt),
    t.unitName[line.unit],
    line.quantity,
    cell(line.unitCents),
    t.rates[line.vatRate],
    cell(line.exVatCents),
    ...(vatKnown ? [cell(line.vatCents), cell(line.exVatCents + line.vatCents)] : ['', '']),
  ];
  const rows =
    settlement.settlements.length > 0
      ? settlement.settlements.flatMap(({ code, organisations }) =>
          organisations.flatMap(({ name, lines }) => lines.map((line) => row(code, name, line))),
        )
      : settlement.organisations.flatMap(({ organisation, lines }) =>
          lines.map((line) => row(t.notYet, organisation.name, line)),
        );
  const columns = vatKnown ? t.columns : { ...t.columns, ...t.columnsUnknown };
  const { programme, quarter } = settlement;
  const name = `${locale === 'nl' ? 'afrekening' : 'settlement'}-${programme.slug}-${quarter.ordinal}`;
  return csvResponse(name, csv(...marked(Object.values(columns), rows, demoMark(context.locals))));
}
