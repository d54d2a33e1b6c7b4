import type {
  CalendarFacts,
  GivenFacts,
  HeldFacts,
  Locale,
  RegistrationFacts,
  SignInFacts,
} from '../../emails/facts.ts';
import { decision } from '../../emails/templates/decision.ts';
import { digest } from '../../emails/templates/digest.ts';
import { kvkNumber } from '../../emails/templates/kvk-number.ts';
import { measure } from '../../emails/templates/measure.ts';
import { measureUndone } from '../../emails/templates/measure-undone.ts';
import { moduleDecided } from '../../emails/templates/module-decided.ts';
import { moduleSubmitted } from '../../emails/templates/module-submitted.ts';
import { offerExpired } from '../../emails/templates/offer-expired.ts';
import { organisationDecided } from '../../emails/templates/organisation-decided.ts';
import { reminder } from '../../emails/templates/reminder.ts';
import { reviewOutcome } from '../../emails/templates/review-outcome.ts';
import { signal } from '../../emails/templates/signal.ts';
import { thanks } from '../../emails/templates/thanks.ts';
import { cancelled } from '../../emails/templates/cancelled.ts';
import { confirm } from '../../emails/templates/confirm.ts';
import { confirmed } from '../../emails/templates/confirmed.ts';
import { moved } from '../../emails/templates/moved.ts';
import { offer } from '../../emails/templates/offer.ts';
import { signIn } from '../../emails/templates/sign-in.ts';
import { stillWaiting } from '../../emails/templates/still-waiting.ts';
import { swapped } from '../../emails/templates/swapped.ts';
import { tried } from '../../emails/templates/tried.ts';
import { waitlisted } from '../../emails/templates/waitlisted.ts';

/** A workshop on Tuesday 2 February 2027, 19.30 to 21.30, in Amstelveen and online. */
export const registration: RegistrationFacts = {
  recipient: { name: 'Noor Voorbeeld', email: 'noor@example.com' },
  session: {
    title: 'Beter zichtbaar met een klein budget',
    kind: 'workshop',
    startsAt: new Date('2027-02-02T18:30:00Z'),
    endsAt: new Date('2027-02-02T20:30:00Z'),
    deliveryMode: 'hybrid',
    venue: {
      name: 'De Zaal',
      street: 'Voorbeeldstraat 1',
      postcode: '1180 AA',
      city: 'Amstelveen',
      accessibility: 'Toegankelijk met een rolstoel',
      geo: { lat: 52.3, lon: 4.86 },
    },
    onlineUrl: 'https://meet.example/zichtbaar',
    leader: 'Sam Voorbeeld',
    organisers: ['VAD', 'OA'],
    url: 'https://opkoers.example/sessies/0194a3f0-0000-7000-8000-000000000001',
  },
  cost: {
    payer: 'municipality',
    exVatCents: 18000,
    vatCents: 3780,
    ownContributionCents: 4500,
    provisional: false,
    reasons: ['Zo is het afgesproken.'],
  },
  manageUrl: 'https://opkoers.example/aanmeldingen/0194a3f0-0000-7000-8000-000000000002/secret-manage-token',
  sender: {
    names: ['Gemeente Amstelveen', 'VAD', 'OA', 'KHN'],
    logos: {},
    creditLine: 'Back on Track wordt mogelijk gemaakt door de gemeente Amstelveen.',
    municipality: { name: 'Amstelveen', phone: '020 000 00 00' },
    siteUrl: 'https://opkoers.example',
    offerUrl: 'https://opkoers.example/aanbod',
    canReply: true,
    isDemo: false,
  },
};

export const calendar: CalendarFacts = {
  uid: '0194a3f0-0000-7000-8000-000000000002@opkoers.example',
  sequence: 2,
  organiser: { name: 'Opkoers', email: 'noreply@opkoers.example' },
  stampedAt: new Date('2027-01-05T09:00:00Z'),
};

