import { lt } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { inboundMails } from '../../../db/schema/calendar.ts';
import { inboundSince } from './rules.ts';

/** Mail that came in is personal: it goes after ninety days, whether someone looked at it or not. */
export const forgetInbound = (db: Db, now: Date) =>
  db.delete(inboundMails).where(lt(inboundMails.receivedAt, inboundSince(now)));
