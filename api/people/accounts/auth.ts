import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';
import type { Locale } from '../../language/locale.ts';
import type { Db } from '../../../db/open.ts';
import { accounts, authSessions } from '../../../db/schema/accounts.ts';
import { plusMinutes } from '../../language/time.ts';
import { sha256 } from '../../unit-of-work/secrets.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Auth;
    DatabaseUserAttributes: { email: string; name: string; locale: Locale };
    DatabaseSessionAttributes: { signedInAt?: Date };
  }
}

export type Auth = ReturnType<typeof createAuth>;

const LONGEST_DAYS = 90;

/** Sign-in sessions by Lucia: 30 days, renewed by use until 90 days after signing in. The only file that knows Lucia. */
export function createAuth(db: Db, options: { secure: boolean }) {
  return new Lucia(hashedIds(new DrizzlePostgreSQLAdapter(db, authSessions, accounts)), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: options.secure ? '__Host-opkoers' : 'opkoers',
      attributes: { secure: options.secure, sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ email, name, locale }) => ({ email, name, locale }),
  });
}

/**
 * Signs in with the answer to this request, and ends the session that its browser had: a copy of that cookie opens nothing
 * any more. A session belongs to an account that is committed.
 */
export async function signInWith(answer: Response, auth: Auth, accountId: string, request: Request) {
  const earlier = auth.readSessionCookie(request.headers.get('cookie') ?? '');
  if (earlier) await auth.invalidateSession(earlier);
  const session = await auth.createSession(accountId, {});
  answer.headers.append('set-cookie', auth.createSessionCookie(session.id).serialize());
}

/** A stolen copy of the database must not sign anyone in, so it holds only hashes of session ids. */
function hashedIds(inner: Adapter): Adapter {
  const withId = (session: DatabaseSession | null, id: string) => session && { ...session, id };
  const isSpent = (session: DatabaseSession | null) =>
    session !== null && plusMinutes(session.attributes.signedInAt!, LONGEST_DAYS * 24 * 60) <= new Date();
  return {
    async getSessionAndUser(id) {
      const [session, user] = await inner.getSessionAndUser(sha256(id));
      return isSpent(session) ? [null, null] : [withId(session, id), user];
    },
    getUserSessions: (userId) => inner.getUserSessions(userId),
    setSession: (session) => inner.setSession({ ...session, id: sha256(session.id) }),
    updateSessionExpiration: (id, expiresAt) => inner.updateSessionExpiration(sha256(id), expiresAt),
    deleteSession: (id) => inner.deleteSession(sha256(id)),
    deleteUserSessions: (userId) => inner.deleteUserSessions(userId),
    deleteExpiredSessions: () => inner.deleteExpiredSessions(),
  };
}
