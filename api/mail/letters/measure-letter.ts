import { eq } from 'drizzle-orm';
import type { Db } from '../../../db/open.ts';
import { accounts } from '../../../db/schema/accounts.ts';
import { municipalities } from '../../../db/schema/organisations.ts';
import { programmeQuarters, programmes } from '../../../db/schema/programmes.ts';
import { phaseChanges, phaseChangeUndos, steeringMeasures } from '../../../db/schema/steering.ts';
import { describeMeasure } from '../../../emails/measure-words.ts';
import { measure } from '../../../emails/templates/measure.ts';
import { measureUndone } from '../../../emails/templates/measure-undone.ts';
import { sendersOf } from '../../offer/catalogue/queries.ts';
import { startOfDate } from '../../language/time.ts';
import { mailLinks } from './links.ts';
import { namesAndLogos } from './senders.ts';
import { type MailSettings, portalSender } from './mail-facts.ts';
import type { MeasureJob } from '../jobs/mail-job.ts';
import type { Letter } from '../jobs/send-mail.ts';

/** What the municipality decided, or took back, to someone of an association that executes the programme. */
export async function measureLetter(
  { db, settings }: { db: Db; settings: MailSettings },
  { kind, measureId, accountId }: MeasureJob,
): Promise<Letter | null> {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  const [found] = await db
    .select({
      taken: steeringMeasures,
      undo: phaseChangeUndos,
      quarter: programmeQuarters.ordinal,
      programme: programmes,
      municipality: municipalities,
    })
    .from(steeringMeasures)
    .innerJoin(programmeQuarters, eq(programmeQuarters.id, steeringMeasures.quarterId))
    .innerJoin(programmes, eq(programmes.id, steeringMeasures.programmeId))
    .innerJoin(municipalities, eq(municipalities.id, programmes.municipalityId))
    .leftJoin(phaseChanges, eq(phaseChanges.measureId, steeringMeasures.id))
    .leftJoin(phaseChangeUndos, eq(phaseChangeUndos.changeId, phaseChanges.id))
    .where(eq(steeringMeasures.id, measureId))
    .limit(1);
  if (!account || !found) return null;
  const { taken, undo, quarter, programme, municipality } = found;
  const { locale } = account;
  const links = mailLinks(settings.publicUrl, settings.secret, locale);
  const senders = await sendersOf(db, programme.id);
  const facts = { measure: taken.kind, quarter, ceilingCents: taken.ceilingCents };
  const common = {
    recipient: { name: account.name, email: account.email },
    sender: {
      ...portalSender(settings, locale),
      ...namesAndLogos(senders, settings.publicUrl),
      creditLine: programme.creditLine,
      municipality: { name: municipality.name, phone: municipality.phone },
    },
    url: links.desk,
    programme: programme.name,
    description: describeMeasure(facts, locale),
    from: startOfDate(taken.effectiveOn),
  };
  const mail =
    kind === 'measureUndone' && undo
      ? measureUndone({ ...common, motivation: undo.motivation }, locale)
      : measure({ ...common, measure: taken.kind, motivation: taken.motivation }, locale);
  return { to: account.email, mail, accountId };
}
