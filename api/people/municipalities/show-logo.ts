import type { AccountActor } from '../../http/actor.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { writeLogo } from '../organisations/show-logo.ts';
import { lockMunicipality, standInOf } from './queries.ts';

/** The logo of a municipality: of the organisation that stands for it. Who may is judged by `ownMunicipality`. */
export async function showMunicipalLogo(
  work: Work<AccountActor>,
  id: string,
  logo: Parameters<typeof writeLogo>[2],
) {
  await lockMunicipality(work.tx, work.actor, id);
  const { id: organisationId } = await standInOf(work.tx, id);
  await writeLogo(work, organisationId, logo);
}
