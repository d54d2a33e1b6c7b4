import { mayHave, toTheEnd } from './answers.ts';
import type { Client } from './client.ts';
import type { SessionItem } from './show/types.ts';

/** All dates to come of a module, in order of start. */
export const datesOf = (api: Client, moduleId: string): Promise<SessionItem[]> =>
  toTheEnd((cursor) =>
    mayHave(api.sessions.$get({ query: { module: moduleId, status: 'scheduled', limit: '100', cursor } })),
  );
