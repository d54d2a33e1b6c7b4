import { list } from '../../../api/language/lists.ts';
import { forBoth, type Locale } from '../../../api/language/locale.ts';

const names = forBoth((tag) => new Intl.DisplayNames(tag, { type: 'language' }));

/** Nederlands; Dutch */
export const languageName = (code: string, locale: Locale) => names[locale].of(code) ?? code;

/** Nederlands en Engels */
export const languageNames = (codes: readonly string[], locale: Locale) =>
  list(
    codes.map((code) => languageName(code, locale)),
    locale,
  );
