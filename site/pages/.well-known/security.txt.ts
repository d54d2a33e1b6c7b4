import type { APIRoute } from 'astro';
import { paths } from '../../../api/language/paths.ts';

const VALID_DAYS = 90;

export const GET: APIRoute = async ({ locals }) => {
  const { publicUrl, contacts } = locals;
  const ofMunicipalities = (await locals.help()).flatMap((one) => one.contacts.security ?? []);
  const mailboxes = new Set([...(contacts.security ? [contacts.security] : []), ...ofMunicipalities]);
  const address = (path: string) => new URL(path, publicUrl).href;
  const expires = new Date(Date.now() + VALID_DAYS * 24 * 60 * 60 * 1000);
  const lines = [
    ...[...mailboxes].map((mailbox) => `Contact: mailto:${mailbox}`),
    `Contact: ${address(`${paths.privacy()}#veiligheid`)}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${address('/.well-known/security.txt')}`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
