import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules } from '../../../db/schema/catalogue.ts';
import { programmeContributions } from '../../../db/schema/contributions.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { costOf } from '../cost/rules.ts';
import { groupOf } from '../../programmes/programmes/rules.ts';
import type { Settings } from '../../steering/settings/schema.ts';

type Contributions = Settings['contributions'];

/** What a programme pays for a session of each group, in the order of the groups. */
export async function contributionsOf(db: Reader, programmeId: string): Promise<Contributions> {
  const rows = await db
    .select()
    .from(programmeContributions)
    .where(eq(programmeContributions.programmeId, programmeId))
    .orderBy(asc(programmeContributions.targetGroup));
  return rows.map(({ targetGroup: group, cents, vatRate }) => ({ group, cents, vatRate }));
}

/** In cents, ex VAT and the VAT on it. */
export type Contribution = { exVatCents: number; vatCents: number };

const withVat = (exVatCents: number, vatRate: Contributions[number]['vatRate']): Contribution => {
  const { vatCents } = costOf({ exVatCents, vatRate, ownContributionCents: 0 }, 'municipality');
  return { exVatCents, vatCents };
};

/** What the municipality pays now for a session of each of these modules; those that it pays nothing for are left out. */
export async function contributionsOfModules(
  db: Reader,
  moduleIds: string[],
): Promise<Map<string, Contribution>> {
  if (moduleIds.length === 0) return new Map();
  const rows = await db
    .select({ module: modules, programme: programmes, contribution: programmeContributions })
    .from(modules)
    .innerJoin(programmes, eq(programmes.id, modules.programmeId))
    .innerJoin(programmeContributions, eq(programmeContributions.programmeId, programmes.id))
    .where(inArray(modules.id, moduleIds));
  return new Map(
    rows.flatMap(({ module, programme, contribution: { targetGroup, cents, vatRate } }) =>
      programme.funding === 'perSession' && targetGroup === groupOf(module.kind) && cents > 0
        ? [[module.id, withVat(cents, vatRate)] as const]
        : [],
    ),
  );
}

/** One amount for each group, and only where a session is paid as a whole. */
export const faultsOfContributions = (
  { contributions }: Pick<Settings, 'contributions'>,
  funding: 'perParticipant' | 'perSession',
) =>
  contributions.flatMap(({ group }, n) =>
    funding !== 'perSession' || contributions.findIndex((one) => one.group === group) < n
      ? [{ name: `contributions.${n}.group`, code: 'invalid' as const }]
      : [],
  );
