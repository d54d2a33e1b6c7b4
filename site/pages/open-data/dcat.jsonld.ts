import type { APIRoute } from 'astro';
import { demoMark } from '../../demo-mark.ts';
import { catalogue } from '../../open-data/dcat.ts';
import { allPublicFigures } from '../../open-data/open-data.ts';

/** What open data there is, for catalogues such as data.overheid.nl. */
export const GET: APIRoute = async ({ locals }) => {
  const all = await allPublicFigures(locals.api);
  return new Response(
    JSON.stringify(
      catalogue({
        all,
        publicUrl: locals.publicUrl,
        mark: demoMark({ isDemo: locals.isDemo, locale: 'nl' }),
      }),
      null,
      2,
    ),
    {
      headers: {
        'Content-Type': 'application/ld+json',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'public, max-age=3600',
      },
    },
  );
};
