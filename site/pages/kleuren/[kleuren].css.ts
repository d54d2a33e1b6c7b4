import type { APIRoute } from 'astro';
import { notFound } from '../../answers.ts';

const NAMED = /^([0-9a-f]{6})-([0-9a-f]{6})$/;
const rules = (colour: string) =>
  `html:root{--basis-color-accent-1-color-default:#${colour};--opkoers-municipality-color:#${colour};--opkoers-municipality-line:4px}`;

/** The colour of a municipality on light paper and on dark, both in the address: so the sheet never changes. */
export const GET: APIRoute = ({ params }) => {
  const [, onLight, onDark] = NAMED.exec(params.kleuren ?? '') ?? [];
  if (!onLight || !onDark) return notFound();
  const sheet = `${rules(onLight)}\n@media (prefers-color-scheme:dark){${rules(onDark)}}\n`;
  return new Response(sheet, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
};
