import { expect, test } from 'vitest';
import { reviewOutcome } from '../../emails/templates/review-outcome.ts';
import { everyMail, registration } from './emails-facts.ts';

const aid = { ...registration, aidCents: 250_00 };
const telling = ['confirmed', 'decision', 'reviewGranted'] as const;

test.each(telling)('the mail %s says that the place is de-minimis aid, and how much', (kind) => {
  const nl = everyMail(aid, 'nl')[kind].text;
  expect(nl).toContain('de-minimissteun van € 250, zonder btw (Verordening (EU) 2023/2831)');
  expect(everyMail(aid, 'en')[kind].text).toContain('de-minimis aid of €250, without VAT');
  expect(everyMail(registration, 'nl')[kind].text).not.toContain('de-minimis');
});

test('a refusal says nothing of aid', () => {
  expect(everyMail(aid, 'nl').reviewRefused.text).not.toContain('de-minimis');
});

test('an explanation keeps its lines', () => {
  const { text } = reviewOutcome(
    {
      ...registration,
      granted: true,
      explanation: 'Uw bedrijf zit hier.\n\nWelkom.',
      reviewedAt: new Date('2027-01-05T10:30:00Z'),
    },
    'nl',
  );
  expect(text).toMatch(/Uw bedrijf zit hier\.\n\s*Welkom\./);
});