const signInFacts = ({ sender }: RegistrationFacts): SignInFacts => ({
  url: 'https://opkoers.example/inloggen/secret-sign-in-token',
  code: '048213',
  expiresAt: new Date('2027-01-05T10:00:00Z'),
  sender: { ...sender, names: [], creditLine: null, municipality: null },
});

const held = (facts: RegistrationFacts): HeldFacts => ({
  ...facts,
  url: 'https://opkoers.example/bevestigen/secret-confirm-token',
  code: '048213',
  expiresAt: new Date('2027-01-05T10:30:00Z'),
});

const given = ({ recipient }: RegistrationFacts): GivenFacts => ({
  name: recipient.name,
  kvkNumber: '69599084',
  declarations: [{ sentence: 'Mijn bedrijf is niet failliet.', answer: true }],
  deMinimisCents: 125_00,
});

const unsubscribeUrl = 'https://opkoers.example/afmelden/secret-unsubscribe-token';
const reasons = ({ session }: RegistrationFacts) =>
  [
    { sentence: 'De bijeenkomst valt binnen een programma dat nu loopt.', met: 'yes' },
    { sentence: `Uw bedrijf staat in Amstelveen, en ${session.title} ook.`, met: 'no' },
    { sentence: 'Wij weten nog niet hoe vaak u al meedeed.', met: 'unknown' },
  ] as const;

/** The mails that look back, decide and report. */
const laterMails = (facts: RegistrationFacts, locale: Locale) => {
  const { recipient, sender, session } = facts;
  const decidedAt = new Date('2027-01-06T09:00:00Z');
  const judged = { ...facts, reasons: [...reasons(facts)], decidedAt };
  const staff = { recipient, sender, url: 'https://opkoers.example/gemeente/back-on-track/2' };
  const programme = `Back on Track ${session.title}`;
  return {
    offerExpired: offerExpired(facts, locale),
    reminder: reminder({ ...facts, daysAhead: 1, unsubscribeUrl }, locale),
    reminderOfWeek: reminder({ ...facts, daysAhead: 7, unsubscribeUrl }, locale),
    reminderOfHours: reminder({ ...facts, daysAhead: 0, unsubscribeUrl }, locale),
    thanks: thanks({ ...facts, cost: null, unsubscribeUrl }, locale),
    decision: decision({ ...judged, outcome: 'eligible' }, locale),
    decisionAgainst: decision({ ...judged, outcome: 'not-eligible' }, locale),
    decisionToCome: decision({ ...judged, outcome: 'needs-review' }, locale),
    kvkNumber: kvkNumber(facts, locale),
    reviewGranted: reviewOutcome(
      { ...facts, granted: true, explanation: null, reviewedAt: decidedAt },
      locale,
    ),
    reviewRefused: reviewOutcome(
      {
        ...facts,
        granted: false,
        explanation: `Uw bedrijf staat in een andere gemeente. ${session.title}`,
        reviewedAt: decidedAt,
      },
      locale,
    ),
    signal: signal(
      {
        ...staff,
        programme,
        title: 'Weinig belangstelling',
        explanation: 'Minder dan de helft van de plaatsen is bezet.',
        figures: [{ label: 'Bezet', value: '32 van de 80 plaatsen' }],
        suggestions: ['Deel het aanbod buiten uw eigen ledenlijst.'],
        asOf: decidedAt,
      },
      locale,
    ),
    measure: measure(
      {
        ...staff,
        programme,
        measure: 'reduceContribution',
        description: 'De bijdrage per bijeenkomst gaat van € 2.500 naar € 2.000.',
        motivation: `Er kwamen te weinig ondernemers. ${session.title}`,
        from: new Date('2027-02-17T09:00:00Z'),
      },
      locale,
    ),
    measureUndone: measureUndone(
      {
        ...staff,
        programme,
        description: 'De bijdrage per bijeenkomst gaat van € 2.500 naar € 2.000.',
        motivation: `Er is een beter plan. ${session.title}`,
        from: new Date('2027-02-17T09:00:00Z'),
      },
      locale,
    ),
    organisationApproved: organisationDecided(
      { ...staff, organisation: `Stichting Vooruit ${session.title}`, refusedBecause: null },
      locale,
    ),
    organisationRefused: organisationDecided(
      {
        ...staff,
        organisation: `Stichting Vooruit ${session.title}`,
        refusedBecause: `Uw aanbod past niet bij het programma.\nBel ons gerust. ${session.title}`,
      },
      locale,
    ),
    moduleSubmitted: moduleSubmitted(
      {
        ...staff,
        programme,
        module: session.title,
        summary: `Wat klanten van u willen. ${session.title}`,
        organisation: `Stichting Vooruit ${session.title}`,
      },
      locale,
    ),
    moduleApproved: moduleDecided(
      { ...staff, programme, module: session.title, sentBackBecause: null },
      locale,
    ),
    moduleSentBack: moduleDecided(
      {
        ...staff,
        programme,
        module: session.title,
        sentBackBecause: `Schrijf erbij voor wie het is.\nEn wat het kost. ${session.title}`,
      },
      locale,
    ),
    digest: digest(
      {
        recipient,
        sender,
        organisations: ['VAD'],
        from: new Date('2027-02-01T06:00:00Z'),
        until: new Date('2027-02-07T06:00:00Z'),
        sessions: [
          {
            ...session,
            place: session.venue?.name ?? null,
            taken: 12,
            capacity: 20,
            waiting: 3,
            unreachable: [recipient.name, 'Sam Voorbeeld'],
          },
          { ...session, place: null, taken: 4, capacity: 4, waiting: 0, unreachable: [] },
        ],
        deskUrl: 'https://opkoers.example/organisatie',
        unsubscribeUrl,
      },
      locale,
    ),
  };
};
const queues = [
  { startsAt: new Date('2027-02-02T18:30:00Z'), position: 3 },
  { startsAt: new Date('2027-02-09T18:30:00Z'), position: 1 },
];

