import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formKey, keyOf } from '../../site/forms.ts';

const refused = (code: 'unavailable' | 'idempotency-key-reused', values: Record<string, string>) => ({
  code,
  values,
  fields: [],
});

it('a refused form keeps its key, unless that was used for something else', () => {
  const { name, value } = formKey();
  expect(formKey(refused('unavailable', { [name]: value })).value).toBe(value);
  expect(formKey(refused('idempotency-key-reused', { [name]: value })).value).not.toBe(value);
  expect(formKey().value).not.toBe(value);
});

it('only a key that a form made is passed on', () => {
  const { name, value } = formKey();
  expect(keyOf({ [name]: value })).toEqual({ 'Idempotency-Key': value });
  for (const values of [{}, { [name]: '' }, { [name]: '€' }]) {
    expect(keyOf(values)['Idempotency-Key']).toBeUndefined();
  }
});

it('every form that posts carries a key; signing out twice is the same as once', () => {
  const forms = globSync('site/**/*.astro').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<form\b[^>]*method="post"[^>]*>[^]*?<\/form>/g)].map(
      ([form]) => ({ file, form }),
    ),
  );
  expect(forms.length).toBeGreaterThan(5);
  const bare = forms.filter(({ form }) => !form.includes('<FormKey') && !form.includes('paths.signOut()'));
  expect(bare.map(({ file }) => file)).toEqual([]);
});
