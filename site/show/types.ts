import type { z } from 'zod';
import type { moduleDetail, session, sessionDetail } from '../../api/offer/catalogue/schema.ts';
import type { kind, topic } from '../../api/http/contract.ts';
import type { cost, decision } from '../../api/paying/eligibility/schema.ts';
import type { kvkNumberState, registration, toConfirm } from '../../api/places/registrations/schema.ts';
import type { declaration } from '../../api/paying/declarations/schema.ts';
import type { reviewState } from '../../api/places/reviews/schema.ts';
import type { nl } from '../texts/nl.ts';

export type SessionItem = z.output<typeof session>;
export type SessionDetail = z.output<typeof sessionDetail>;
export type ModuleDetail = z.output<typeof moduleDetail>;
export type Kind = z.output<typeof kind>;
export type Topic = z.output<typeof topic>;
export type Cost = z.output<typeof cost>;
export type Decision = z.output<typeof decision>;
export type Registration = z.output<typeof registration>;
/** What was filled in with a booking. */
export type Given = z.output<typeof toConfirm>['given'];
export type DeclarationState = z.output<typeof declaration>;
export type KvkNumberState = z.output<typeof kvkNumberState>;
export type ReviewState = z.output<typeof reviewState>;
export type StatusName = keyof typeof nl.common.status;
