import type { StaffActor } from '../../http/actor.ts';
import { refuseFields } from '../../http/refuse-fields.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { Work } from '../../unit-of-work/work.ts';
import { insertModule } from './insert-module.ts';
import { lockProduct, pricedAs } from './product.ts';
import { offersIn, ownOrganisation } from './queries.ts';
import { wrongPrice } from './rules.ts';
import type { NewModule } from './schema.ts';

/**
 * A new module of an organisation, as a draft that only it sees. Throws `not-found` for someone else's organisation, and
 * `invalid-input` with all that is wrong.
 */
export async function makeModule(work: Work<StaffActor>, organisationId: string, input: NewModule) {
  const { tx, actor, now } = work;
  const { productId = null, priceExVatCents = 0, vatRate = '21', ownContributionCents = 0, ...given } = input;
  await ownOrganisation(tx, actor, organisationId);
  const isParty = await offersIn(tx, organisationId, input.programmeId);
  const product = productId && (await lockProduct(tx, input.programmeId, productId));
  const price = {
    priceExVatCents,
    vatRate,
    ownContributionCents,
    ...(product && pricedAs(product)),
  };
  refuseFields([
    ...(isParty ? [] : [{ name: 'programmeId', code: 'invalid' as const }]),
    ...(productId && !product ? [{ name: 'productId', code: 'invalid' as const }] : []),
    ...wrongPrice({ exVatCents: price.priceExVatCents, ...price }),
  ]);
  const made = await insertModule(tx, { ...given, ...price, productId, organisationId, createdAt: now });
  await record(work, { action: 'module.made', subjectId: made.id });
  return made;
}
