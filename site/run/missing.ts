import type { Config } from '../../api/config.ts';
import { paths } from '../../api/language/paths.ts';

type Facts = {
  config: Pick<Config, 'publicUrl' | 'kvk' | 'contacts'> & {
    mail: Pick<Config['mail'], 'transport' | 'from' | 'replyTo'>;
  };
  isProduction: boolean;
  /** Made by the portal itself, for a first try. */
  ownSecret: boolean;
  ownDatabase: boolean;
  holdsDemo: boolean;
  operators: number;
  municipalities: number;
};

/** What a portal still needs before it can be opened to the public, a line each. */
export function missing(facts: Facts): string[] {
  const { publicUrl, mail, kvk, contacts } = facts.config;
  const at = (path: string) => publicUrl + path;
  return [
    !publicUrl.startsWith('https:') &&
      `PUBLIC_URL: people reach the portal at ${publicUrl}; set the https address that they will use`,
    !facts.isProduction &&
      'NODE_ENV: set it to production, so that what is only for trying stays closed whatever the address',
    facts.ownSecret && 'SECRET: the portal made one for itself; set one that you keep',
    mail.transport === 'mailbox' &&
      'MAIL: mails do not leave, and everyone can read them in the mailbox; set smtp or resend',
    /\.example>?\s*$/.test(mail.from) &&
      `MAIL_FROM: ${mail.from} is an example; set an address at a domain of your own`,
    !mail.replyTo &&
      'MAIL_REPLY_TO: nobody reads what people answer to a mail; set a mail address that is read',
    kvk.source !== 'kvk' &&
      'KVK_API_KEY: the business register is not asked; set the key of your contract with KVK',
    !contacts.privacy &&
      'PRIVACY_CONTACT: the privacy page names no mail address for what people ask about their data',
    !contacts.security && 'SECURITY_CONTACT: security.txt names no mail address for who finds a weak spot',
    facts.holdsDemo &&
      'An empty database: this one holds demo data, and every page says so; set DATABASE_URL to an empty one',
    facts.operators === 0 && 'An operator: there is none; run this again and give one',
    facts.municipalities === 0 &&
      `Municipalities: there is none yet; sign in as operator at ${at(paths.signIn())} and make one at ${at(paths.operator.desk())}`,
    `A back-up: nothing in the portal makes one; run ${dump(facts)} every night, keep it elsewhere, and try once whether pg_restore brings it back`,
  ].filter((line) => line !== false);
}

const dump = ({ ownDatabase }: Facts) =>
  ownDatabase
    ? 'pg_dump on the embedded database (its address stands in access.json in DATA_DIR)'
    : 'pg_dump --format=custom "$DATABASE_URL"';
