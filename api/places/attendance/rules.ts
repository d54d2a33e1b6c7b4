import { plusMinutes } from '../../language/time.ts';

const DOOR_OPENS_MINUTES = 60;

export const markableFrom = (session: { startsAt: Date }) =>
  plusMinutes(session.startsAt, -DOOR_OPENS_MINUTES);

/** People come in before the start, so presence can be marked an hour ahead; corrections stay possible afterwards. */
export const isMarkable = (session: { startsAt: Date; status: string }, now: Date) =>
  session.status === 'scheduled' && markableFrom(session) <= now;
