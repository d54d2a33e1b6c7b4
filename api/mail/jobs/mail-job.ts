import type { Locale } from '../../language/locale.ts';

/**
 * What to mail, by reference: the queue holds no names or addresses. The worker reads the facts when it sends.
 * The recipient's language is that of the account, or `locale` where there is no account yet.
 */
export type MailJob =
  | { kind: 'signIn'; challengeId: string; locale: Locale }
  | StaffJob
  | { kind: 'confirm'; registrationId: string; challengeId: string }
  /** Someone asked for a place with an address that has one: its owner hears of it, and gets no code. */
  | { kind: 'tried'; registrationId: string; challengeId: string }
  | { kind: 'confirmed'; registrationId: string }
  | { kind: 'swapped'; registrationId: string; fromSessionId: string }
  | { kind: 'waitlisted'; registrationId: string }
  | { kind: 'offer'; registrationId: string; challengeId: string }
  | {
      kind: 'moved';
      registrationId: string;
      /** The session that moved: perhaps one that the registration also waits for. */
      sessionId: string;
      change: 'time' | 'place' | 'timeAndPlace' | 'online' | 'back';
      /** The start before this change; null when it stayed. */
      startedAt: string | null;
    }
  /** A session is off that the registration waited for; it waits for others still. */
  | { kind: 'stillWaiting'; registrationId: string; sessionId: string }
  | { kind: 'cancelled'; registrationId: string }
  | DecisionJob
  | KvkNumberJob
  | NoticeJob
  | DigestJob
  | SignalJob
  | MeasureJob
  | ModuleJob
  | OrganisationJob;

/** What the portal itself thinks of telling. `startsAt` is the start that a reminder is about. */
export type NoticeJob =
  | { kind: 'reminder'; registrationId: string; startsAt: string }
  | { kind: 'thanks'; registrationId: string }
  | { kind: 'offerExpired'; registrationId: string };

/** Who pays came out otherwise than before, by the rules or by a person. */
export type DecisionJob =
  | { kind: 'decision'; registrationId: string; decisionId: string }
  | { kind: 'reviewOutcome'; registrationId: string; reviewId: string };

/** Staff asks for the number of who gave none. */
export type KvkNumberJob = { kind: 'kvkNumber'; registrationId: string };

/** `weekStartsOn` is the local date of a Monday. */
export type DigestJob = { kind: 'digest'; accountId: string; weekStartsOn: string };

/** Figures that ask for attention, for who works for an association. */
export type SignalJob = { kind: 'signal'; signalId: string; accountId: string };

/** To someone who works for an executor of the programme. */
export type MeasureJob = { kind: 'measure' | 'measureUndone'; measureId: string; accountId: string };

/** To who reviews modules for the municipality, and to who offers the module that was decided on. */
export type ModuleJob =
  | { kind: 'moduleSubmitted'; moduleId: string; accountId: string }
  | { kind: 'moduleDecided'; moduleId: string; accountId: string; step: 'approve' | 'send-back' };

/** To who applied with an organisation: the municipality decided. */
export type OrganisationJob = { kind: 'organisationDecided'; organisationId: string; accountId: string };

/** What became of someone who works, or worked, for an organisation or municipality. */
export type StaffChange = 'joined' | 'duty' | 'left';
export type StaffJob =
  | { kind: 'invitation'; invitationId: string; locale: Locale }
  | {
      kind: 'staffChanged';
      accountId: string;
      workplaceId: string;
      aboutId: string;
      byId: string;
      change: StaffChange;
    };

export type RegistrationJob = Exclude<
  MailJob,
  | { kind: 'signIn' }
  | { kind: 'tried' }
  | StaffJob
  | NoticeJob
  | DigestJob
  | DecisionJob
  | KvkNumberJob
  | SignalJob
  | MeasureJob
  | ModuleJob
  | OrganisationJob
>;
