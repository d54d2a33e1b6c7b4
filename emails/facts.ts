import type { Locale } from '../api/language/locale.ts';
import type { Duty } from '../api/language/vocabularies.ts';

export type { Locale };

/** `url` with the host; the size is that of the picture itself. */
export type LogoFacts = { url: string; width: number; height: number; alt: string };

/** Who is behind a mail, and how to reach them. */
export type SenderFacts = {
  /** Gemeente and associations, in the order of the agreement. Empty when a mail is about no programme. */
  names: string[];
  /** Of these, by name, the logos that are known. */
  logos: Record<string, LogoFacts>;
  creditLine: string | null;
  municipality: { name: string; phone: string | null } | null;
  siteUrl: string;
  /** The page with everything that can be booked. */
  offerUrl: string;
  /** Whether an answer to the mail is read by someone. */
  canReply: boolean;
  /** Whether the portal holds demo data: then nothing in the mail is real, and it says so. */
  isDemo: boolean;
};

export type SessionFacts = {
  title: string;
  kind: 'coaching' | 'knowledge' | 'workshop' | 'inspiration' | 'network' | 'oneOnOne';
  startsAt: Date;
  endsAt: Date;
  deliveryMode: 'onLocation' | 'online' | 'hybrid';
  venue: {
    name: string;
    street: string;
    postcode: string;
    city: string;
    accessibility: string | null;
    geo: { lat: number; lon: number } | null;
  } | null;
  onlineUrl: string | null;
  leader: string | null;
  organisers: string[];
  url: string;
};

/** Amounts in cents; the own contribution includes VAT. */
export type CostFacts = {
  payer: 'municipality' | 'entrepreneur';
  exVatCents: number;
  vatCents: number;
  ownContributionCents: number;
  /** Someone still looks at it. */
  provisional: boolean;
  /** Why, in the language of the reader. */
  reasons: string[];
};

/** What makes an invitation the same appointment in every calendar, through every change. */
export type CalendarFacts = {
  uid: string;
  sequence: number;
  organiser: { name: string; email: string };
  stampedAt: Date;
  /** All meetings of a registration that has several, in order; left out when there is one. */
  meetings?: MeetingFacts[];
};

/** One of several meetings: calendars know it by the uid of the registration with the start that was first sent. */
export type MeetingFacts = { session: SessionFacts; sequence: number; firstStartsAt: Date };

export type RegistrationFacts = {
  recipient: { name: string; email: string };
  session: SessionFacts;
  cost: CostFacts | null;
  manageUrl: string;
  sender: SenderFacts;
  /** State aid that was granted with the place, in cents ex VAT: the reader must hear it. */
  aidCents?: number | null;
};

export type SignInFacts = { url: string; code: string; expiresAt: Date; sender: SenderFacts };
export type HeldFacts = RegistrationFacts & { url: string; code: string; expiresAt: Date };
/** What was filled in with a booking, by whoever did. */
export type GivenFacts = {
  name: string;
  kvkNumber: string | null;
  declarations: { sentence: string; answer: boolean }[];
  deMinimisCents: number | null;
};
/** `asksToWait`: for a turn in the queue, not for a place. */
export type ConfirmFacts = HeldFacts & { given: GivenFacts; asksToWait: boolean };
/** `triedAs`: the name that was typed. `has`: how the reader's own registration stands. */
export type TriedFacts = RegistrationFacts & {
  triedAs: string;
  has: 'confirmed' | 'offered' | 'waitlisted';
};
export type ConfirmedFacts = RegistrationFacts & { calendar: CalendarFacts };
export type SwappedFacts = ConfirmedFacts & { previousStartsAt: Date };
/** The queues someone is in, in order of start. */
type Queues = { startsAt: Date; position: number }[];
/** `reservedUntil`: why a member waits while places are free; null when the session is full. */
export type WaitlistedFacts = RegistrationFacts & {
  position: number;
  queues: Queues;
  reservedUntil: Date | null;
};
/** The session is off; these queues are left. */
export type StillWaitingFacts = RegistrationFacts & { queues: Queues };
export type MovedFacts = RegistrationFacts & {
  change: 'time' | 'place' | 'timeAndPlace' | 'online' | 'back';
  /** Null when the start stayed. */
  previousStartsAt: Date | null;
  /** For a confirmed place: the appointment changes. */
  calendar: CalendarFacts | null;
  /** For someone in the queue. */
  position: number | null;
  /** For a place that is not confirmed yet: until when that can be. A held one is not known to be the reader's. */
  open: { until: Date; proved: boolean } | null;
};
export type CancelledFacts = RegistrationFacts & {
  by: 'participant' | 'organiser';
  /** The whole session is off, not this registration alone. */
  sessionCancelled: boolean;
  /** Null when the appointment never was in a calendar. */
  calendar: CalendarFacts | null;
};

