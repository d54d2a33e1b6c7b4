type Item = { title: string; startsAt: string; endsAt: string; location: string; url: string };

const query = (pairs: Record<string, string>) => new URLSearchParams(pairs).toString();
const compact = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '');

/** The page of Google Agenda on which one saves this appointment. */
export const googleLink = ({ title, startsAt, endsAt, location, url }: Item) =>
  `https://calendar.google.com/calendar/render?${query({
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    ctz: 'Europe/Amsterdam',
    location,
    details: url,
  })}`;

/** The same of Outlook: `live` is that for people, `office` that for work. */
export const outlookLink = (kind: 'live' | 'office', { title, startsAt, endsAt, location, url }: Item) =>
  `https://outlook.${kind}.com/calendar/0/deeplink/compose?${query({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    location,
    body: url,
  })}`;

/** What makes a program subscribe to a calendar instead of copying it once. */
export const webcal = (url: string) => url.replace(/^https?:/, 'webcal:');

export const googleSubscribe = (url: string) =>
  `https://calendar.google.com/calendar/r?${query({ cid: webcal(url) })}`;

export const outlookSubscribe = (kind: 'live' | 'office', url: string, name: string) =>
  `https://outlook.${kind}.com/calendar/0/addfromweb?${query({ url, name })}`;
