import type { APIContext } from 'astro';
import type { z } from 'zod';
import type { publicFigures } from '../../api/steering/public-figures/schema.ts';
import type { Client } from '../client.ts';
import { type Cell, csv } from '../csv.ts';
import { marked } from '../demo-mark.ts';
import { localDate } from '../../api/language/time.ts';
import { mayHave, mustHave, notFound } from '../answers.ts';

export type PublicFigures = z.output<typeof publicFigures>;

/** The public figures of a programme; null when there is no such programme, or it is a draft. */
export const publicFiguresOf = (api: Client, id: string): Promise<PublicFigures | null> =>
  mayHave(api.programmes[':id']['public-figures'].$get({ param: { id } }));

/** Those of all programmes that are running or archived. */
export async function allPublicFigures(api: Client): Promise<PublicFigures[]> {
  const { items } = await mustHave(api.programmes.$get());
  const open = items.filter(({ status }) => status !== 'draft');
  const found = await Promise.all(open.map(({ slug }) => publicFiguresOf(api, slug)));
  return found.filter((one) => one !== null);
}

const head = [
  'programme',
  'municipality_code',
  'quarter',
  'starts_on',
  'ends_on',
  'as_of',
  'dimension',
  'category',
  'label',
  'figure',
  'value',
  'protected',
  'unit',
];

/** One figure a row, by RFC 4180: with the names of the API, a dot in numbers, and an empty value where it is protected. */
function publicCsv({ demo, programme, municipality, quarters }: PublicFigures) {
  const rows = quarters.flatMap((quarter) => {
    const row = (about: string[], figure: string, value: number | null, unit: string): Cell[] => [
      programme.slug,
      municipality.cbsCode,
      quarter.ordinal,
      quarter.startsOn,
      quarter.endsOn,
      localDate(quarter.asOf),
      ...about,
      figure,
      value,
      value === null ? 'true' : 'false',
      unit,
    ];
    const all = ['', '', ''];
    return [
      row(all, 'held', quarter.sessions.held, 'sessions'),
      row(all, 'cancelled', quarter.sessions.cancelled, 'sessions'),
      row(all, 'places', quarter.places, 'places'),
      row(all, 'registrations', quarter.registrations, 'registrations'),
      row(all, 'visits', quarter.visits, 'visits'),
      row(all, 'persons', quarter.persons, 'persons'),
      ...quarter.groups.map(({ group, held }) => row(['group', group, ''], 'held', held, 'sessions')),
      ...quarter.breakdowns.flatMap(({ dimension, rows: own }) =>
        own.map(({ category, label, visits }) =>
          row([dimension, category, label ?? ''], 'visits', visits, 'visits'),
        ),
      ),
    ];
  });
  return csv(...marked(head, rows, demo ? { label: 'demo', invented: 'true' } : null), 'data');
}

/** A file for everyone, also for pages of others. */
const openFile = (name: string, type: string, body: string) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=3600',
    },
  });

export async function openDownload({ locals, params }: APIContext, form: 'csv' | 'json') {
  const figures = await publicFiguresOf(locals.api, params.programma ?? '');
  if (!figures) return notFound();
  const name = `opkoers-${figures.programme.slug}.${form}`;
  return form === 'csv'
    ? openFile(name, 'text/csv; charset=utf-8', publicCsv(figures))
    : openFile(name, 'application/json', JSON.stringify(figures, null, 2));
}
