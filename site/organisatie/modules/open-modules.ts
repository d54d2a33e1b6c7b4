import type { AstroGlobal } from 'astro';
import { covers } from '../../../api/http/duties.rules.ts';
import type { Duty } from '../../../api/language/vocabularies.ts';
import { paths } from '../../../api/language/paths.ts';
import { mustHave, notFound } from '../../answers.ts';
import { staffOf } from '../../sign-in.ts';
import { texts } from '../../texts/index.ts';

type Asked = Pick<AstroGlobal, 'locals' | 'url' | 'response'>;

/**
 * For whom the reader makes modules: organisations, and the municipality itself. With the desk that the pages are under,
 * and whether that is the one of the municipality. As `staffOf`.
 */
export function openModules(astro: Asked) {
  const { locale, me: visitor } = astro.locals;
  const may = (role: 'organisation' | 'municipality', needed: Duty) =>
    visitor?.roles.some((one) => one.role === role && covers(one.duty, needed)) ?? false;
  const ofMunicipality = !may('organisation', 'editor') && may('municipality', 'programme');
  const me = staffOf(ofMunicipality ? 'municipality' : 'organisation', astro);
  if (!me || me instanceof Response) return me;
  const found = me.roles.flatMap(({ organisation, municipality, duty }) => [
    ...(organisation && covers(duty, 'editor') ? [organisation] : []),
    ...(municipality && covers(duty, 'programme') ? [municipality.organisation] : []),
  ]);
  const { organisation, common } = texts(locale);
  const up = ofMunicipality
    ? { label: common.nav.municipality, path: paths.municipality.desk() }
    : { label: organisation.list.desk, path: paths.organisation.desk() };
  const organisations = [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()];
  if (organisations.length > 0) return { organisations, up, ofMunicipality };
  astro.response.status = 403;
  return null;
}

/** The module in the address, for who makes it; 404 for every other. As `openModules`. */
export async function openModule(astro: Asked & Pick<AstroGlobal, 'params'>) {
  const desk = openModules(astro);
  if (!desk || desk instanceof Response) return desk;
  const param = { idOrSlug: astro.params.slug! };
  const own = await mustHave(astro.locals.api.me.modules[':idOrSlug'].$get({ param }));
  if (own instanceof Response) return own;
  return desk.organisations.some(({ id }) => id === own.organisation.id) ? { ...desk, own } : notFound();
}
