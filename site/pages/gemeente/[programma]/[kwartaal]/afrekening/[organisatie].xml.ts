import type { APIRoute } from 'astro';
import { demoMark } from '../../../../../demo-mark.ts';
import { problemOf } from '../../../../../forms.ts';
import { refusedDownload } from '../../../../../gemeente/refused-download.ts';
import { texts } from '../../../../../texts/index.ts';
import { ubl } from '../../../../../gemeente/money/ubl.ts';
import { mustHave } from '../../../../../answers.ts';

/** A settlement of one organisation for bookkeeping; the first one of the quarter, or that with `nummer`. */
export const GET: APIRoute = async (context) => {
  const { api, locale } = context.locals;
  const { programma = '', kwartaal = '', organisatie = '' } = context.params;
  const number = context.url.searchParams.get('nummer') ?? '1';
  const invoice = await mustHave(
    api.programmes[':id'].quarters[':ordinal'].settlements[':number'].invoices[':organisation'].$get({
      param: { id: programma, ordinal: kwartaal, number, organisation: organisatie },
    }),
    async (answer) => {
      if (answer.status !== 409) return refusedDownload(context)(answer);
      const { code } = await problemOf(answer);
      const { title, text } = texts(locale).problems.of(code);
      return new Response(`${title}. ${text}`, {
        status: 409,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
      });
    },
  );
  if (invoice instanceof Response) return invoice;
  return new Response(ubl(invoice, demoMark({ ...context.locals, locale: 'nl' })), {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${invoice.number}-${organisatie}.xml"`,
      'Cache-Control': 'no-store',
    },
  });
};
