import { Resend } from 'resend';

export type MailEvent = {
  providerId: string;
  status: 'delivered' | 'bounced' | 'complained';
  reason: string | null;
  at: Date;
};
type Signed = { id: string; timestamp: string; signature: string };

/**
 * What Resend tells of a mail; null when it is nothing we keep, `forged` when the signature is not right or older than five
 * minutes.
 */
export function readResendEvent(
  secret: string,
  headers: Signed,
  payload: string,
): MailEvent | null | 'forged' {
  const event = verified(secret, headers, payload);
  if (!event) return 'forged';
  const at = new Date(event.created_at);
  switch (event.type) {
    case 'email.delivered':
      return { providerId: event.data.email_id, status: 'delivered', reason: null, at };
    case 'email.complained':
      return { providerId: event.data.email_id, status: 'complained', reason: null, at };
    // Resend sends nothing to an address that bounced or complained before.
    case 'email.suppressed':
      return { providerId: event.data.email_id, status: 'bounced', reason: 'suppressed', at };
    case 'email.bounced': {
      const { type, subType } = event.data.bounce;
      // A full mailbox or a server that is away may pass.
      if (type === 'Transient') return null;
      return { providerId: event.data.email_id, status: 'bounced', reason: `${type} ${subType}`, at };
    }
    default:
      return null;
  }
}

function verified(webhookSecret: string, headers: Signed, payload: string) {
  try {
    return new Resend('not used to send').webhooks.verify({ payload, headers, webhookSecret });
  } catch {
    return null;
  }
}
