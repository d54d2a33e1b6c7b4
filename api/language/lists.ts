import { forBoth, type Locale } from './locale.ts';

const joined = forBoth((tag) => new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' }));

/** Gemeente Amstelveen, VAD en OA */
export const list = (items: string[], locale: Locale) => joined[locale].format(items);
