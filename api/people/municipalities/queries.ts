import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/open.ts';
import { accountRoles, invitations } from '../../../db/schema/accounts.ts';
import { municipalities, organisations, signposts } from '../../../db/schema/organisations.ts';
import type { AccountActor } from '../../http/actor.ts';
import { Problem } from '../../http/problem.ts';
import { toPicture } from '../pictures/shapes.ts';

export async function signpostsOf(db: Reader, municipalityIds: string[]) {
  const rows = await db
    .select()
    .from(signposts)
    .where(inArray(signposts.municipalityId, municipalityIds))
    .orderBy(asc(signposts.position));
  return Map.groupBy(rows, ({ municipalityId }) => municipalityId);
}

/** The organisation among senders and organisers that is the municipality itself. */
const standsFor = and(
  eq(organisations.municipalityId, municipalities.id),
  eq(organisations.kind, 'municipality'),
);

/** The same, of one municipality. */
export async function standInOf(db: Reader, municipalityId: string) {
  const [found] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .innerJoin(municipalities, standsFor)
    .where(eq(municipalities.id, municipalityId));
  return found!;
}

export const toColours = ({ colourOnLight, colourOnDark }: typeof municipalities.$inferSelect) =>
  colourOnLight && colourOnDark ? { onLight: colourOnLight, onDark: colourOnDark } : null;

async function listWhere(db: Reader, where: SQL | undefined) {
  const rows = await db
    .select({
      municipality: municipalities,
      logo: organisations.logo,
      logoAlt: organisations.logoAlt,
      administrators: sql<number>`(select count(*)::int from ${accountRoles}
        where ${accountRoles.municipalityId} = ${municipalities.id} and ${accountRoles.duty} = 'administrator')`,
      invited: sql<number>`(select count(*)::int from ${invitations}
        where ${invitations.municipalityId} = ${municipalities.id}
          and ${invitations.acceptedAt} is null and ${invitations.endedAt} is null)`,
    })
    .from(municipalities)
    .leftJoin(organisations, standsFor)
    .where(where)
    .orderBy(asc(municipalities.name));
  const ways = await signpostsOf(
    db,
    rows.map(({ municipality }) => municipality.id),
  );
  return rows.map(({ municipality, logo, logoAlt, ...counted }) => ({
    ...told(municipality),
    ...counted,
    colours: toColours(municipality),
    logo: toPicture(logo, logoAlt),
    signposts: (ways.get(municipality.id) ?? []).map(({ topic, name, text, phone, url }) => ({
      topic,
      name,
      text,
      phone,
      url,
    })),
  }));
}

const told = ({
  createdAt: _,
  colourOnLight: __,
  colourOnDark: ___,
  ...rest
}: typeof municipalities.$inferSelect) => rest;

/** All of them, for an operator of the portal. */
export const listMunicipalities = (db: Reader) => listWhere(db, undefined);

/**
 * One of them, for its own administrators and for operators. Throws `not-allowed` for others who work there and `not-found`
 * for everyone else, as for one that does not exist.
 */
export async function ownMunicipality(db: Reader, { account }: AccountActor, id: string) {
  const roles = await db.select().from(accountRoles).where(eq(accountRoles.accountId, account.id));
  const concerned = roles.filter(({ role, municipalityId }) => role === 'operator' || municipalityId === id);
  if (concerned.length === 0) throw new Problem('not-found');
  if (!concerned.some(({ duty }) => duty === 'administrator')) throw new Problem('not-allowed');
  const [found] = await listWhere(db, eq(municipalities.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}

/** The same, so that nobody else changes it at the same time. */
export async function lockMunicipality(tx: Tx, actor: AccountActor, id: string) {
  await tx.select().from(municipalities).where(eq(municipalities.id, id)).for('no key update');
  return ownMunicipality(tx, actor, id);
}

/** What everyone sees of every municipality, in order of name. */
export const shownMunicipalities = (db: Reader) =>
  db
    .select({ municipality: municipalities, logo: organisations.logo, logoAlt: organisations.logoAlt })
    .from(municipalities)
    .leftJoin(organisations, standsFor)
    .orderBy(asc(municipalities.name));
