import { expect, it } from 'vitest';
import { readRoster } from '../../site/organisatie/roster.ts';

it('reads the addresses and numbers of a list however it is laid out, and leaves out what the API would refuse', () => {
  const list = [
    'Naam;E-mail;KVK',
    '"Bakkerij Bos";Noor@Voorbeeld.example;1234 5678',
    'dubbel..punt@voorbeeld.example',
    '"Kapper <Salon>", kapper@bücher.example',
    '',
    '87654321',
  ].join('\r\n');
  expect(readRoster(list)).toEqual({
    emails: ['noor@voorbeeld.example', 'kapper@xn--bcher-kva.example'],
    kvkNumbers: ['12345678', '87654321'],
    skipped: 2,
  });
});
