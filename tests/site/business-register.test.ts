import { describe, expect, it, test } from 'vitest';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/server.ts';

const portal = await testServer(await testDatabase());
// Another portal, with a key: to it the stand-in of the first is the register.
const withKey = await testServer(await testDatabase('empty'), {
  KVK_API_KEY: 'a-key',
  KVK_BASE_URL: `${portal.url}/dev/kvk`,
});

async function kvk(path: string, headers: Record<string, string> = { apikey: 'any' }) {
  const answer = await fetch(`${portal.url}/dev/kvk${path}`, { headers });
  const body = (await answer.json()) as Record<string, unknown> & { fout?: { code: string }[] };
  return { status: answer.status, body, code: body.fout?.[0]?.code };
}
const search = async (query: string) => {
  const { body } = await kvk(`/v2/zoeken?${query}`);
  const found = body.resultaten as { vestigingsnummer: string }[] | undefined;
  return [body.totaal, found?.map((it) => it.vestigingsnummer)];
};

describe('a portal', () => {
  test.each(['69599084', '00000019'])('without a key asks its stand-in for %s', async (kvkNumber) => {
    const answer = await fetch(`${portal.url}/api/v1/businesses/${kvkNumber}`);
    expect(await answer.json()).toMatchObject({ status: 'found', city: 'Amstelveen', active: true });
  });

  it('with a key asks the register at its address, and has no stand-in', async () => {
    const answer = await fetch(`${withKey.url}/api/v1/businesses/68750110`);
    expect(await answer.json()).toMatchObject({ status: 'found', name: 'Test BV Donald', city: 'Amsterdam' });
    expect((await fetch(`${withKey.url}/dev/kvk/v1/basisprofielen/68750110`)).status).toBe(404);
  });
});

describe('the stand-in', () => {
  it('asks for a key', async () => {
    expect((await kvk('/v1/basisprofielen/69599084', {})).status).toBe(401);
  });

  it('has the parts of a basic profile', async () => {
    const { body } = await kvk('/v1/basisprofielen/68750110');
    const whole = body._embedded as Record<string, unknown>;
    expect((await kvk('/v1/basisprofielen/68750110/eigenaar')).body).toEqual(whole.eigenaar);
    expect((await kvk('/v1/basisprofielen/68750110/hoofdvestiging')).body).toEqual(whole.hoofdvestiging);
    expect((await kvk('/v1/basisprofielen/68750110/vestigingen')).body).toMatchObject({
      totaalAantalVestigingen: 2,
    });
  });

  it('shields an address everywhere', async () => {
    const answers = await Promise.all([
      kvk('/v1/basisprofielen/90001354'),
      kvk('/v1/basisprofielen/90001354/vestigingen'),
      kvk('/v1/vestigingsprofielen/990000541921'),
      kvk('/v2/zoeken?kvkNummer=90001354'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(JSON.stringify(answers)).not.toMatch(/straat|plaats|volledigAdres/);
    expect(JSON.stringify(answers)).toMatch(/"indAfgeschermd":"Ja".*"indicatieAfgeschermd":"Ja"/);
  });

  it('searches as KVK does', async () => {
    expect(await search('kvkNummer=68727720')).toEqual([1, ['000037143557']]);
    expect(await search('kvkNummer=68727720&inclusiefInactieveRegistraties=true')).toEqual([
      2,
      ['000037143557', '990001987781'],
    ]);
    expect(await search('kvkNummer=68750110&type=nevenvestiging')).toEqual([1, ['000037178601']]);
    expect(await search('kvkNummer=68750110&resultatenPerPagina=1&pagina=2')).toEqual([2, ['000037178601']]);
    expect(await search('naam=donald&plaats=Amsterdam')).toEqual([1, ['000037178598']]);
    expect(await search('vestigingsnummer=000037178598')).toEqual([1, ['000037178598']]);
  });

  test.each([
    ['/v1/basisprofielen/6959908', 400, 'IPD0004'],
    ['/v1/basisprofielen/00000027', 404, 'IPD0005'],
    ['/v1/basisprofielen/90000749/hoofdvestiging', 404, 'IPD0001'],
    ['/v1/vestigingsprofielen/1', 400, 'IPD0006'],
    ['/v1/vestigingsprofielen/000000000001', 404, 'IPD0007'],
    ['/v2/zoeken?kvkNummer=00000027', 404, 'IPD5200'],
    ['/v2/zoeken?straat=Proefweg', 400, 'IPD1999'],
    ['/v2/zoeken?naam=test&resultatenPerPagina=101', 400, 'IPD1999'],
    ['/v1/basisprofielen/90004973', 500, 'IPD9999'],
    ['/v2/zoeken?kvkNummer=90002903', 404, 'IPD1003'],
  ])('answers %s with %s %s', async (path, status, code) => {
    expect(await kvk(path)).toMatchObject({ status, code });
  });
});
