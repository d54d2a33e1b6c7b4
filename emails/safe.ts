/** User-typed text as one line without control or direction characters: safe in a header, in text and in a calendar. */
export const oneLine = (value: string) =>
  value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Cuts at whole characters, so that an emoji is never halved. */
export function shorten(value: string, length: number) {
  const characters = [...oneLine(value)];
  return characters.length <= length
    ? characters.join('')
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (value: string) => value.replace(/[&<>"']/g, (character) => entities[character]!);

const couldBeLink = (line: string) => /[/:@\\]|\.\p{L}{2}|www/iu.test(line);

/** A name that could be read as a link is not greeted with: anyone may type a name and someone else's address. */
export const greetingName = (name: string) => {
  const line = shorten(name, 60);
  return couldBeLink(line) ? '' : line;
};

/** What anyone may have typed, where it must be told: set apart so that no mail program makes a link of it. */
export const unlinked = (value: string) => {
  const line = shorten(value, 120);
  return couldBeLink(line) ? oneLine(line.replace(/[/:@\\.]/g, ' $& ')) : line;
};

/** Name and address of `Opkoers <noreply@opkoers.example>`, or of an address alone. */
export function parseAddress(value: string) {
  const match = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(oneLine(value));
  const email = (match?.[2] ?? oneLine(value)).trim();
  const name = match?.[1]?.replace(/^"(.*)"$/, (_, quoted: string) => quoted.replace(/\\(.)/g, '$1'));
  return { name: name || email, email };
}
