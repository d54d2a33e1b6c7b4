import type { Locale } from '../../language/locale.ts';
import { challengeToken, feedSecret, manageToken, unsubscribeToken } from '../../work/secrets.ts';

/** The addresses of pages that mails point to, in the language of the reader. */
export function mailLinks(publicUrl: string, secret: string, locale: Locale) {
  const site = `${publicUrl}${locale === 'en' ? '/en' : ''}`;
  return {
    site,
    signIn: (challengeId: string) => `${site}/inloggen/${challengeToken(secret, challengeId)}`,
    confirm: (challengeId: string) => `${site}/bevestigen/${challengeToken(secret, challengeId)}`,
    manage: ({ id, linkVersion }: { id: string; linkVersion: number }) =>
      `${site}/aanmeldingen/${id}/${manageToken(secret, id, linkVersion)}`,
    feed: (feedId: string) => `${site}/agenda/${feedSecret(secret, feedId)}.ics`,
    unsubscribe: (list: 'reminders' | 'digest', accountId: string) =>
      `${site}/mail-uit/${unsubscribeToken(secret, list, accountId)}`,
    attendance: (sessionId: string) => `${site}/organisatie/sessies/${sessionId}`,
    session: (sessionId: string) => `${site}/sessies/${sessionId}`,
  };
}
