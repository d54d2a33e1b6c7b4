import { action, text } from '../blocks.ts';
import type { Locale, RegistrationFacts } from '../facts.ts';
import { compose } from '../frame.ts';
import type { Mail } from '../mail.ts';
import { sessionPanel } from '../session-panel.ts';
import { capital, municipalityName, subjectOf } from '../words.ts';

const words = {
  nl: {
    subject: 'Uw KVK-nummer',
    title: 'Wilt u uw KVK-nummer geven?',
    story: (who: string) =>
      `${who} weet nog niet of zij voor u betaalt. Daarvoor is uw KVK-nummer nodig. U vindt het in het Handelsregister en vaak onder aan uw facturen.`,
    municipality: 'de gemeente',
    then: 'Geef het nummer op de pagina van uw aanmelding. U ziet dan meteen wie betaalt. Hebt u geen KVK-nummer? Dan hoeft u niets te doen. Uw plaats blijft van u.',
    action: 'Geef uw KVK-nummer',
  },
  en: {
    subject: 'Your KVK number',
    title: 'Would you give your KVK number?',
    story: (who: string) =>
      `${who} does not know yet whether it pays for you. For that your KVK number is needed. You find it in the business register, and often at the foot of your invoices.`,
    municipality: 'the municipality',
    then: 'Give the number on the page of your booking. You then see at once who pays. Do you have no KVK number? Then you do not have to do anything. You keep your place.',
    action: 'Give your KVK number',
  },
};

/** A member of staff asks for the KVK number of who gave none. */
export function kvkNumber(facts: RegistrationFacts, locale: Locale): Mail {
  const t = words[locale];
  const { session, recipient, sender } = facts;
  const name = sender.municipality ? municipalityName(sender.municipality.name, locale) : t.municipality;
  const blocks = [
    text(t.story(capital(name))),
    sessionPanel(facts, locale, 'brief'),
    text(t.then),
    action(t.action, `${facts.manageUrl}#kvk-nummer`),
  ];
  return compose(
    {
      subject: `${t.subject}: ${subjectOf(session, locale)}`,
      title: t.title,
      recipientName: recipient.name,
      blocks,
      sender,
    },
    locale,
  );
}
