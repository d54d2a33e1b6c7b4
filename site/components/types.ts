import type { z } from 'zod';
import type { moduleDetail, session, sessionDetail } from '../../api/catalogue/schema.ts';
import type { kind, topic } from '../../api/contract.ts';
import type { cost, decision } from '../../api/eligibility/schema.ts';
import type { registration } from '../../api/registrations/schema.ts';
import type { nl } from '../texts/nl.ts';

export type SessionItem = z.output<typeof session>;
export type SessionDetail = z.output<typeof sessionDetail>;
export type ModuleDetail = z.output<typeof moduleDetail>;
export type Kind = z.output<typeof kind>;
export type Topic = z.output<typeof topic>;
export type Cost = z.output<typeof cost>;
export type Decision = z.output<typeof decision>;
export type Registration = z.output<typeof registration>;
export type StatusName = keyof typeof nl.common.status;
