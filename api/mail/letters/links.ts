import type { Locale } from '../../language/locale.ts';
import { paths } from '../../language/paths.ts';
import { challengeToken, feedSecret, manageToken, unsubscribeToken } from '../../unit-of-work/secrets.ts';

/** The addresses of pages that mails point to, in the language of the reader. */
export function mailLinks(publicUrl: string, secret: string, locale: Locale) {
  const site = `${publicUrl}${locale === 'en' ? '/en' : ''}`;
  return {
    site,
    offer: site + paths.offer(),
    signIn: (challengeId: string) => site + paths.signInLink(challengeToken(secret, challengeId)),
    confirm: (challengeId: string) => site + paths.confirmation(challengeToken(secret, challengeId)),
    manage: ({ id, linkVersion }: { id: string; linkVersion: number }) =>
      site + paths.registrationLink(id, manageToken(secret, id, linkVersion)),
    feed: (feedId: string) => site + paths.personalCalendar(feedSecret(secret, feedId)),
    unsubscribe: (list: 'reminders' | 'digest', accountId: string) =>
      site + paths.unsubscribe(unsubscribeToken(secret, list, accountId)),
    invitation: (id: string) => site + paths.invitation(id),
    desk: site + paths.organisation.desk(),
    ownProfile: site + paths.organisation.profile(),
    application: site + paths.application(),
    attendance: (sessionId: string) => site + paths.organisation.session(sessionId),
    signal: (signalId: string) => `${site}${paths.organisation.signals()}#${signalId}`,
    module: (slug: string) => site + paths.organisation.module(slug),
    reviewModule: (slug: string) => site + paths.municipality.module(slug),
    session: (sessionId: string) => site + paths.session(sessionId),
  };
}
