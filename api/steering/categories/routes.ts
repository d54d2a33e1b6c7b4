import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deps } from '../../deps.ts';
import { accountsOnly, type Env, operatorsOnly } from '../../http/actor.ts';
import { body, id, json, refusals } from '../../http/contract.ts';
import { ownMunicipality } from '../../people/municipalities/queries.ts';
import { districtRows, industryTable as readIndustries } from './queries.ts';
import { replaceDistricts } from './replace-districts.ts';
import { replaceIndustries } from './replace-industries.ts';
import { districtTable, industryTable, newIndustryTable } from './schema.ts';

const tags = ['Verslag'];
const params = z.object({ id });

/** The words that reports have for where and what a business is: of a municipality its districts, of the portal the branches. */
export const categories = ({ db }: Deps, create: () => OpenAPIHono<Env>) => {
  const districtsRoute = createRoute({
    method: 'get',
    path: '/municipalities/{id}/districts',
    tags,
    summary: 'Which district an address lies in, for the reports of a municipality',
    middleware: accountsOnly,
    request: { params },
    responses: {
      200: json(districtTable, 'The table'),
      ...refusals('invalid-input', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const replaceDistrictsRoute = createRoute({
    method: 'put',
    path: '/municipalities/{id}/districts',
    tags,
    summary: 'Replace the districts of a municipality. Reports that were kept stay as they are',
    middleware: accountsOnly,
    request: { params, body: body(districtTable) },
    responses: {
      200: json(districtTable, 'The table as it is now'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed', 'not-found'),
    },
  });

  const industriesRoute = createRoute({
    method: 'get',
    path: '/industry-codes',
    tags,
    summary: 'Which branch a code of the SBI belongs to in reports',
    responses: { 200: json(industryTable, 'The table') },
  });

  const replaceIndustriesRoute = createRoute({
    method: 'put',
    path: '/industry-codes',
    tags,
    summary: 'Replace the table from codes of the SBI to branches. Reports that were kept stay as they are',
    middleware: operatorsOnly(db),
    request: { body: body(newIndustryTable) },
    responses: {
      200: json(industryTable, 'The table as it is now'),
      ...refusals('invalid-input', 'malformed-json', 'not-signed-in', 'not-allowed'),
    },
  });

  return create()
    .openapi(districtsRoute, async (c) => {
      const { id: municipalityId } = c.req.valid('param');
      await ownMunicipality(db, c.get('account'), municipalityId);
      return c.json({ rows: await districtRows(db, municipalityId) }, 200);
    })
    .openapi(replaceDistrictsRoute, async (c) => {
      const { id: municipalityId } = c.req.valid('param');
      const rows = await c.get('write')(c.get('account'), async (work) => {
        await replaceDistricts(work, municipalityId, c.req.valid('json'));
        return districtRows(work.tx, municipalityId);
      });
      return c.json({ rows }, 200);
    })
    .openapi(industriesRoute, async (c) => c.json(await readIndustries(db), 200))
    .openapi(replaceIndustriesRoute, async (c) => {
      const table = await c.get('write')(c.get('staff'), async (work) => {
        await replaceIndustries(work, c.req.valid('json'));
        return readIndustries(work.tx);
      });
      return c.json(table, 200);
    });
};
