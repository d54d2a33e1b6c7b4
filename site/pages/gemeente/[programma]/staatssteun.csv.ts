import type { APIRoute } from 'astro';
import { cell } from '../../../show/money/amounts.ts';
import { csv, csvResponse } from '../../../csv.ts';
import { demoMark, marked } from '../../../demo-mark.ts';
import { refusedDownload } from '../../../gemeente/refused-download.ts';
import { texts } from '../../../texts/index.ts';
import { mustHave } from '../../../answers.ts';

/** The register of state aid of a programme as a table, what is late first. */
export const GET: APIRoute = async (context) => {
  const { api, locale } = context.locals;
  const t = texts(locale).finance.aid;
  const id = context.params.programma!;
  const aid = await mustHave(
    api.programmes[':id']['de-minimis'].$get({ param: { id } }),
    refusedDownload(context),
  );
  if (aid instanceof Response) return aid;
  const head = [
    t.business,
    t.name,
    t.amount,
    t.grantedOn,
    t.registerBefore,
    t.registeredOn,
    t.reference,
    t.withdrawnOn,
    t.state,
  ];
  const rows = aid.items.map((it) => [
    it.kvkNumber,
    it.name,
    cell(it.cents),
    it.grantedOn,
    it.registerBefore,
    it.registeredOn,
    it.registerReference,
    it.withdrawnOn,
    t.states[it.state],
  ]);
  return csvResponse(
    `${locale === 'nl' ? 'staatssteun' : 'state-aid'}-${id}`,
    csv(...marked(head, rows, demoMark(context.locals))),
  );
};
