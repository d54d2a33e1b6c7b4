import type { AccessRule } from './rules.ts';

type Sentence = { nl: string; en: string };
/** What holds, what is wrong when it does not, and what to change. */
type Words = { holds: Sentence; broken: Sentence; change: Sentence };

const say = (nl: string, en: string): Sentence => ({ nl, en });

/** Level B1, for organisers and the municipality. */
export const words: Record<AccessRule, Words> = {
  everyone: {
    holds: say('Iedereen mag boeken, lid of geen lid.', 'Everyone may book, member or not.'),
    broken: say('Alleen leden mogen boeken.', 'Only members may book.'),
    change: say(
      'Zet de sessie open voor iedereen, ook voor wie geen lid is.',
      'Open the session to everyone, also to people who are not members.',
    ),
  },
  'same-price': {
    holds: say('Leden en niet-leden betalen hetzelfde.', 'Members and non-members pay the same.'),
    broken: say('Leden betalen een andere prijs.', 'Members pay another price.'),
    change: say('Haal de prijs voor leden weg.', 'Remove the price for members.'),
  },
  'same-opening': {
    holds: say('Iedereen kan vanaf hetzelfde moment boeken.', 'Everyone can book from the same moment.'),
    broken: say('Leden kunnen eerder boeken.', 'Members can book earlier.'),
    change: say(
      'Laat het boeken voor iedereen op hetzelfde moment beginnen.',
      'Let booking start at the same moment for everyone.',
    ),
  },
  'no-code': {
    holds: say('U hebt geen code nodig om te boeken.', 'No code is needed to book.'),
    broken: say('Alleen wie een code heeft, kan boeken.', 'Only who has a code can book.'),
    change: say('Haal de code weg.', 'Remove the code.'),
  },
  'no-detour': {
    holds: say(
      'Boeken gaat hier, en niemand vraagt eerst of u lid bent.',
      'Booking is done here, and nobody asks first whether one is a member.',
    ),
    broken: say(
      'Boeken gaat via een andere website. Daar kan eerst gevraagd worden of iemand lid is.',
      'Booking is done on another website. It may ask first whether someone is a member.',
    ),
    change: say(
      'Haal het adres van de andere website weg. Dan boekt iedereen hier.',
      'Remove the address of the other website. Then everyone books here.',
    ),
  },
  listed: {
    holds: say('De sessie staat in het aanbod.', 'The session is in the list of sessions.'),
    broken: say(
      'De sessie staat niet in het aanbod. Alleen wie de link heeft, vindt hem.',
      'The session is not in the list of sessions. Only who has the link can find it.',
    ),
    change: say('Zet de sessie in het aanbod.', 'Show the session in the list of sessions.'),
  },
  senders: {
    holds: say('Alle partijen staan als afzender bij de sessie.', 'All parties are named as senders.'),
    broken: say(
      'Niet alle partijen van de overeenkomst staan als afzender bij de sessie.',
      'Not all parties to the agreement are named as senders.',
    ),
    change: say(
      'Vraag de gemeente om alle partijen als afzender te tonen.',
      'Ask the municipality to show all parties as senders.',
    ),
  },
  'credit-line': {
    holds: say('Er staat bij wie de sessie mogelijk maakt.', 'It says who makes the session possible.'),
    broken: say(
      'Er staat niet bij wie de sessie mogelijk maakt.',
      'It does not say who makes the session possible.',
    ),
    change: say(
      'Vraag de gemeente om de vermelding in te vullen bij het programma.',
      'Ask the municipality to fill in the credit line of the programme.',
    ),
  },
};

/** A broken rule with its sentences in both languages, for a refusal. */
export const brokenRule = (rule: AccessRule) => ({
  rule,
  reason: words[rule].broken,
  change: words[rule].change,
});
export type BrokenRule = ReturnType<typeof brokenRule>;
