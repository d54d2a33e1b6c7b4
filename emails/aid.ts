import { type Block, note } from './blocks.ts';
import type { Locale } from './facts.ts';
import { money } from './words.ts';

const words = {
  nl: (amount: string) =>
    `Voor uw bedrijf is dit de-minimissteun van ${amount}, zonder btw (Verordening (EU) 2023/2831). Bewaar deze mail: u telt dit bedrag mee als iemand naar uw de-minimissteun vraagt.`,
  en: (amount: string) =>
    `For your business this is de-minimis aid of ${amount}, without VAT (Regulation (EU) 2023/2831). Keep this e-mail: count this amount when someone asks for your de-minimis aid.`,
};

/** Who grants such aid must say so, and how much it is: art. 7(4) of the Regulation. */
export const aidNote = ({ aidCents }: { aidCents?: number | null }, locale: Locale): Block[] =>
  aidCents ? [note(words[locale](money(aidCents, locale)))] : [];
