export type SessionState = 'held' | 'planned' | 'cancelled';

export const stateOf = (session: { status: string; endsAt: Date }, asOf: Date): SessionState =>
  session.status === 'cancelled' ? 'cancelled' : session.endsAt <= asOf ? 'held' : 'planned';

export const countStates = (states: SessionState[]) => ({
  held: states.filter((state) => state === 'held').length,
  planned: states.filter((state) => state === 'planned').length,
  cancelled: states.filter((state) => state === 'cancelled').length,
});
