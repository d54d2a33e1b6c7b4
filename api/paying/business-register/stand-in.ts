import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { failing, registered } from './stand-in-businesses.ts';
import { basicProfile, branchList, branchProfile, searchResults } from './stand-in-answers.ts';

const PARAMETERS = ['kvkNummer', 'vestigingsnummer', 'naam', 'plaats', 'type'];
const PAGING = ['inclusiefInactieveRegistraties', 'pagina', 'resultatenPerPagina'];
const NUMBER = { kvk: /^\d{8}$/, branch: /^\d{12}$/ };

/** Stands in for the KVK API with a few invented businesses. Any `apikey` will do. Its paths begin with `/v1` and `/v2`. */
export function createStandIn() {
  const app = new Hono();
  app.use(async (c, next) =>
    c.req.header('apikey') ? next() : fault(401, 'IPD0000', 'Geen of onjuiste apikey aangeleverd.'),
  );

  app.get('/v1/basisprofielen/:kvkNumber/:part?', (c) => {
    const { kvkNumber, part } = c.req.param();
    const found = findByKvkNumber(kvkNumber);
    if (found instanceof Response) return found;
    const profile = basicProfile(found);
    if (part === undefined) return c.json(profile);
    if (part === 'eigenaar') return c.json(profile._embedded.eigenaar);
    if (part === 'hoofdvestiging' && profile._embedded.hoofdvestiging)
      return c.json(profile._embedded.hoofdvestiging);
    if (part === 'vestigingen') return c.json(branchList(found));
    return fault(404, 'IPD0001', 'Het gevraagde product bestaat niet.');
  });

  app.get('/v1/vestigingsprofielen/:number', (c) => {
    const number = c.req.param('number');
    if (!NUMBER.branch.test(number)) return fault(400, 'IPD0006', 'Het vestigingsnummer is niet valide.');
    for (const business of registered) {
      const branch = business.branches.find((it) => it.number === number);
      if (branch) return c.json(branchProfile(business, branch));
    }
    return fault(404, 'IPD0007', 'Op basis van het vestigingsnummer kan het product niet worden geleverd.');
  });

  app.get('/v2/zoeken', (c) => {
    const query = c.req.queries();
    const unknown = Object.keys(query).filter((key) => ![...PARAMETERS, ...PAGING].includes(key));
    if (unknown.length > 0 || !PARAMETERS.some((key) => query[key]))
      return fault(400, 'IPD1999', `De volgende parameters zijn ongeldig: [${unknown.join(', ')}]`);
    const one = (key: string) => query[key]?.[0];
    const broken = failing[one('kvkNummer') ?? ''];
    if (broken) return fault(broken.status, broken.code, 'De gegevens zijn niet leverbaar.');
    const inactiveToo = one('inclusiefInactieveRegistraties') === 'true';
    const found = registered
      .flatMap(searchResults)
      .filter(
        (it) =>
          (inactiveToo || it.actief === 'Ja') &&
          (!one('kvkNummer') || it.kvkNummer === one('kvkNummer')) &&
          (!one('vestigingsnummer') || it.vestigingsnummer === one('vestigingsnummer')) &&
          (!one('naam') || it.naam.toLowerCase().split(' ').includes(one('naam')!.toLowerCase())) &&
          (!one('plaats') || it.adres?.binnenlandsAdres?.plaats === one('plaats')) &&
          (!query.type || query.type.includes(it.type)),
      );
    const pagina = Number(one('pagina') ?? 1);
    const resultatenPerPagina = Number(one('resultatenPerPagina') ?? 10);
    if (!(pagina >= 1 && pagina <= 1000 && resultatenPerPagina >= 1 && resultatenPerPagina <= 100))
      return fault(400, 'IPD1999', 'De volgende parameters zijn ongeldig: [pagina, resultatenPerPagina]');
    const resultaten = found.slice((pagina - 1) * resultatenPerPagina, pagina * resultatenPerPagina);
    if (resultaten.length === 0)
      return fault(404, 'IPD5200', 'Er zijn geen gegevens gevonden die voldoen aan de zoekparameters.');
    return c.json({ pagina, resultatenPerPagina, totaal: found.length, resultaten });
  });

  app.notFound(() => fault(404, 'IPD0001', 'Het gevraagde product bestaat niet.'));
  return app;
}

function findByKvkNumber(kvkNumber: string) {
  if (!NUMBER.kvk.test(kvkNumber)) return fault(400, 'IPD0004', 'Het KVK-nummer is niet valide.');
  const broken = failing[kvkNumber];
  if (broken) return fault(broken.status, broken.code, 'De gegevens zijn niet leverbaar.');
  const found = registered.find((it) => it.kvkNumber === kvkNumber);
  return found ?? fault(404, 'IPD0005', 'Op basis van het KVK-nummer kan het product niet worden geleverd.');
}

const fault = (status: ContentfulStatusCode, code: string, omschrijving: string) =>
  Response.json({ fout: [{ code, omschrijving }] }, { status });
