import { mustHave } from '../../answers.ts';
import { money } from '../../../api/language/amounts.ts';
import type { Client } from '../../client.ts';
import type { Locale } from '../../links.ts';
import { offerOf } from './module-form.ts';

type Organisation = { id: string; name: string };

/** What these organisations offer, and where they can offer more. */
export async function offeredBy(api: Client, organisations: Organisation[]) {
  const all = await Promise.all(
    organisations.map(async (organisation) => {
      const offered = await mustHave(
        api.organisations[':id'].modules.$get({ param: { id: organisation.id } }),
      );
      return offered instanceof Response ? offered : { organisation, ...offered };
    }),
  );
  return all.find((one) => one instanceof Response) ?? (all as Exclude<(typeof all)[number], Response>[]);
}
type Offered = Exclude<Awaited<ReturnType<typeof offeredBy>>, Response>;

/** What a new module can be made in, by the name of the programme, and of the organisation where there are more. */
export const offersIn = (offered: Offered) =>
  offered.flatMap(({ organisation, programmes }) =>
    programmes.map(({ id, name }) => ({
      value: offerOf(organisation.id, id),
      label: offered.length > 1 ? `${name} (${organisation.name})` : name,
    })),
  );

/** The products of one programme, or of all, each once. */
export function productsIn(offered: Offered, locale: Locale, programmeId?: string) {
  const programmes = offered
    .flatMap((one) => one.programmes)
    .filter(({ id }) => programmeId === undefined || id === programmeId);
  const products = programmes.flatMap(({ name, products: some }) =>
    some.map((product) => ({
      id: product.id,
      label: `${product.name}, ${money(product.priceCents, locale)}${programmeId ? '' : ` (${name})`}`,
    })),
  );
  return [...new Map(products.map((product) => [product.id, product])).values()];
}
