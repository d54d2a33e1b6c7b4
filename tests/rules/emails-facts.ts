import type { CalendarFacts, HeldFacts, Locale, RegistrationFacts, SignInFacts } from '../../emails/facts.ts';
import { cancelled } from '../../emails/templates/cancelled.ts';
import { confirm } from '../../emails/templates/confirm.ts';
import { confirmed } from '../../emails/templates/confirmed.ts';
import { moved } from '../../emails/templates/moved.ts';
import { offer } from '../../emails/templates/offer.ts';
import { signIn } from '../../emails/templates/sign-in.ts';
import { stillWaiting } from '../../emails/templates/still-waiting.ts';
import { swapped } from '../../emails/templates/swapped.ts';
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
    creditLine: 'Back on Track wordt mogelijk gemaakt door de gemeente Amstelveen.',
    municipality: { name: 'Amstelveen', phone: '020 000 00 00' },
    siteUrl: 'https://opkoers.example',
    canReply: true,
  },
};

export const calendar: CalendarFacts = {
  uid: '0194a3f0-0000-7000-8000-000000000002@opkoers.example',
  sequence: 2,
  organiser: { name: 'Opkoers', email: 'noreply@opkoers.example' },
  stampedAt: new Date('2027-01-05T09:00:00Z'),
};

const signInFacts: SignInFacts = {
  url: 'https://opkoers.example/inloggen/secret-sign-in-token',
  code: '048213',
  expiresAt: new Date('2027-01-05T10:00:00Z'),
  sender: { ...registration.sender, names: [], creditLine: null, municipality: null },
};

const held = (facts: RegistrationFacts): HeldFacts => ({
  ...facts,
  url: 'https://opkoers.example/bevestigen/secret-confirm-token',
  code: '048213',
  expiresAt: new Date('2027-01-05T10:30:00Z'),
});

const queues = [
  { startsAt: new Date('2027-02-02T18:30:00Z'), position: 3 },
  { startsAt: new Date('2027-02-09T18:30:00Z'), position: 1 },
];

/** One mail of every kind. */
export const everyMail = (facts: RegistrationFacts, locale: Locale) => ({
  signIn: signIn(signInFacts, locale),
  confirm: confirm(held(facts), locale),
  confirmed: confirmed({ ...facts, calendar }, locale),
  swapped: swapped({ ...facts, calendar, previousStartsAt: new Date('2027-01-26T18:30:00Z') }, locale),
  waitlisted: waitlisted({ ...facts, position: 3, queues: [] }, locale),
  waitlistedTwice: waitlisted({ ...facts, position: 3, queues }, locale),
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
});
