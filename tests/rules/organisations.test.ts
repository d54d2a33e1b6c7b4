import { describe, expect, it } from 'vitest';
import { firstFree, slugOf } from '../../api/language/slugs.ts';
import { faultsOfEnding, mayApply, mayTakePart } from '../../api/people/organisations/rules.ts';
import { application, applicationDecision, profileInput } from '../../api/people/organisations/schema.ts';

describe('a name as part of an address', () => {
  it.each([
    ['Café ’t Hoekje', 'cafe-t-hoekje'],
    ['  VAD!  ', 'vad'],
    ['Ömer & Zn.', 'omer-zn'],
    ['株式会社', ''],
    ['a'.repeat(120), 'a'.repeat(80)],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('%s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('that is taken gets the first number that is free', () => {
    expect(firstFree('vad', [])).toBe('vad');
    expect(firstFree('vad', ['vad', 'vad-3'])).toBe('vad-2');
    expect(firstFree('vad', ['vad', 'vad-2', 'vad-3'])).toBe('vad-4');
  });
});

const websiteOf = (website: string) => {
  const { data, error } = profileInput.safeParse({ website });
  return error ? 'refused' : data.website;
};

describe('a website', () => {
  it.each([
    ['https://www.voorbeeld.nl/over-ons?a=1#top', 'https://www.voorbeeld.nl/over-ons?a=1#top'],
    ['http://voorbeeld.nl:8080', 'http://voorbeeld.nl:8080'],
    [' www.voorbeeld.nl ', 'https://www.voorbeeld.nl'],
    ['https://mastodon.example/@vad', 'https://mastodon.example/@vad'],
    ['', null],
  ])('%j', (typed, kept) => expect(websiteOf(typed)).toBe(kept));

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://voorbeeld.nl',
    'https:voorbeeld',
    'https://gemeente.nl@boos.example',
    'https://gemeente.nl\\@boos.example',
    'https://voorbeeld.nl/a b',
    'https://voorbeeld.nl/\u202egpj.exe',
    'https://localhost',
    'zomaar',
    `https://voorbeeld.nl/${'a'.repeat(300)}`,
  ])('%j is refused', (typed) => expect(websiteOf(typed)).toBe('refused'));
});

it('a profile keeps its lines, and nothing that hides or turns them', () => {
  expect(profileInput.parse({ profile: ' Een.\r\nTwee. ' }).profile).toBe('Een.\nTwee.');
  for (const bad of ['a\u0007b', 'a\u202eb', 'a\u200bb', 'a'.repeat(1001)])
    expect(profileInput.safeParse({ profile: bad }).success).toBe(false);
});

it('a phone number is digits', () => {
  for (const phone of ['14 020', '+31 20 123 45 67', '020-1234567', '06 (0) 12345678'])
    expect(profileInput.parse({ phone }).phone).toBe(phone);
  for (const phone of ['bel maar', '12', '0800 GRATIS', '1'.repeat(40)])
    expect(profileInput.safeParse({ phone }).success).toBe(false);
});

it('who applies says who it is and what it would offer; a refusal says why', () => {
  const wrong = application.safeParse({ municipalityId: 'x', name: ' ', kind: 'municipality' });
  expect(wrong.error!.issues.map(({ path }) => path[0])).toEqual(
    expect.arrayContaining(['municipalityId', 'name', 'kind', 'profile', 'kvkNumber', 'email']),
  );
  expect(applicationDecision.safeParse({ outcome: 'refused', statusReason: '' }).success).toBe(false);
  expect(applicationDecision.parse({ outcome: 'approved' })).toEqual({
    outcome: 'approved',
    statusReason: null,
  });
});

it('three applications can be open at once', () => {
  expect([0, 2, 3, 50].map(mayApply)).toEqual([true, true, false, false]);
});

it('only what is approved takes part', () => {
  const all = ['applied', 'approved', 'refused', 'ended'];
  expect(all.filter((status) => mayTakePart({ status }))).toEqual(['approved']);
});

it('what stands in the way of an end is named, up to five', () => {
  expect(faultsOfEnding({ programmes: [], sessions: [] })).toEqual([]);
  expect(faultsOfEnding({ programmes: ['A'], sessions: ['1', '2', '3', '4', '5', '6', '7'] })).toEqual([
    { name: 'programmes', code: 'in-use', about: ['A'] },
    { name: 'sessions', code: 'in-use', about: ['1', '2', '3', '4', '5', '+ 2'] },
  ]);
});
