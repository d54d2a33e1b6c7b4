import { type NewProgramme, templateIds } from '../../../api/steering/settings/schema.ts';
import { nextEdition } from '../../../api/steering/settings/edition.rules.ts';
import type { Programme } from '../../show/programme/programme.ts';
import { flag, text } from '../../typed.ts';

type Values = Record<string, string>;
const COPY = 'programma.';
/** Nothing to begin with. */
export const EMPTY = 'leeg';
export const copyOf = ({ slug }: Pick<Programme, 'slug'>) => `${COPY}${slug}`;

const fromOf = (chosen = ''): NewProgramme['from'] => {
  if (chosen.startsWith(COPY)) return { programme: chosen.slice(COPY.length) };
  const template = templateIds.find((id) => id === chosen);
  return template && { template };
};

/** The programme that a form asks for. What it pays for and who may come in follow from what it begins with, if anything. */
export function newProgrammeFrom(values: Values): NewProgramme {
  const from = fromOf(values.from);
  const bare = {
    requiresOpenAccess: flag(values.requiresOpenAccess),
    funding: values.funding === 'perParticipant' ? ('perParticipant' as const) : ('perSession' as const),
  };
  return {
    municipalityId: text(values.municipalityId),
    name: text(values.name),
    startsOn: text(values.startsOn),
    endsOn: text(values.endsOn),
    creditLine: text(values.creditLine),
    ...(from ? { from } : bare),
  };
}

/** What a form for the next edition of a programme begins with. */
export function proposalFor(programme: Programme): Values {
  const { name, creditLine, municipality } = programme;
  return {
    municipalityId: municipality.id,
    name,
    creditLine,
    ...nextEdition(programme),
    from: copyOf(programme),
  };
}