/** One mail of every kind. */
export const everyMail = (facts: RegistrationFacts, locale: Locale) => ({
  signIn: signIn(signInFacts(facts), locale),
  confirm: confirm({ ...held(facts), given: given(facts), asksToWait: false }, locale),
  confirmToWait: confirm({ ...held(facts), given: given(facts), asksToWait: true }, locale),
  tried: tried({ ...facts, triedAs: facts.recipient.name, has: 'confirmed' }, locale),
  confirmed: confirmed({ ...facts, calendar }, locale),
  swapped: swapped({ ...facts, calendar, previousStartsAt: new Date('2027-01-26T18:30:00Z') }, locale),
  waitlisted: waitlisted({ ...facts, position: 3, queues: [], reservedUntil: null }, locale),
  waitlistedForReserve: waitlisted(
    { ...facts, position: 1, queues: [], reservedUntil: new Date('2027-01-26T23:00:00Z') },
    locale,
  ),
  waitlistedTwice: waitlisted({ ...facts, position: 3, queues, reservedUntil: null }, locale),
  stillWaiting: stillWaiting({ ...facts, queues }, locale),
  offer: offer(held(facts), locale),
  moved: moved(
    {
      ...facts,
      change: 'timeAndPlace',
      previousStartsAt: new Date('2027-01-26T18:30:00Z'),
      calendar,
      position: null,
      open: null,
    },
    locale,
  ),
  movedInQueue: moved(
    { ...facts, change: 'online', previousStartsAt: null, calendar: null, position: 3, open: null },
    locale,
  ),
  movedWhileOffered: moved(
    {
      ...facts,
      change: 'back',
      previousStartsAt: null,
      calendar: null,
      position: null,
      open: { until: new Date('2027-01-05T10:30:00Z'), proved: true },
    },
    locale,
  ),
  cancelledByParticipant: cancelled(
    { ...facts, by: 'participant', sessionCancelled: false, calendar },
    locale,
  ),
  cancelledByOrganiser: cancelled({ ...facts, by: 'organiser', sessionCancelled: false, calendar }, locale),
  sessionCancelled: cancelled({ ...facts, by: 'organiser', sessionCancelled: true, calendar: null }, locale),
  ...laterMails(facts, locale),
});
