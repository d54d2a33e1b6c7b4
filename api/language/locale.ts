export type Locale = 'nl' | 'en';

const tags = { nl: 'nl-NL', en: 'en-GB' } as const;

/** One of something for each language, made once: `Intl` takes its time to make a formatter. */
export const forBoth = <T>(make: (tag: string) => T): Record<Locale, T> => ({
  nl: make(tags.nl),
  en: make(tags.en),
});
