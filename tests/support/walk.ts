import { challengeCode } from '../../api/unit-of-work/secrets.ts';

/** What a test that goes over many pages reads from each, without a browser. */

/** The cookie of someone who signed in on a server with this secret. */
export async function cookieFor(url: string, secret: string, email: string) {
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { id } = (await (await post('/sign-ins', { email })).json()) as { id: string };
  const answer = await post('/auth-sessions', { id, code: challengeCode(secret, id) });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** Text of a page as it reads. */
const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x26;', '&')
    .replaceAll('&#38;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found && plain(found[1] ?? '');
};

/** The kind of page that an address is of: ids and slugs taken out, and of a question only what is asked. */
export function kindOf(path: string) {
  const { pathname, searchParams } = new URL(path, 'http://portal.example');
  const kind = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(
      /(\/aanbod|\/organisaties|\/gemeente(?:\/modules|\/organisaties)?|\/organisatie\/(?:modules|afrekening))\/(?!nieuw|modules|organisaties|mensen|contact|wijken)[^/]+/,
      '$1/:naam',
    )
    .replace(/\/\d{4}-(q\d|w\d+)|\/q?\d+(?=\/|$)/gi, '/:nummer');
  return `${kind} ${[...searchParams.keys()].sort().join()}`;
}

export type Form = { page: string; action: string; fields: [string, string][] };

/** The forms that change something, as someone would send them who fills in nothing more. */
export function formsOn(page: string, html: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => {
    const fields: [string, string][] = [];
    for (const [tag] of form.matchAll(/<(?:input|button)\b[^>]*>/g)) {
      const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')];
      const isOff = /^(checkbox|radio)$/.test(type ?? '') && attribute(tag, 'checked') === null;
      if (name && type !== 'file' && !isOff) fields.push([name, attribute(tag, 'value') ?? '']);
    }
    for (const [, tag, text] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
      fields.push([attribute(tag!, 'name')!, plain(text!)]);
    for (const [, tag, options] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const all = [...options!.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
      const chosen = all.find((option) => attribute(option, 'selected') !== null) ?? all[0];
      fields.push([attribute(tag!, 'name')!, (chosen && attribute(chosen, 'value')) ?? '']);
    }
    return { page, action: attribute(/<form[^>]*>/.exec(form)![0], 'action') || page, fields };
  });
}

/** The addresses on this server that a page links to. */
export const linksOn = (url: string, page: string, html: string) =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)]
    .map(([, href]) => new URL(plain(href!), url + page))
    .filter(({ origin }) => origin === url)
    .map(({ pathname, search }) => pathname + search);
