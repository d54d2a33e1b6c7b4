import { and, eq, exists, gte, ilike, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/open.ts';
import { modules, sessionOrganisers, sessions, venues } from '../../../db/schema/catalogue.ts';
import { organisations } from '../../../db/schema/organisations.ts';
import { programmes } from '../../../db/schema/programmes.ts';
import { endOfDate, localDate, startOfDate } from '../../language/time.ts';
import type { SessionFilters } from './schema.ts';

/** Filters that narrow what is searched at all; the others are choices whose numbers are counted. */
export function baseConditions(db: Reader, filters: SessionFilters, now: Date): SQL | undefined {
  const from = startOfDate(filters.from ?? localDate(now));
  return and(
    ne(sessions.status, 'draft'),
    ne(programmes.status, 'draft'),
    eq(sessions.listed, true),
    gte(sessions.startsAt, filters.from ? from : now),
    filters.until ? lt(sessions.startsAt, endOfDate(filters.until)) : undefined,
    filters.status ? eq(sessions.status, filters.status) : undefined,
    filters.programme ? eq(programmes.slug, filters.programme) : undefined,
    filters.module ? eq(sessions.moduleId, filters.module) : undefined,
    ...words(filters.q).map((word) => containsWord(db, word)),
  );
}

export function choiceConditions(db: Reader, filters: SessionFilters): SQL | undefined {
  return and(
    filters.kind ? eq(modules.kind, filters.kind) : undefined,
    filters.topic ? eq(modules.topic, filters.topic) : undefined,
    filters.delivery
      ? or(eq(sessions.deliveryMode, filters.delivery), eq(sessions.deliveryMode, 'hybrid'))
      : undefined,
    filters.city ? eq(venues.city, filters.city) : undefined,
    filters.free ? freeForEntrepreneur : undefined,
    filters.organiser ? organisedBy(db, eq(organisations.slug, filters.organiser)) : undefined,
  );
}

export const freeForEntrepreneur = sql<boolean>`least(${modules.ownContributionCents}, ${modules.priceExVatCents}) = 0`;

const words = (q: string | undefined) => (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8);

/** What people call the topics, whatever the texts of a session say. */
const topicWords: Record<NonNullable<SessionFilters['topic']>, string> = {
  financing: 'financiën financien financiering geld finance funding money',
  marketing: 'marketing',
  socialMedia: 'social media',
  sales: 'sales verkoop acquisitie',
  networking: 'netwerken sparren networking',
  recovery: 'herstel recovery',
};
const topicsNamed = (word: string) =>
  modules.topic.enumValues.filter((topic) => topicWords[topic].includes(word.toLowerCase()));

function containsWord(db: Reader, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(modules.title, pattern),
    ilike(modules.summary, pattern),
    ilike(modules.description, pattern),
    inArray(modules.topic, topicsNamed(word)),
    organisedBy(db, or(ilike(organisations.name, pattern), ilike(organisations.shortName, pattern))),
  );
}

const organisedBy = (db: Reader, condition: SQL | undefined) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(sessionOrganisers)
      .innerJoin(organisations, eq(organisations.id, sessionOrganisers.organisationId))
      .where(and(eq(sessionOrganisers.sessionId, sessions.id), condition)),
  );
