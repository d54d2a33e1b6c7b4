import type { reviews as nl } from '../nl/reviews.ts';

export const reviews: typeof nl = {
  declaration: {
    title: 'One more thing, if you know',
    later:
      'It shows us whether the municipality may pay for you. Not sure now? Skip it. You can also do it later, and you keep your place.',
    yes: 'Yes, that is right',
    no: 'No, that is not right',
    what: 'What is that, and what counts?',
    whatText: (ceiling, years) =>
      `The government may help a business with small amounts: at most ${ceiling} together in ${years} years. That is called de-minimis aid. It is quite normal: think of a grant, a loan at low interest or free advice. Whoever gave the aid told you so in a letter or e-mail. Search it for ‘de-minimis’. Nothing found? Then choose ‘No, nothing’.`,
    whatCount: (years) =>
      `Add up what your business got from today to ${years} years back. Do you have several businesses that belong together? Then add up everything. What you got through this site we already know: do not count that.`,
    aid: (years) =>
      `Did your business get small aid from the government (de-minimis aid) in the last ${years} years?`,
    none: 'No, nothing',
    some: 'Yes, this amount in total',
    amount: 'Amount in euros',
    amountHint: 'Without VAT. For example: 2,095.00',
    fill: 'Answer the questions',
    fillText: 'Then we know whether the municipality pays for you.',
    change: 'Change your answers',
    changeText:
      'Has something changed? Tell us here. We will then look again whether the municipality pays for you.',
    send: 'Send my answers',
    saved: 'Your answers are saved',
    savedText: 'Below you see whether the municipality pays for you.',
  },
  number: {
    give: 'Give your KVK number',
    giveText:
      'You then see at once whether the municipality pays for you. Do you have no KVK number? Then skip this: your place stays yours.',
    correct: 'Correct your KVK number',
    correctText: (now) =>
      `You gave KVK number ${now}. Is that wrong? Then give the right number. We look again at once whether the municipality pays for you.`,
    label: 'KVK number',
    hint: '8 digits. You find it on your extract, or at kvk.nl.',
    wrong: 'Fill in a KVK number. It has 8 digits.',
    send: 'Send my KVK number',
    saved: 'Your KVK number has been saved',
    savedText: 'Below you see whether the municipality pays for you.',
  },
  own: {
    title: 'Review by the municipality',
    underReview:
      'A member of staff of the municipality looks who pays. You do not have to do anything. You will get an e-mail when there is a decision. You keep your place.',
    underReviewDeclare:
      'Please answer the questions first: perhaps it is clear then. Otherwise a member of staff of the municipality looks who pays. You will get an e-mail when there is a decision. You keep your place.',
    requested: (on) =>
      `You asked for a new review on ${on}. A member of staff of the municipality will look at it. You will get an e-mail when there is a decision. You keep your place.`,
    youWrote: 'You wrote:',
    approved: (on) => `A member of staff looked at your booking on ${on}: the municipality pays.`,
    refused: (on) => `A member of staff looked at your booking on ${on}: the municipality does not pay.`,
    why: 'Explanation of the municipality:',
    ask: 'Is this wrong? Ask for a new review',
    explain: 'Would you like to explain something?',
    askText: 'A member of staff of the municipality will then look at your booking. You keep your place.',
    explanation: 'Your explanation',
    explanationHint: 'What should the municipality know? For example: I have just moved.',
    send: 'Ask for a new review',
    sendExplanation: 'Send my explanation',
    done: 'Your question was sent',
    doneText: 'A member of staff of the municipality will look at it. You will get an e-mail.',
  },
  desk: {
    title: 'Reviews',
    of: (name) => `Review of ${name}`,
    lead: (open) =>
      open === 0
        ? 'Nobody waits for a review.'
        : open === 1
          ? '1 entrepreneur waits for a review.'
          : `${open} entrepreneurs wait for a review.`,
    leadText:
      'Here is every place of which the rules do not say who pays, or for which the entrepreneur asked for a new review. The entrepreneur keeps the place meanwhile, and the money stays reserved.',
    open: 'To do',
    noneOpen: 'All is done',
    noneOpenText: 'When there is a booking of which the rules do not know who pays, it comes here.',
    done: 'Done',
    noneDone: 'Nothing has been reviewed yet.',
    asked: 'Asks for a new review',
    askNumber: 'Ask for the KVK number',
    askNumberText:
      'Who gave no KVK number gets an e-mail with a link to do so. The rules then decide at once.',
    askNumberOf: (name) => `Ask ${name} for the KVK number`,
    askedOn: (day) => `Asked for the KVK number on ${day}`,
    tickFirst: 'First tick whom you want to ask.',
    numbersAsked: (people) =>
      people === 0
        ? 'No e-mail was sent'
        : people === 1
          ? '1 entrepreneur gets an e-mail'
          : `${people} entrepreneurs get an e-mail`,
    numbersNotAsked: (people) =>
      people === 0
        ? 'Who gives the number hears at once who pays. The booking then leaves this list.'
        : `We skipped ${people === 1 ? '1 booking' : `${people} bookings`}: the number is there already, it was asked for this week, or nobody has to look any more.`,
    since: (days) => (days === 0 ? 'Waits since today' : days === 1 ? 'Waits 1 day' : `Waits ${days} days`),
    newestFirst: 'The newest is on top.',
    more: 'Show the next',
    first: 'Back to the start',
    who: 'Entrepreneur',
    session: 'Session',
    outcome: 'Outcome',
    by: 'By',
    on: 'On',
    outcomes: { approved: 'Municipality pays', refused: 'Municipality does not pay' },
    saved: (name) => `Saved. ${name} gets an e-mail with your explanation.`,
    savedTitle: 'The review is saved',
    again: {
      eligible: 'The rules now say: the municipality pays. The entrepreneur gets an e-mail.',
      'not-eligible': 'The rules now say: the municipality does not pay. The entrepreneur gets an e-mail.',
      'needs-review': 'The rules still do not know who pays.',
    },
    againTitle: 'Judged again by the rules',
    noNumber: 'Not given',
    back: 'All reviews',
    facts: {
      kvk: 'KVK number',
      session: 'Session',
      price: 'Price of this place',
      priceValue: (ex, incl) => `${ex} without VAT, ${incl} with VAT`,
      priceUnknown: (price) => `${price}, VAT not known`,
      own: 'Own contribution',
      booked: 'Booked on',
      status: 'Place',
    },
    explanation: 'Explanation of the entrepreneur',
    noExplanation: 'The entrepreneur gave no explanation.',
    rules: 'What the rules saw',
    rulesCaption: 'Every rule, with what it saw and what followed',
    rule: 'Rule',
    saw: 'Saw',
    result: 'Outcome',
    results: { passed: 'In order', failed: 'Not in order', unknown: 'Unknown' },
    form: 'Your decision',
    correct: 'Correct this decision',
    choose: 'Does the municipality pay for this place?',
    approve: 'Yes, the municipality pays',
    refuse: 'No, the municipality does not pay',
    refuseHint: 'The entrepreneur keeps the place and pays, or cancels.',
    motivation: 'Explanation',
    motivationHint:
      'The entrepreneur reads this in the e-mail and with the booking. So write it to the entrepreneur.',
    save: 'Save and mail the entrepreneur',
    byRules: 'Rather let the rules look once more?',
    byRulesText:
      'We ask the business register again and apply the rules of today. If the outcome changes, the entrepreneur gets an e-mail. What was promised stays promised.',
    byRulesSend: 'Let the rules look again',
    over: 'This booking has ended. There is nothing left to do.',
    reviewed: (who, on) => `${who} decided on ${on}:`,
  },
  rules: {
    programmeRunning: 'Programme runs',
    kvkNumber: 'KVK number',
    businessActive: 'Business active',
    establishedInArea: 'Established in the area',
    productCap: 'Maximum of the product',
    peopleCap: 'Maximum of entrepreneurs',
    capPerEntrepreneur: 'Maximum per entrepreneur',
    notPaidForModule: 'Subject not paid before',
    declarations: 'Own declaration',
    deMinimisRoom: 'Room for state aid',
    budgetRoom: 'Room in the budget',
    manualReview: 'Always a member of staff',
  },
  saw: {
    session: (on) => `The session is on ${on}.`,
    paused: 'The contribution is paused.',
    closed: 'The programme does not run.',
    given: 'Given.',
    notGiven: 'Not given.',
    notNeeded: 'Not given. It is not needed here.',
    active: 'Is in the business register and active.',
    ended: (on) => (on ? `Ended on ${on}.` : 'Ended.'),
    notFound: 'This number is not in the business register.',
    unavailable: 'The business register gave no answer.',
    noAddress: 'No address known.',
    addresses: (places) => `Address in ${places}.`,
    addressShielded: 'The address is shielded.',
    livesThere: 'Says to live there.',
    livesElsewhere: 'Says not to live there.',
    shielded: 'shielded',
    unknownPlace: 'unknown',
    noCap: 'No maximum.',
    used: (used, max) => `${used} of ${max} used.`,
    alreadyIn: 'Takes part already.',
    personal: (used, adds, max) => `Already ${used}; this place is ${adds}; at most ${max}.`,
    units: { count: (n) => (n === 1 ? 'once' : `${n} times`), hours: (n) => `${n} hours` },
    paidBefore: 'Paid before.',
    notPaidBefore: 'Not paid before.',
    declared: 'All answered with yes.',
    saidNo: (sentences) => `Said no to ${sentences}.`,
    unanswered: (sentences) => `Not answered yet: ${sentences}.`,
    aid: (declared, granted, now) =>
      `Declared: ${declared ?? 'nothing filled in'}. Through this site: ${granted}. This place: ${now}.`,
    room: (room, needed) => `${room} left; needed ${needed}.`,
    noRoom: (needed) => `Room not known; needed ${needed}.`,
    nobody: 'Nobody has looked yet.',
    approved: 'Approved.',
    refused: 'Not approved.',
  },
};
