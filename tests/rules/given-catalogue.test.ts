import { describe, expect, it } from 'vitest';
import type { Rule } from '../../api/paying/eligibility/schema.ts';
import { readCatalogue } from '../../api/paying/products/rules.ts';

const product = (code: string, change: object = {}) => ({
  code,
  name: 'Levensvatbaarheidsonderzoek',
  hours: 16,
  priceCents: 2_095_00,
  inPackage: false,
  cap: 30,
  ...change,
});
const study = { code: 'study', name: 'Onderzoek', modules: 0 };
const told = (given: unknown[], kept: Parameters<typeof readCatalogue>[1] = [], rules: Rule[] = []) =>
  readCatalogue(given, kept, rules, 'nl').errors.map(({ name, code, reason }) =>
    code === 'explained' ? `${name}: ${reason}` : `${name} ${code}`,
  );
const twice = 'Er zijn twee producten met de code ‘study’. Geef een van de twee een andere naam of code.';

it('a catalogue in order is read whole, without the spaces around its words', () =>
  expect(readCatalogue([product(' study '), product('scan', { cap: null })], [study], [], 'nl')).toEqual({
    items: [product('study'), product('scan', { cap: null })],
    errors: [],
  }));

describe('what is wrong with a product', () => {
  it.each<[string, unknown[], string[]]>([
    [
      'is told at its place and field',
      [product('scan'), product('study', { cap: 0 })],
      ['items.1.cap too-short'],
    ],
    [
      'is told all together',
      [product('Study!', { priceCents: -1 }), product('scan', { name: ' ' })],
      ['items.0.code invalid', 'items.0.priceCents too-short', 'items.1.name required'],
    ],
    [
      'is told of the whole where it is no product at all',
      ['study', null],
      ['items.0 invalid', 'items.1 invalid'],
    ],
    ['is that nobody gave a code', [product('')], ['items.0.code required']],
    ['is a code that is no text', [product('scan'), product('', { code: 7 })], ['items.1.code invalid']],
  ])('%s', (_, given, errors) => expect(told(given)).toEqual(errors));

  it('leaves the others to be read', () =>
    expect(readCatalogue([{ code: 'study' }, product('scan')], [], [], 'nl').items).toEqual([
      product('scan'),
    ]));
});

describe('two products with one code', () => {
  it.each<[string, unknown[], string[]]>([
    ['are told at the second', [product('study'), product('study')], [`items.1.code: ${twice}`]],
    ['are the same with spaces around it', [product('study'), product(' study')], [`items.1.code: ${twice}`]],
    [
      'are told also where the first cannot be read',
      [product('study', { hours: 0 }), product('study')],
      ['items.0.hours too-short', `items.1.code: ${twice}`],
    ],
    [
      'are not two without one',
      [product(' '), product(' ')],
      ['items.0.code required', 'items.1.code required'],
    ],
  ])('%s', (_, given, errors) => expect(told(given)).toEqual(errors));

  it('are told in the language of who reads', () =>
    expect(readCatalogue([product('study'), product('study')], [], [], 'en').errors[0]!.reason).toBe(
      'There are two products with the code ‘study’. Give one of them another name or code.',
    ));
});

describe('a product that is taken off the list', () => {
  const cap = (name?: string): Rule => ({ kind: 'productCap', ...(name !== undefined && { product: name }) });
  const byRule = 'items: ‘Onderzoek’ kan niet weg: een van de regels gaat erover. Verander eerst de regels.';
  it.each<[string, number, Rule[], string[]]>([
    ['can go where nothing is of it', 0, [], []],
    ['stays for one offer', 1, [], ['items: ‘Onderzoek’ kan niet weg: er is 1 aanbod met dit product.']],
    [
      'stays for more offers',
      2,
      [],
      ['items: ‘Onderzoek’ kan niet weg: er zijn 2 soorten aanbod met dit product.'],
    ],
    ['stays for a rule about it', 0, [cap('scan'), cap('study')], [byRule]],
    ['can go where rules are about other things', 0, [cap('scan'), cap(), { kind: 'budgetRoom' }], []],
  ])('%s', (_, modules, rules, errors) =>
    expect(told([product('scan')], [{ ...study, modules }], rules)).toEqual(errors),
  );

  it('is not gone where only something else of it is wrong', () =>
    expect(told([product('study', { cap: -1 })], [{ ...study, modules: 3 }], [cap('study')])).toEqual([
      'items.0.cap too-short',
    ]));
});
