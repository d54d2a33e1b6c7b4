/** One sentence for the entrepreneur, with what to do next where there is something to do. */
export type Reason = { nl: string; en: string };

export const reasons = {
  programmeRunning: (passed: boolean): Reason =>
    passed
      ? {
          nl: 'De bijeenkomst valt binnen een programma dat nu loopt.',
          en: 'The session is part of a programme that is running.',
        }
      : {
          nl: 'Deze bijeenkomst valt buiten de looptijd van het programma. Kies een andere datum.',
          en: 'This session is outside the dates of the programme. Choose another date.',
        },
  kvkNumber: (known: boolean, required: boolean): Reason => {
    if (known) return { nl: 'U gaf een KVK-nummer op.', en: 'You gave a KVK number.' };
    return required
      ? {
          nl: 'Wij weten uw KVK-nummer nog niet. Een medewerker kijkt dit met u na. Voor uw aanmelding maakt dat niet uit.',
          en: 'We do not know your KVK number yet. A member of staff will check this with you. It makes no difference to your booking.',
        }
      : { nl: 'U hoeft geen KVK-nummer op te geven.', en: 'You do not have to give a KVK number.' };
  },
  notPaidForModule: (passed: boolean): Reason =>
    passed
      ? {
          nl: 'De gemeente betaalde dit onderwerp nog niet eerder voor u.',
          en: 'The municipality has not paid for this subject for you before.',
        }
      : {
          nl: 'De gemeente betaalde dit onderwerp al een keer voor u. Bel ons als u denkt dat dit niet klopt.',
          en: 'The municipality has already paid for this subject for you. Call us if you think this is wrong.',
        },
  capPerEntrepreneur: (passed: boolean, max: number): Reason =>
    passed
      ? {
          nl: `De gemeente betaalt per ondernemer hoogstens ${max} keer. U zit daaronder.`,
          en: `The municipality pays at most ${max} times per entrepreneur. You are below that.`,
        }
      : {
          nl: `De gemeente betaalt per ondernemer hoogstens ${max} keer. Dat aantal hebt u bereikt.`,
          en: `The municipality pays at most ${max} times per entrepreneur. You have reached that number.`,
        },
};
