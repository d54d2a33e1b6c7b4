import type { AstroGlobal } from 'astro';
import { covers } from '../../api/http/duties.rules.ts';
import type { Duty } from '../../api/language/vocabularies.ts';
import { staffOf } from '../sign-in.ts';

/**
 * Who works for an organisation and may do what `needed` may, with the organisations where that is so; otherwise as
 * `staffOf`.
 */
export function openDesk(
  astro: Pick<AstroGlobal, 'locals' | 'url' | 'response'>,
  needed: Extract<Duty, 'administrator' | 'editor' | 'door'> = 'door',
) {
  const me = staffOf('organisation', astro);
  if (!me || me instanceof Response) return me;
  const organisations = me.roles.flatMap(({ organisation, duty }) =>
    organisation && covers(duty, needed) ? organisation : [],
  );
  if (organisations.length > 0) return { organisations };
  astro.response.status = 403;
  return null;
}
