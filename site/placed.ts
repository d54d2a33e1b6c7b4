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
  return `/aanmeldingen/${id}?${query}`;
}

export function placedFrom(params: URLSearchParams): Placed | null {
  const sessionId = params.get('sessie');
  if (!sessionId) return null;
  const until = params.get('tot') ?? '';
  const position = Number(params.get('plek'));
  return {
    sessionId,
    ...(!Number.isNaN(Date.parse(until)) && { until }),
    ...(Number.isInteger(position) && position > 0 && { position }),
  };
}
