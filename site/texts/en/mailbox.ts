import type { mailbox as nl } from '../nl/mailbox.ts';

export const mailbox: typeof nl = {
  title: 'Mailbox for development',
  lead: 'These mails were not sent. You read them here as long as no mail provider is configured.',
  filter: 'Show only mail to',
  show: 'Show',
  all: 'Show all',
  none: 'No mail',
  noneText: 'Ask for a mail, for example by signing in or registering. Then refresh this page.',
  to: 'To',
  sent: 'Made',
  html: 'See the mail as it looks',
  download: (filename) => `Download ${filename}`,
  text: 'As text',
};
