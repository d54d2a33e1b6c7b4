import type { z } from 'zod';
import type { opening } from '../../api/steering/settings/schema.ts';
import type { Lack } from '../../api/steering/settings/opening.rules.ts';
import { paths } from '../../api/language/paths.ts';

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
      return paths.programme.settings(slug);
  }
};
