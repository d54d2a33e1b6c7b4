import type { z } from '@hono/zod-openapi';
import type { Locale } from '../../language/locale.ts';
import type { Facts } from '../../paying/eligibility/facts.ts';
import { fromStored, toDecision } from '../../paying/eligibility/shapes.ts';
import { judgeAsking } from './ask-number.rules.ts';
import type { CaseRow } from './queue.ts';
import type { reviewCase } from './schema.ts';

/** A decision with what the rules saw, for staff who has to judge. */
export function toSeen(row: CaseRow['decision'], locale: Locale): z.input<typeof reviewCase>['decision'] {
  const stored = fromStored(row);
  const decision = toDecision(stored, locale);
  return {
    ...decision,
    id: row.id,
    rules: decision.rules.map((rule, n) => ({ ...rule, saw: stored.rules[n]!.saw })),
  };
}

/** A case as staff of the municipality sees it: who pays needs the name and the number, and what the rules saw. */
export function toCase(row: CaseRow, locale: Locale, now: Date): z.input<typeof reviewCase> {
  const { registration, session, module, request, review } = row;
  const askedAt = row.numberAskedAt === null ? null : new Date(row.numberAskedAt);
  return {
    registrationId: registration.id,
    programmeId: module.programmeId,
    state: row.open ? 'open' : 'done',
    since: new Date(row.since).toISOString(),
    name: registration.name,
    kvkNumber: registration.kvkNumber,
    status: registration.status,
    registeredAt: registration.createdAt.toISOString(),
    session: {
      id: session.id,
      title: module.title,
      kind: module.kind,
      startsAt: session.startsAt.toISOString(),
    },
    vatKnown: (row.decision.facts as Facts).price.vatRate !== 'unknown',
    decision: toSeen(row.decision, locale),
    request: request && {
      requestedAt: request.createdAt.toISOString(),
      explanation: request.explanation,
    },
    kvkNumberAsk: {
      possible:
        judgeAsking(
          {
            ...registration,
            outcome: row.decision.outcome,
            requested: request !== null,
            reachable: row.accountId !== null,
            lastAskedAt: askedAt,
          },
          now,
        ) === 'asked',
      askedAt: askedAt?.toISOString() ?? null,
    },
    review: review && {
      outcome: review.outcome,
      motivation: review.motivation,
      reviewedOn: review.reviewedOn,
      reviewer: row.reviewer!,
    },
  };
}
