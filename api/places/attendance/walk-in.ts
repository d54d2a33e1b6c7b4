import type { Work } from '../../unit-of-work/work.ts';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/open.ts';
import { businesses, entrepreneurs, registrations } from '../../../db/schema/registrations.ts';
import type { OrganisationActor } from '../../http/actor.ts';
import { record } from '../../unit-of-work/audit.ts';
import { decidePlace } from '../life/decide-place.ts';
import { Problem } from '../../http/problem.ts';
import { linkBusiness } from '../life/entrepreneur.ts';
import { lockSession } from '../life/places.ts';
import { ownSession } from './guard.ts';
import { isMarkable } from './rules.ts';
import type { WalkIn } from './schema.ts';

/**
 * Writes down someone who came without booking, as present. It takes no bookable place. A known KVK number ties the
 * visit to the person of that business who has that name, so that people are counted once.
 */
export async function addWalkIn(work: Work<OrganisationActor>, sessionId: string, input: WalkIn) {
  const { tx, now, actor } = work;
  await ownSession(tx, actor, sessionId);
  const session = await lockSession(work, sessionId);
  if (!isMarkable(session, now)) throw new Problem('attendance-too-early');
  const entrepreneurId = (await knownPerson(tx, input)) ?? (await newPerson(tx, input));
  const [row] = await tx
    .insert(registrations)
    .values({
      sessionId,
      entrepreneurId,
      status: 'confirmed',
      source: 'walkIn',
      name: input.name,
      kvkNumber: input.kvkNumber ?? null,
      membership: input.membership,
      confirmedAt: now,
      attendance: 'present',
      attendanceMarkedAt: now,
      attendanceMarkedBy: actor.account.id,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new Problem('already-registered');
  await decidePlace(work, { ...row, proved: true }, session);
  await record(work, { action: 'attendance.walkIn', subjectId: row.id });
  return { registrationId: row.id };
}

async function knownPerson(tx: Tx, input: WalkIn) {
  if (!input.kvkNumber) return undefined;
  const people = await tx
    .select({ id: entrepreneurs.id, name: entrepreneurs.name })
    .from(entrepreneurs)
    .innerJoin(businesses, eq(businesses.id, entrepreneurs.businessId))
    .where(eq(businesses.kvkNumber, input.kvkNumber));
  return people.find((person) => person.name.toLowerCase() === input.name.toLowerCase())?.id;
}

async function newPerson(tx: Tx, input: WalkIn) {
  const [person] = await tx
    .insert(entrepreneurs)
    .values({ name: input.name })
    .returning({ id: entrepreneurs.id });
  if (input.kvkNumber) await linkBusiness(tx, person!.id, input.kvkNumber);
  return person!.id;
}
