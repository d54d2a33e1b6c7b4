import { paths } from '../../api/language/paths.ts';
import { isId } from '../links.ts';
/** What the address of a fresh registration tells someone who is not signed in: nothing about a person. */
export interface Placed {
  sessionId: string;
  until?: string;
  position?: number;
}

export function placedPath(id: string, { sessionId, until, position }: Placed): string {
  const query = new URLSearchParams({ sessie: sessionId });
  if (until) query.set('tot', until);
  if (position) query.set('plek', String(position));
  return `${paths.registration(id)}?${query}`;
}

/** Anyone can make up an address, so only what the API could have said is shown. */
export function placedFrom(params: URLSearchParams): Placed | null {
  const sessionId = params.get('sessie') ?? '';
  if (!isId(sessionId)) return null;
  const until = params.get('tot') ?? '';
  const position = params.get('plek') ?? '';
  const isMoment =
    /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(until) && !Number.isNaN(Date.parse(until));
  return {
    sessionId,
    ...(isMoment && { until }),
    ...(/^[1-9]\d{0,4}$/.test(position) && Number(position) <= 10_000 && { position: Number(position) }),
  };
}
