import type { Locale } from '../../language/locale.ts';
import type { PictureFault } from './rules.ts';

const unreadable = {
  nl: 'Dit is geen plaatje dat wij kunnen lezen. Kies een SVG, PNG, JPEG of WebP.',
  en: 'This is not a picture that we can read. Choose an SVG, PNG, JPEG or WebP.',
};
const tooManyPixels = {
  nl: (size: string) => `Dit plaatje is te groot: ${size} pixels. Maak het kleiner en probeer het opnieuw.`,
  en: (size: string) => `This picture is too large: ${size} pixels. Make it smaller and try again.`,
};

/** Why a picture is refused, for who uploaded it. */
export const pictureWords = (fault: PictureFault, locale: Locale): string =>
  fault.fault === 'unreadable'
    ? unreadable[locale]
    : tooManyPixels[locale](`${fault.width} × ${fault.height}`);
