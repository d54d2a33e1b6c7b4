import type { Client } from '../../../client.ts';
import type { Report } from '../../../show/programme/programme.ts';
import { mayHave } from '../../../answers.ts';

/** The report as it was kept when the quarter was over; null while it is not, or when that was before reports were kept. */
export async function keptReport(api: Client, programme: string, ordinal: string): Promise<Report | null> {
  const quarter = api.programmes[':id'].quarters[':ordinal'];
  const list = await mayHave(quarter['report-snapshots'].$get({ param: { id: programme, ordinal } }));
  const end = list?.items.find(({ reason }) => reason === 'period-end');
  if (!end) return null;
  const param = { id: programme, snapshot: end.id };
  return mayHave(api.programmes[':id']['report-snapshots'][':snapshot'].$get({ param }));
}
