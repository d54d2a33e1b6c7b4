import type { RuleKind } from '../../../api/paying/eligibility/schema.ts';
import type { rules as nl } from '../nl/rules.ts';

const plural = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;

const kinds: Record<RuleKind, ReturnType<typeof nl.kind>> = {
  programmeRunning: {
    title: 'Programme is running',
    help: 'Only when the session is within the dates, and paying has not been paused.',
  },
  kvkNumber: { title: 'KVK number', help: 'Whether an entrepreneur has to give a KVK number.' },
  businessActive: {
    title: 'Business exists',
    help: 'We look the business up in the business register. No answer? Then a member of staff looks.',
  },
  establishedInArea: {
    title: 'Area',
    help: 'Where the business is, or where the entrepreneur lives. One establishment in the area is enough. We ask where someone lives with the booking.',
  },
  productCap: { title: 'Maximum per product', help: 'How often the municipality pays for a product.' },
  peopleCap: {
    title: 'Maximum number of entrepreneurs',
    help: 'Different entrepreneurs in the whole programme. Who already takes part does not count again.',
  },
  capPerEntrepreneur: {
    title: 'Maximum per entrepreneur',
    help: 'How much the municipality pays for one entrepreneur.',
  },
  notPaidForModule: {
    title: 'Not the same twice',
    help: 'Did the municipality pay for this subject for this entrepreneur before? Then not again.',
  },
  declarations: {
    title: 'Declarations',
    help: 'Sentences that the entrepreneur declares. Being a member of an association may not be a condition.',
  },
  deMinimisRoom: {
    title: 'Room for state aid',
    help: 'De minimis aid: how much a business may get in a number of years. The law says €300,000 in 3 years.',
  },
  budgetRoom: {
    title: 'Money in the budget',
    help: 'Only when there is money left in the phase of the session.',
  },
  manualReview: {
    title: 'Always a member of staff',
    help: 'A member of staff looks at every booking. The place is kept in the meantime.',
  },
};

export const rules: typeof nl = {
  title: 'Rules',
  heading: 'Rules',
  lead: 'These rules decide for whom the municipality pays. The system applies them to every booking.',
  inForce: 'The rules now',
  version: (version) => `Version ${version}`,
  since: (day) => `since ${day}`,
  from: (day) => `from ${day}`,
  planned: 'Coming',
  history: 'Earlier versions',
  noHistory: 'This is the first version.',
  held: (from, until) => `from ${from} until ${until}`,
  neverHeld: (day) => `would begin on ${day}, but was replaced before`,
  none: 'No rules hold yet.',
  change: 'Change the rules',
  over: 'This programme has ended. The rules can no longer be changed.',
  saved: (version) => `Version ${version} has been saved`,
  savedText: 'What was decided stays as it was.',
  kind: (kind) => kinds[kind],
  edit: {
    title: 'Change the rules',
    lead: (version) => `You begin with version ${version}. Nothing changes until you save a new version.`,
    steps: 'Change the rules, look at what changes, and then save.',
    cancel: 'Back, without changing',
    remove: 'Remove',
    removeLabel: (title, at) => `Remove: rule ${at}, ${title}`,
    rule: (at, title) => `${at}. ${title}`,
    atRule: (at, message) => `Rule ${at}: ${message}`,
    add: 'Add a rule',
    addKind: 'Kind of rule',
    addButton: 'Add',
    added: (title) => `The rule ‘${title}’ now stands at the end.`,
    removed: (title) => `The rule ‘${title}’ is gone.`,
    empty: 'There are no rules left. Add one.',
    preview: 'Look at what changes',
    previewHint: 'This does not save anything yet.',
    changedSince: 'You changed something else. First look below at what that does, and then save.',
  },
  fields: {
    required: {
      label: 'Is a KVK number required?',
      yes: 'Yes. Without one a member of staff looks',
      no: 'No, it may stay empty',
    },
    basis: {
      label: 'What do we look at?',
      business: 'Where the business is',
      residence: 'Where the entrepreneur lives',
      either: 'Both: one of the two is enough',
    },
    outside: {
      label: 'And who is outside the area?',
      pays: 'May come at the full price',
      review: 'A member of staff looks at it',
    },
    places: { label: 'Places', hint: 'Each place on a line of its own, such as Amsterdam.' },
    postcodes: {
      label: 'Postcodes',
      hint: 'The 4 digits, on a line of their own. One postcode, such as 1382, or a range, such as 1011-1109.',
    },
    product: { label: 'Product', all: 'Every product with a maximum' },
    productMax: {
      label: 'How often at most?',
      hint: 'Leave empty to use the maximum of the list of products.',
    },
    peopleMax: { label: 'How many entrepreneurs at most?' },
    unit: { label: 'What do we count?', count: 'Times', minutes: 'Hours', cents: 'Euros, excluding VAT' },
    max: {
      label: 'How much at most?',
      hint: 'A number of times, a number of hours, or an amount such as 2500.',
    },
    per: {
      label: 'In which time?',
      programme: 'In the whole programme',
      calendarYear: 'In a calendar year',
      rollingMonths: 'In a number of months',
    },
    months: { label: 'How many months?', hint: 'Only with ‘in a number of months’.' },
    nl: { label: 'Sentences in Dutch', hint: 'Each sentence on a line of its own.' },
    en: { label: 'The same sentences in English', hint: 'In the same order.' },
    ceilingCents: { label: 'Amount', hint: 'Such as 300000.' },
    years: { label: 'In how many years?' },
  },
  errors: {
    max: 'Give a number, such as 6. With euros an amount is fine, such as 2500.',
    places: 'Write each place on a line of its own.',
    postcodes: 'Write each postcode on a line of its own, such as 1382 or 1011-1109.',
    months: 'Give a number of months, from 1 to 120.',
    ceilingCents: 'Give an amount, such as 300000.',
    years: 'Give a number of years, from 1 to 10.',
    nl: 'Write each sentence on a line of its own, no longer than 300 characters.',
    en: 'Write each sentence on a line of its own, no longer than 300 characters.',
    validFrom: 'Choose a date from today on.',
    rules: 'Add at least one rule.',
  },
  preview: {
    title: 'This is what changes',
    nothing: 'There are no bookings yet to try the rules on.',
    same: (number) =>
      number === 1
        ? 'We tried these rules on the last booking. It comes out the same.'
        : `We tried these rules on the last ${number} bookings. They all come out the same.`,
    flips: (flips, all) =>
      `With these rules ${flips} of the last ${plural(all, 'booking', 'bookings')} ${flips === 1 ? 'comes' : 'come'} out differently.`,
    stay: 'This is a trial. What was decided stays as it is.',
    warnings: 'Note',
    sum: (from, to) => `‘${from}’ becomes ‘${to}’`,
    table: 'Bookings that come out differently',
    booking: 'Booking',
    decided: (day) => `decided on ${day}`,
    was: 'Was',
    becomes: 'Becomes',
    why: 'Because of',
    outcomes: {
      eligible: 'Municipality pays',
      'not-eligible': 'Municipality does not pay',
      'needs-review': 'Staff looks',
    },
    gone: (title) => `The rule ‘${title}’ is gone.`,
    more: (number) => `And ${plural(number, 'more booking', 'more bookings')}.`,
    save: 'Save',
    validFrom: 'From which day do these rules hold?',
    validFromHint: 'Today or later. Bookings from before that day do not change.',
    saveButton: 'Save as a new version',
  },
};
