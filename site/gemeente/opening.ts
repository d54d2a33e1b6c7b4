import type { z } from 'zod';
import type { opening } from '../../api/steering/settings/schema.ts';
import type { Lack } from '../../api/steering/settings/opening.rules.ts';
import { paths } from '../../api/language/paths.ts';
import { subjectPath } from './settings/subjects.ts';

export type Opening = z.output<typeof opening>;

/** The page where what is missing is put right. */
export const pageFor = (what: Lack, slug: string): string => {
  switch (what) {
    case 'phases':
      return paths.programme.phases(slug);
    case 'rules':
      return paths.programme.rules(slug);
    case 'modules':
      return paths.municipality.modules();
    default:
      return subjectPath(slug, homes[what]);
  }
};

const homes = {
  quarters: 'kwartalen',
  parties: 'partijen',
  authorised: 'geld',
  contributions: 'bijdragen',
  targets: 'doelen',
  agreement: 'overeenkomst',
  lead: 'basis',
} as const;
