import type { z } from 'zod';
import type { opening } from '../../api/steering/settings/schema.ts';
import type { Lack } from '../../api/steering/settings/opening.rules.ts';
import { paths } from '../../api/language/paths.ts';

export type Opening = z.output<typeof opening>;

/** The page where what is missing is put right; null where the desk of the programme has none. */
export const pageFor = (what: Lack, slug: string): string | null => {
  switch (what) {
    case 'phases':
      return paths.programme.phases(slug);
    case 'rules':
      return paths.programme.rules(slug);
    case 'modules':
      return null;
    default:
      return paths.programme.settings(slug);
  }
};
