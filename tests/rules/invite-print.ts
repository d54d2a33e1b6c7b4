import { feed } from '../../emails/feed.ts';
import { invite } from '../../emails/invite.ts';
import { calendar, registration } from './emails-facts.ts';

/**
 * Prints an invitation and a feed for the moments given as arguments: `start/end`, both ISO 8601. Run under another TZ by
 * the test.
 */
const files = process.argv.slice(2).map((argument) => {
  const [startsAt, endsAt] = argument.split('/').map((moment) => new Date(moment));
  const session = { ...registration.session, startsAt: startsAt!, endsAt: endsAt! };
  const { uid, sequence, stampedAt: changedAt } = calendar;
  const item = { uid, sequence, changedAt, cancelled: false, session, about: null };
  return {
    invite: invite('REQUEST', { ...registration, session }, calendar, 'nl').content,
    feed: feed({ name: 'Opkoers', siteUrl: 'https://opkoers.example', isDemo: false }, [item], 'nl'),
  };
});
process.stdout.write(JSON.stringify(files));
