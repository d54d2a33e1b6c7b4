import { invite } from '../../emails/invite.ts';
import { calendar, registration } from './emails-facts.ts';

/** Prints the invitations for the moments given as arguments: `start/end`, both ISO 8601. Run under another TZ by the test. */
const files = process.argv.slice(2).map((argument) => {
  const [startsAt, endsAt] = argument.split('/').map((moment) => new Date(moment));
  const session = { ...registration.session, startsAt: startsAt!, endsAt: endsAt! };
  return invite('REQUEST', { ...registration, session }, calendar, 'nl').content;
});
process.stdout.write(JSON.stringify(files));