/** `daysAhead`: local days between sending and the start. */
export type ReminderFacts = RegistrationFacts & { daysAhead: number; unsubscribeUrl: string };
export type ThanksFacts = RegistrationFacts & { unsubscribeUrl: string };

/** Every reason, in the language of the reader. */
export type DecisionFacts = RegistrationFacts & {
  outcome: 'eligible' | 'not-eligible' | 'needs-review';
  reasons: { sentence: string; met: 'yes' | 'no' | 'unknown' }[];
  decidedAt: Date;
};
export type ReviewFacts = RegistrationFacts & {
  granted: boolean;
  /** In the words of who looked. */
  explanation: string | null;
  reviewedAt: Date;
};

type StaffFacts = { recipient: { name: string; email: string }; sender: SenderFacts; url: string };
export type InvitationFacts = {
  sender: SenderFacts;
  url: string;
  email: string;
  /** The organisation or municipality. */
  workplace: string;
  duty: Duty;
  invitedBy: string | null;
  expiresAt: Date;
};
export type StaffChangedFacts = StaffFacts & {
  workplace: string;
  change: 'joined' | 'duty' | 'left';
  /** Null is the reader. */
  who: string | null;
  by: string;
  /** What they do there now; null is nothing any more. */
  duty: Duty | null;
};
export type SignalFacts = StaffFacts & {
  programme: string;
  title: string;
  explanation: string;
  figures: { label: string; value: string }[];
  /** What the reader can do. */
  suggestions: string[];
  asOf: Date;
};
export type MeasureFacts = StaffFacts & {
  programme: string;
  measure: 'reduceContribution' | 'pause' | 'coSteer' | 'scaleDown' | 'stop';
  description: string;
  motivation: string;
  from: Date;
};
/** `motivation` is why it was taken back, `from` the day on which it would have begun. */
export type MeasureUndoneFacts = Omit<MeasureFacts, 'measure'>;
export type OrganisationDecidedFacts = StaffFacts & {
  organisation: string;
  /** Null when it was approved. */
  refusedBecause: string | null;
};
/** `summary` is the one sentence that stands in lists. */
export type ModuleSubmittedFacts = StaffFacts & {
  module: string;
  summary: string;
  organisation: string;
  programme: string;
};
export type ModuleDecidedFacts = StaffFacts & {
  module: string;
  programme: string;
  /** Null when it was approved. */
  sentBackBecause: string | null;
};
export type DigestFacts = {
  recipient: { name: string; email: string };
  sender: SenderFacts;
  organisations: string[];
  /** Monday and Sunday. */
  from: Date;
  until: Date;
  sessions: (Pick<SessionFacts, 'title' | 'kind' | 'startsAt' | 'endsAt' | 'url'> & {
    /** Null when only online. */
    place: string | null;
    taken: number;
    capacity: number;
    waiting: number;
    /** Names of participants whom mail does not reach. */
    unreachable: string[];
  })[];
  deskUrl: string;
  unsubscribeUrl: string;
};
