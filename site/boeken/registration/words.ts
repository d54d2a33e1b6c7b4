import type { Locale } from '../../links.ts';
import { texts } from '../../texts/index.ts';
import type { Registration } from '../../show/types.ts';

/** The heading of a registration and what to say first, by how it stands. */
export function wordsOf(registration: Registration, locale: Locale): { title: string; text: string } {
  const { registration: t, session } = texts(locale);
  const { status, attendance, cancelledBy, position } = registration;
  const over = registration.session.booking === 'past';
  switch (status) {
    case 'held':
      return t.held;
    case 'offered':
      return t.offered;
    case 'waitlisted':
      if (registration.expiresAt) return t.asksToWait;
      return over
        ? t.attended.past
        : { title: t.waitlisted.title, text: t.waitlisted.position(position ?? 1) };
    case 'confirmed':
      if (attendance) return t.attended[attendance];
      return over ? t.attended.past : t.confirmed;
    case 'expired':
      return t.expired;
    case 'cancelled': {
      if (registration.session.status === 'cancelled') {
        return { title: session.cancelledTitle, text: t.cancelled.calendar };
      }
      const who = cancelledBy === 'organiser' ? t.cancelled.byOrganiser : t.cancelled.byParticipant;
      return { title: t.cancelled.title, text: `${who} ${t.cancelled.calendar}` };
    }
  }
}
