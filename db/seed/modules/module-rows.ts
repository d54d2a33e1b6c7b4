import type { modules } from '../../schema/catalogue.ts';
import { momentOf } from '../calendar.ts';
import { organisationId } from '../organisations.ts';
import { productId, programmeId } from '../programme-rows.ts';
import type { ProgrammeSpec } from '../programmes.ts';
import { idOf } from '../random.ts';
import { actieplanCoaching } from './actieplan-coaching.ts';
import { archiveKnowledgeAndCoaching } from './archive-knowledge-and-coaching.ts';
import { archiveTogether } from './archive-together.ts';
import { backOnTrackCoaching } from './back-on-track-coaching.ts';
import { backOnTrackKnowledge } from './back-on-track-knowledge.ts';
import { backOnTrackTogether } from './back-on-track-together.ts';
import type { ModuleText } from './module-text.ts';
import { onderneemvaardigMarketingAndNetworking } from './onderneemvaardig-marketing-and-networking.ts';
import { onderneemvaardigMoneyAndSales } from './onderneemvaardig-money-and-sales.ts';

export const textsOf: Record<string, ModuleText[]> = {
  'back-on-track-2021-2022': [...archiveKnowledgeAndCoaching, ...archiveTogether],
  'back-on-track': [...backOnTrackCoaching, ...backOnTrackKnowledge, ...backOnTrackTogether],
  'actieplan-coaching-ondernemers': actieplanCoaching,
  onderneemvaardig: [...onderneemvaardigMoneyAndSales, ...onderneemvaardigMarketingAndNetworking],
};

export const moduleId = (slug: string) => idOf(`module/${slug}`);

export function moduleRows(specs: ProgrammeSpec[]): (typeof modules.$inferInsert)[] {
  return specs.flatMap((spec) =>
    (textsOf[spec.slug] ?? []).map(({ slug, kind, topic, title, summary, ...text }) => ({
      id: moduleId(slug),
      programmeId: programmeId(spec.slug),
      organisationId: organisationId(text.organisation),
      productId: text.product ? productId(spec.slug, text.product) : null,
      slug,
      kind,
      topic,
      title,
      summary,
      description: text.paragraphs.join('\n\n'),
      durationMinutes: text.minutes,
      priceExVatCents: text.price?.exVatCents ?? 0,
      vatRate: text.price?.vatRate ?? '21',
      ownContributionCents: text.price?.ownContributionCents ?? 0,
      ...(text.stages && { stages: text.stages }),
      ...(text.industries && { industries: text.industries }),
      ...(text.languages && { languages: text.languages }),
      createdAt: momentOf(spec.rulesFrom, '12:00'),
    })),
  );
}
