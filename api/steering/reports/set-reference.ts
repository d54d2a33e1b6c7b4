import type { Work } from '../../unit-of-work/work.ts';
import { ownProgramme } from '../../programmes/programmes/own-programme.ts';
import type { z } from '@hono/zod-openapi';
import { referenceDistributions } from '../../../db/schema/reports.ts';
import type { StaffActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import type { referenceDistribution } from './schema.ts';

type Input = {
  programme: string;
  dimension: 'district' | 'industry' | 'age';
} & z.output<typeof referenceDistribution>;

/** Gives a dimension another population to compare with; what was given before stays stored. For the municipality. */
export async function setReference(work: Work<StaffActor>, input: Input) {
  const { tx, now, actor } = work;
  const programme = await ownProgramme(tx, actor, input.programme);
  const { dimension, source, asOf } = input;
  const shares = Object.fromEntries(input.shares.map(({ category, share }) => [category, share]));
  await tx
    .insert(referenceDistributions)
    .values({ programmeId: programme.id, dimension, source, asOf, shares, createdAt: now });
  await record(work, {
    action: 'reference-distribution.set',
    subjectId: programme.id,
    details: { dimension, source, asOf },
  });
}
