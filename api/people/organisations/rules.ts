import type { FieldCode } from '../../http/problem.ts';

/** How many applications of one account can be looked at at the same time: one person can't fill the list of a municipality. */
const MOST_OPEN_APPLICATIONS = 3;

export const mayApply = (open: number) => open < MOST_OPEN_APPLICATIONS;

/** Who can be party to a programme and plan sessions. */
export const mayTakePart = ({ status }: { status: string }) => status === 'approved';

const MOST_NAMED = 5;

/** Why an organisation can't end yet: the programmes that run with it as a party, and its sessions to come, by name. */
export function faultsOfEnding(standing: {
  programmes: string[];
  sessions: string[];
}): { name: string; code: FieldCode; about: string[] }[] {
  const named = (all: string[]) => [
    ...all.slice(0, MOST_NAMED),
    ...(all.length > MOST_NAMED ? [`+ ${all.length - MOST_NAMED}`] : []),
  ];
  return (['programmes', 'sessions'] as const).flatMap((name) =>
    standing[name].length > 0 ? [{ name, code: 'in-use' as const, about: named(standing[name]) }] : [],
  );
}
