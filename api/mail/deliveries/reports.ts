import type { DeliveryStatus } from '../../people/accounts/unreachable.rules.ts';

type News = { status: Exclude<DeliveryStatus, 'accepted'>; reason: string | null };
export type Report = News & { messageId: string };

/** What a delivery status says of its one recipient. What is only late is no news. */
export function readStatus(text: string): News | null {
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(text)?.[1]?.toLowerCase();
  const action = field('action');
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(field('status') ?? '')?.[0] ?? null;
  if (action === 'delivered') return { status: 'delivered', reason: null };
  if (action === 'failed' && !code?.startsWith('4.')) return { status: 'bounced', reason: code };
  return null;
}

/** Someone called a mail unwanted. */
export const readFeedback = (text: string): News | null =>
  /^feedback-type:\s*(abuse|fraud)\b/im.test(text) ? { status: 'complained', reason: null } : null;
