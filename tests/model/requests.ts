export type Proof = 'link' | 'owner' | 'stranger';

/** A request with all that it asks, so that it can be sent again as it was. People, sessions and such by index. */
export type Request = { key: boolean } & (
  | { ask: 'register'; person: number; session: number; kvkNumber: string | null; signedIn: boolean }
  /** With the code of the nth mail about this registration; null is a code that is in none. */
  | { ask: 'confirm'; registration: number; nthLetter: number | null }
  | { ask: 'cancel'; registration: number; by: Proof; owner: number }
  | { ask: 'swap'; registration: number; to: number; by: Proof; owner: number }
  | { ask: 'change'; session: number; capacity?: number; startsAt?: number; by: 'organiser' | 'other' }
  | { ask: 'cancelSession'; session: number; by: 'organiser' | 'other' }
);
export type Ask<A extends Request['ask']> = Extract<Request, { ask: A }>;
