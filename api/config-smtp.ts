import { z } from 'zod';
import { decoded, isThisMachine, port, serverAddress } from './config-address.ts';

export const smtpEnvironment = {
  SMTP_URL: serverAddress(/^smtps?$/, 'must start with smtp:// or smtps://').optional(),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: port.optional(),
  SMTP_TLS: z
    .enum(['starttls', 'implicit', 'none'], { error: 'must be starttls, implicit or none' })
    .optional(),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  SMTP_RETURN_PATH: z.email({ error: 'must be an e-mail address' }).optional(),
};

type Given = z.output<z.ZodObject<typeof smtpEnvironment>>;

/** The mail server of SMTP_URL, with the other variables on top, and what is wrong with it when mail goes that way. */
export function readSmtp(given: Given) {
  const url = given.SMTP_URL ? new URL(given.SMTP_URL) : null;
  const host = given.SMTP_HOST ?? url?.hostname;
  const tls = given.SMTP_TLS ?? (url?.protocol === 'smtps:' ? 'implicit' : 'starttls');
  const user = given.SMTP_USER ?? decoded(url?.username);
  const password = given.SMTP_PASSWORD ?? decoded(url?.password);
  const mistakes: string[] = [];
  if (!host) mistakes.push('SMTP_HOST: is missing, and MAIL is smtp');
  if (user && !password) mistakes.push('SMTP_PASSWORD: is missing, and SMTP_USER is given');
  if (host && tls === 'none' && !isThisMachine(host)) {
    mistakes.push(
      'SMTP_TLS: names and addresses do not cross a network unencrypted; none is for this machine',
    );
  }
  const implied = tls === 'implicit' ? 465 : 587;
  const settings = host
    ? {
        host,
        port: given.SMTP_PORT ?? (Number(url?.port) || implied),
        tls,
        user,
        password,
        returnPath: given.SMTP_RETURN_PATH,
      }
    : undefined;
  return { settings, mistakes };
}
