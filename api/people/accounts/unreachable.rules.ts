export type DeliveryStatus = 'accepted' | 'delivered' | 'bounced' | 'complained';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether mail to an address does not arrive, by its mails from newest to oldest. A bounce comes within hours, so a mail
 * that was taken in and heard nothing of for a day has arrived; many mail servers never say so.
 */
export function isUnreachable(mails: { status: DeliveryStatus; sentAt: Date }[], now: Date) {
  const telling = mails.find(
    ({ status, sentAt }) => status !== 'accepted' || now.getTime() - sentAt.getTime() > DAY_MS,
  );
  return telling !== undefined && (telling.status === 'bounced' || telling.status === 'complained');
}
