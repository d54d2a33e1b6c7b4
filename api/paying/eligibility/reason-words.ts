/** A sentence of level B1 in both languages. */
export type Reason = { nl: string; en: string };
/** Why a rule came out as it did, and what the entrepreneur can do now. */
export type Said = { reason: Reason; nextStep: Reason | null };

export const say = (nl: string, en: string, next: Reason | null = null): Said => ({
  reason: { nl, en },
  nextStep: next,
});

/** The same for every decision: nobody has to agree with a machine. */
export const askReview: Reason = {
  nl: 'Bent u het hier niet mee eens? Vraag bij uw aanmelding om een nieuwe beoordeling, of bel de gemeente. Een medewerker kijkt er dan naar.',
  en: 'Do you not agree? Ask for a new review at your booking, or call the municipality. A member of staff will then look at it.',
};

export const wait: Reason = {
  nl: 'U hoeft niets te doen. Een medewerker kijkt dit na. Uw plaats blijft zolang van u.',
  en: 'You do not have to do anything. A member of staff will check this. Your place stays yours.',
};
export const payYourself: Reason = {
  nl: 'U kunt meedoen als u het zelf betaalt. Of bel de gemeente: zij weet of er weer ruimte komt.',
  en: 'You can take part if you pay for it yourself. Or call the municipality: it knows whether there will be room again.',
};
export const tellKvk: Reason = {
  nl: 'Geef uw KVK-nummer bij uw aanmelding. Uw plaats blijft zolang van u.',
  en: 'Give your KVK number at your booking. Your place stays yours.',
};
const checkKvk: Reason = {
  nl: 'Kijk of u het goede KVK-nummer gaf. U kunt het verbeteren bij uw aanmelding. Klopt het nummer? Bel dan de gemeente.',
  en: 'Check whether you gave the right KVK number. You can correct it at your booking. Is the number right? Then call the municipality.',
};

export const programme = {
  passed: say(
    'De bijeenkomst valt binnen een programma dat nu loopt.',
    'The session is part of a programme that is running.',
  ),
  outside: say(
    'Deze bijeenkomst valt buiten de looptijd van het programma.',
    'This session is outside the dates of the programme.',
    { nl: 'Kies een andere datum.', en: 'Choose another date.' },
  ),
  closed: say('Dit programma loopt nu niet.', 'This programme is not running now.', {
    nl: 'Kies een bijeenkomst van een ander programma.',
    en: 'Choose a session of another programme.',
  }),
  paused: say(
    'De gemeente betaalt nu even geen nieuwe plaatsen in dit programma.',
    'For now the municipality pays for no new places in this programme.',
    {
      nl: 'U kunt meedoen als u het zelf betaalt. Of vraag de gemeente wanneer zij weer betaalt.',
      en: 'You can take part if you pay for it yourself. Or ask the municipality when it will pay again.',
    },
  ),
};

export const kvk = {
  known: say('U gaf een KVK-nummer op.', 'You gave a KVK number.'),
  notNeeded: say('U hoeft geen KVK-nummer op te geven.', 'You do not have to give a KVK number.'),
  missing: say('Wij weten uw KVK-nummer nog niet.', 'We do not know your KVK number yet.', tellKvk),
};

export const business = {
  active: say('Uw bedrijf staat in het Handelsregister.', 'Your business is in the business register.'),
  ended: say(
    'Volgens het Handelsregister is uw bedrijf gestopt.',
    'The business register says that your business has ended.',
    checkKvk,
  ),
  'not-found': say(
    'Dit KVK-nummer staat niet in het Handelsregister.',
    'This KVK number is not in the business register.',
    checkKvk,
  ),
  unavailable: say(
    'Wij konden uw bedrijf nu niet opzoeken in het Handelsregister.',
    'We could not look up your business in the business register just now.',
    wait,
  ),
  'not-given': say(
    'Wij weten uw KVK-nummer nog niet. Daarom konden wij uw bedrijf niet opzoeken.',
    'We do not know your KVK number yet, so we could not look up your business.',
    tellKvk,
  ),
};

export const notPaidForModule = {
  passed: say(
    'De gemeente betaalde dit onderwerp nog niet eerder voor u.',
    'The municipality has not paid for this subject for you before.',
  ),
  failed: say(
    'De gemeente betaalde dit onderwerp al een keer voor u.',
    'The municipality has already paid for this subject for you.',
    {
      nl: 'Kies een ander onderwerp. Klopt dit niet? Bel dan de gemeente.',
      en: 'Choose another subject. Is this wrong? Then call the municipality.',
    },
  ),
};

export const manualReview = {
  unknown: say(
    'Bij dit programma kijkt een medewerker naar elke aanmelding.',
    'In this programme a member of staff looks at every booking.',
    wait,
  ),
  passed: say('Een medewerker keurde uw aanmelding goed.', 'A member of staff approved your booking.'),
  failed: say(
    'Een medewerker keurde uw aanmelding niet goed.',
    'A member of staff did not approve your booking.',
    {
      nl: 'Bel de gemeente als u hierover vragen hebt.',
      en: 'Call the municipality if you have questions about this.',
    },
  ),
};
