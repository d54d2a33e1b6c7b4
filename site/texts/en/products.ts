import type { products as nl } from '../nl/products.ts';

const plural = (value: number | string, one: string, many: string): string =>
  `${value} ${String(value) === '1' ? one : many}`;

export const products: typeof nl = {
  title: 'Products',
  heading: 'Products',
  lead: 'What the municipality buys, at fixed prices.',
  none: 'This programme has no products. Every offer then has a price of its own.',
  change: 'Change the products',
  add: 'Add products',
  over: 'This programme has ended. The products can no longer be changed.',
  saved: 'The products have been saved',
  savedText: 'New prices hold for new bookings.',
  table: {
    caption: 'Products and fixed prices',
    name: 'Product',
    hours: 'Hours',
    price: 'Price ex VAT',
    cap: 'At most',
    noCap: 'no maximum',
    hoursOf: (hours) => `${hours} hours`,
    capOf: (cap) => `at most ${cap} times`,
    inPackage: 'In the package',
    total: (number) => `The whole package, ${plural(number, 'product', 'products')}`,
    note: 'Prices are fixed: a price is not the number of hours times a rate.',
  },
  caps: {
    title: 'How full is it?',
    counted: 'We count places that the municipality pays for: certain ones, and those still to be confirmed.',
    people: 'Entrepreneurs in the programme',
    used: (used, cap) => `${used} of ${cap}`,
    usedOnly: (used) => `${used}, without a maximum`,
    reserved: (number) => `${number} of them not certain yet`,
    room: 'Room left',
    nearly: 'Nearly full',
    full: 'Full',
    notKept: 'Note: no rule keeps this maximum.',
    toRules: 'To the rules',
    personal: 'Per entrepreneur',
    personalUse: (reached, people) =>
      `${reached} of ${plural(people, 'entrepreneur', 'entrepreneurs')} reached it.`,
    nobody: 'Nobody has used any of it yet.',
  },
  promise: {
    title: 'If everyone takes everything',
    total: (people, each, total) =>
      `${people} entrepreneurs times ${each} for the whole package is ${total}.`,
    over: (budget, times) => `That is ${times} times the budget of ${budget}.`,
    within: (budget) => `The budget of ${budget} is enough.`,
    packages: (number) => `There is money for ${number} whole packages.`,
    outside: (name, cap, all, left, perPerson) =>
      `With ${cap} times ‘${name}’, ${all} goes off. Then ${left} is left: ${perPerson} per entrepreneur.`,
    note: 'That is allowed: not everyone takes everything. But keep an eye on the money.',
  },
  edit: {
    title: 'Change the products',
    lead: 'A new price holds for new bookings. What was decided keeps the old price.',
    product: (at, name) => `${at}. ${name || 'New product'}`,
    atProduct: (at, message) => `Product ${at}: ${message}`,
    remove: 'Remove',
    removeLabel: (at, name) => `Remove: product ${at}, ${name}`,
    addButton: 'Another product',
    save: 'Save the products',
    cancel: 'Back, without changing',
  },
  fields: {
    name: 'Name',
    hours: 'Hours',
    hoursHint: 'Such as 1.5. Empty when it has no hours.',
    priceCents: 'Fixed price, excluding VAT',
    priceHint: 'In euros, such as 112.50.',
    cap: 'How often at most?',
    capHint: 'Empty when there is no maximum.',
    inPackage: 'Part of the package',
  },
  errors: {
    name: 'Give a name of at most 120 characters.',
    hours: 'Give a number of hours, such as 1.5.',
    priceCents: 'Give an amount, such as 112.50.',
    cap: 'Give a whole number, 1 or more. Or leave it empty.',
  },
};
