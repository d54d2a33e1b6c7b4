import type { AstroGlobal } from 'astro';
import { staffOf } from '../sign-in.ts';

/** Who works for an organisation, with these organisations; as `staffOf`. */
export function openDesk(astro: Pick<AstroGlobal, 'locals' | 'url' | 'response'>) {
  const me = staffOf('organisation', astro);
  if (!me || me instanceof Response) return me;
  return { organisations: me.roles.flatMap(({ organisation }) => organisation ?? []) };
}
