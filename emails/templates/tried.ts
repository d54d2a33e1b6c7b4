import { action, text } from '../blocks.ts';
import type { Locale, TriedFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { unlinked } from '../safe.ts';
import { sessionPanel } from '../session-panel.ts';
import { subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Nog een aanmelding met uw e-mailadres',
    title: 'Nog een aanmelding met uw e-mailadres',
    tried: (name: string) => `Iemand vroeg een plaats met uw e-mailadres, onder de naam “${name}”.`,
    has: {
      confirmed: 'U hebt al een plaats. Daar verandert niets aan.',
      offered:
        'Er is al een plaats voor u vrij. Daar verandert niets aan. U kunt die nog bevestigen met de e-mail die u eerder kreeg.',
      waitlisted: 'U staat al op de wachtlijst. Daar verandert niets aan.',
    },
    colleague:
      'Was dit een collega? Per e-mailadres is er één plaats. Uw collega kan zich aanmelden met een eigen e-mailadres.',
    nothing: 'Was u het zelf, of kent u deze naam niet? Dan hoeft u niets te doen.',
    action: 'Bekijk uw aanmelding',
  },
  en: {
    subject: 'Another booking with your e-mail address',
    title: 'Another booking with your e-mail address',
    tried: (name: string) => `Someone asked for a place with your e-mail address, under the name “${name}”.`,
    has: {
      confirmed: 'You have a place already. That does not change.',
      offered:
        'There is a place for you already. That does not change. You can still confirm it with the e-mail that you got before.',
      waitlisted: 'You are on the waiting list already. That does not change.',
    },
    colleague:
      'Was this a colleague? There is one place for each e-mail address. Your colleague can book with an address of their own.',
    nothing: 'Was it you, or do you not know this name? Then you do not have to do anything.',
    action: 'View your booking',
  },
};

/** To the owner of an address with which someone else, perhaps a colleague, asked for a place. Holds no code. */
export function tried(facts: TriedFacts, locale: Locale): Mail {
  const t = words[locale];
  const blocks = [
    text(t.tried(unlinked(facts.triedAs))),
    text(t.has[facts.has]),
    text(t.colleague),
    text(t.nothing),
    sessionPanel(facts, locale, 'brief'),
    action(t.action, facts.manageUrl),
  ];
  const subject = `${t.subject}: ${subjectOf(facts.session, locale)}`;
  return compose(
    { subject, title: t.title, recipientName: facts.recipient.name, blocks, sender: facts.sender },
    locale,
  );
}
