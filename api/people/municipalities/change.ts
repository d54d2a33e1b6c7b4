import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import { insertRows } from '../../../db/insert.ts';
import { municipalities, signposts } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { lockMunicipality } from './queries.ts';
import type { Contacts } from './schema.ts';

/** How a municipality can be reached, and where it sends people. Who may is judged by `ownMunicipality`. */
export async function changeMunicipality(
  work: Work<AccountActor>,
  id: string,
  { signposts: ways, ...contacts }: Contacts,
) {
  const { tx, actor } = work;
  await lockMunicipality(tx, actor, id);
  await tx.update(municipalities).set(contacts).where(eq(municipalities.id, id));
  await tx.delete(signposts).where(eq(signposts.municipalityId, id));
  await insertRows(
    tx,
    signposts,
    ways.map((way, position) => ({ municipalityId: id, ...way, position })),
  );
  await record(work, { action: 'municipality.changed', subjectId: id });
}
