import { eq } from 'drizzle-orm';
import { municipalities } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import type { Locale } from '../../language/locale.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { colourWords } from './colour-words.ts';
import { faultOfColour } from './colours.rules.ts';
import { lockMunicipality } from './queries.ts';
import type { Colours } from './schema.ts';

/**
 * The colour of a municipality on its pages; null takes it away. Who may is judged by `ownMunicipality`. Throws
 * `invalid-input` for what people could not read, with how much contrast there is.
 */
export async function setColours(work: Work<AccountActor>, id: string, { colours }: Colours, locale: Locale) {
  await lockMunicipality(work.tx, work.actor, id);
  const faults = [
    { name: 'colours.onLight', fault: colours && faultOfColour(colours.onLight, 'light') },
    { name: 'colours.onDark', fault: colours && faultOfColour(colours.onDark, 'dark') },
  ];
  const invalidParams = faults.flatMap(({ name, fault }) =>
    fault ? [{ name, code: 'explained' as const, reason: colourWords(fault, locale) }] : [],
  );
  if (invalidParams.length > 0) throw new Problem('invalid-input', { invalidParams });
  const set = { colourOnLight: colours?.onLight ?? null, colourOnDark: colours?.onDark ?? null };
  await work.tx.update(municipalities).set(set).where(eq(municipalities.id, id));
  await record(work, { action: 'municipality.colours-changed', subjectId: id, details: set });
}
