import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyMinute } from '../../api/mail/jobs/every-minute.ts';
import { problemIn, testApi } from '../support/api.ts';
import { HOUR, makeProgramme, makeSession, makeStaff, type ProgrammeFixture } from '../support/fixtures.ts';
import { base64, png, svg } from '../support/pictures.ts';

const api = await testApi('empty', { worker: false });
const { db, sql, time, call, signIn, deps, config } = api;
type Picture = { url: string; width: number; height: number; alt: string };
type Shown = { logo: Picture | null; picture: Picture | null };

let here: ProgrammeFixture;
let [own, other, door, city, clerk] = ['', '', '', '', ''];
beforeAll(async () => {
  here = await makeProgramme(db, time.now);
  const of = async (role: Parameters<typeof makeStaff>[1][number]) =>
    signIn((await makeStaff(db, [role])).email);
  own = await of({ organisationId: here.association.id });
  other = await of({ organisationId: here.otherAssociation.id });
  door = await of({ organisationId: here.association.id, duty: 'editor' });
  city = await of({ municipalityId: here.municipality.id });
  clerk = await of({ municipalityId: here.municipality.id, duty: 'programme' });
});

const logoOf = (id: string) => `/organisations/${id}/logo`;
const put = (
  file: Buffer | string,
  { path = logoOf(here.association.id), cookie = own, alt = 'Noord' } = {},
) => call('PUT', path, { cookie, body: { file: base64(file), alt } });
const logoIn = (answer: { body: unknown }) => (answer.body as Shown).logo!;
const stored = async ({ url }: Picture) => {
  const [row] = await sql<
    { bytes: Buffer }[]
  >`select bytes from pictures where name = ${url.split('/').at(-1)!}`;
  return row!.bytes;
};
const faults = (answer: { body: unknown }) =>
  problemIn(answer).invalidParams?.map(({ name, code, reason }) => `${name} ${code} ${reason}`);
const auditOf = async (id: string) =>
  (await sql`select action from audit_log where subject_id = ${id} order by at, id`).map(
    ({ action }) => action,
  );

const red = svg('<rect width="120" height="40" fill="#c00"/>');
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } });

describe('a logo', () => {
  it('is drawn anew, and everyone gets it for good under a name of its own', async () => {
    const answer = await put(red);
    expect(answer.status).toBe(200);
    const { url, width, height, alt } = logoIn(answer);
    expect({ width, height, alt }).toEqual({ width: 640, height: 213, alt: 'Noord' });
    const file = await stored(logoIn(answer));
    expect(url).toBe(`/api/v1/pictures/${createHash('sha256').update(file).digest('hex')}-640x213.png`);
    expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: 640, height: 213 });

    const read = await call('GET', url.replace('/api/v1', ''));
    expect(read.status).toBe(200);
    expect(read.headers.get('content-type')).toBe('image/png');
    expect(read.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-security-policy')).toContain("default-src 'none'");
    const profile = await call('GET', `/organisations/${here.association.slug}`);
    expect(logoIn(profile).url).toBe(url);
    expect(await auditOf(here.association.id)).toContain('organisation.logo-changed');
  });

  it('keeps when only its words change, and is gone when it is taken away', async () => {
    const { url } = logoIn(await put(red));
    const renamed = await call('PUT', logoOf(here.association.id), {
      cookie: own,
      body: { alt: 'Noordzij' },
    });
    expect(logoIn(renamed)).toMatchObject({ url, alt: 'Noordzij' });
    expect((await call('DELETE', logoOf(here.association.id), { cookie: own })).status).toBe(204);
    expect(logoIn(await call('GET', `/organisations/${here.association.id}`))).toBeNull();
    const nothing = await call('PUT', logoOf(here.association.id), { cookie: own, body: { alt: 'Noord' } });
    expect(faults(nothing)).toEqual(['file required is required']);
    expect(await auditOf(here.association.id)).toContain('organisation.logo-removed');
  });

  it('needs words for who does not see it', async () => {
    for (const alt of ['', '   ', 'a\u202eb', 'x'.repeat(201)]) {
      const answer = await put(red, { alt });
      expect(problemIn(answer).invalidParams?.map(({ name }) => name)).toEqual(['alt']);
    }
  });

  it('is of who works there as administrator: nobody else can put or point to one', async () => {
    const { url } = logoIn(await put(red));
    expect((await put(red, { cookie: other })).status).toBe(404);
    expect((await put(red, { cookie: door })).status).toBe(403);
    expect((await put(red, { cookie: city })).status).toBe(403);
    const name = url.split('/').at(-1)!;
    const pointed = await call('PUT', `/organisations/${here.otherAssociation.id}/profile`, {
      cookie: other,
      body: { logo: name, logoAlt: 'Noord' },
    });
    expect(logoIn(pointed)).toBeNull();
    const asFile = await put(name, { path: logoOf(here.otherAssociation.id), cookie: other });
    expect(asFile.status).toBe(400);
  });

  it('of a municipality is put by its administrators, and stands with the senders', async () => {
    const path = `/municipalities/${here.municipality.id}/logo`;
    expect((await put(red, { path, cookie: clerk })).status).toBe(403);
    const answer = await put(red, { path, cookie: city, alt: 'Gemeente Hier' });
    expect(logoIn(answer)).toMatchObject({ alt: 'Gemeente Hier' });
    const session = await makeSession(db, here, time.now);
    const { body } = await call('GET', `/sessions/${session.id}`);
    const { senders } = body as { senders: { kind: string; logo: Picture | null }[] };
    expect(senders.find(({ kind }) => kind === 'municipality')!.logo).toMatchObject({ alt: 'Gemeente Hier' });
    expect((await call('DELETE', path, { cookie: city })).status).toBe(204);
  });
});

describe('a photo of a module', () => {
  it('is seen on the module, its sessions and its copies', async () => {
    const session = await makeSession(db, here, time.now);
    const path = `/modules/${session.moduleId}/picture`;
    const answer = await put(await photo(3000, 1500).jpeg().toBuffer(), { path, alt: 'Een zaal' });
    expect(answer.status).toBe(200);
    const [module, planned] = await Promise.all([
      call('GET', `/modules/${session.moduleId}`),
      call('GET', `/sessions/${session.id}`),
    ]);
    const shown = (module.body as Shown).picture!;
    expect(shown).toMatchObject({ width: 1200, height: 600, alt: 'Een zaal' });
    expect((planned.body as Shown).picture).toEqual(shown);
    const copy = (await call('POST', `/modules/${session.moduleId}/copies`, { cookie: own })).body as {
      module: Shown;
    };
    expect(copy.module.picture).toEqual(shown);
    expect((await put(red, { path, cookie: other })).status).toBe(404);
    expect(await auditOf(session.moduleId)).toContain('module.picture-changed');
    expect((await call('DELETE', path, { cookie: own })).status).toBe(204);
    expect(((await call('GET', `/sessions/${session.id}`)).body as Shown).picture).toBeNull();
  });

  it('tells no more where it was made, and stands upright', async () => {
    const session = await makeSession(db, here, time.now);
    const taken = await photo(400, 200)
      .withExif({ IFD0: { Copyright: 'geheim' }, IFD3: { GPSLatitude: '52/1 18/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    await put(taken, { path: `/modules/${session.moduleId}/picture` });
    const { picture } = (await call('GET', `/modules/${session.moduleId}`)).body as Shown;
    expect(picture).toMatchObject({ width: 200, height: 400 });
    const { exif, xmp, iptc } = await sharp(await stored(picture!)).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
  });
});

it('the logos of the senders are shown together, for everyone, when one of them has one', async () => {
  const { association, programme } = await makeProgramme(db, time.now);
  const share = () => call('GET', `/programmes/${programme.slug}/share-image`);
  expect((await share()).status).toBe(404);
  const cookie = await signIn((await makeStaff(db, [{ organisationId: association.id }])).email);
  expect((await put(red, { path: logoOf(association.id), cookie })).status).toBe(200);
  const [first, again] = [await share(), await share()];
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
  expect(again.body).toEqual(first.body);
  await put(svg('<rect width="120" height="40" fill="#00c"/>'), { path: logoOf(association.id), cookie });
  expect((await share()).body).not.toEqual(first.body);
  await sql`update programmes set status = 'draft' where id = ${programme.id}`;
  expect((await share()).status).toBe(404);
});

describe('what is not what it seems', () => {
  const isWhite = async (picture: Picture) => {
    const { channels } = await sharp(await stored(picture))
      .toColourspace('srgb')
      .stats();
    return channels.slice(0, 3).every(({ min }) => min === 255);
  };

  it('a drawing with a script in it becomes a picture without one', async () => {
    const answer = await put(
      svg(`<script>alert(1)</script><rect width="20" height="20" onload="alert(2)"/>
        <foreignObject width="50" height="50"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(3)</script></body></foreignObject>
        <a xlink:href="javascript:alert(4)"><rect width="9" height="9"/></a>`),
    );
    expect(answer.status).toBe(200);
    const file = await stored(logoIn(answer));
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(file.toString('latin1')).not.toMatch(/script|alert|svg/i);
  });

  it('a drawing fetches nothing, of this machine nor of another', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'picture-')), 'black.png');
    writeFileSync(file, await photo(40, 40).png().toBuffer());
    const whole = 'x="0" y="0" width="120" height="40"';
    for (const href of [file, `file://${file}`, 'http://127.0.0.1:9/x.png', 'https://elders.example/x.png']) {
      const answer = await put(svg(`<image href="${href}" xlink:href="${href}" ${whole}/>`));
      expect([href, answer.status]).toEqual([href, 200]);
      expect(await isWhite(logoIn(answer))).toBe(true);
    }
    const styled = svg(
      `<style>@import url("file://${file}"); rect { fill: url("file://${file}#a") }</style>`,
    );
    expect(await isWhite(logoIn(await put(styled)))).toBe(true);
    const included = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect((await put(included + svg('<text y="20">&x;</text>'))).status).toBe(400);
  });

  it('what unfolds without end is refused before it is unfolded', async () => {
    const bomb = png(60_000, 60_000, 10);
    expect(bomb.length).toBeLessThan(10_000);
    expect(faults(await put(bomb))).toEqual([
      'file explained Dit plaatje is te groot: 60000 × 60000 pixels. Maak het kleiner en probeer het opnieuw.',
    ]);
    const wide = svg('<rect width="5" height="5"/>', 'width="100000" height="100000"');
    expect(faults(await put(wide))![0]).toContain('100000 × 100000 pixels');
    const inside = `<image width="9" height="9" href="data:image/png;base64,${base64(bomb)}"/>`;
    expect((await put(svg(inside))).status).toBeLessThan(500);
    const names = Array.from({ length: 10 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`);
    const laughs = `<!DOCTYPE svg [<!ENTITY a0 "ha">${names.join('')}]>${svg('<text y="9">&a10;</text>')}`;
    expect((await put(laughs)).status).toBe(400);
    expect((await put(svg('<g>'.repeat(50_000) + '</g>'.repeat(50_000)))).status).toBe(400);
  }, 60_000);

  it('what is hidden behind a picture does not come along', async () => {
    const real = await photo(300, 100).jpeg().toBuffer();
    const hidden = '<script>alert(1)</script>PK\u0003\u0004';
    const answer = await put(Buffer.concat([real, Buffer.from(hidden)]));
    expect(answer.status).toBe(200);
    expect((await stored(logoIn(answer))).toString('latin1')).not.toMatch(/alert|PK\u0003/);
  });

  it.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['words', 'Dit is een logo.'],
    ['a PDF', '%PDF-1.7'],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a packed drawing', gzipSync(svg('<rect/>'))],
    ['a page that begins as a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html>')])],
    ['half a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
  ])('%s is no logo', async (_, file) => {
    const answer = await put(file);
    expect(answer.status).toBe(400);
    expect(faults(answer)).toEqual([
      'file explained Dit is geen plaatje dat wij kunnen lezen. Kies een SVG, PNG, JPEG of WebP.',
    ]);
  });

  it('half a photo is refused, and says so in the language of who asks', async () => {
    const real = await photo(600, 400).jpeg({ quality: 100 }).toBuffer();
    const answer = await call('PUT', logoOf(here.association.id), {
      cookie: own,
      headers: { 'accept-language': 'en' },
      body: { file: base64(real.subarray(0, real.length / 2)), alt: 'Noord' },
    });
    expect(faults(answer)![0]).toContain('This is not a picture that we can read.');
  });

  it('fifty megabytes are not read to the end', async () => {
    const file = 'A'.repeat(50 * 1024 * 1024);
    const answer = await call('PUT', logoOf(here.association.id), {
      cookie: own,
      body: { file, alt: 'Noord' },
    });
    expect(answer.status).toBe(413);
    const justTooMuch = await put(Buffer.alloc(5 * 1024 * 1024 + 3));
    expect(faults(justTooMuch)).toEqual(['file too-long is too long']);
  });

  it('sent as something else is not taken', async () => {
    for (const type of ['image/png', 'multipart/form-data; boundary=x', 'text/plain']) {
      const headers = { 'content-type': type };
      const answer = await call('PUT', logoOf(here.association.id), { cookie: own, raw: red, headers });
      expect(answer.status).toBe(415);
    }
  });

  it('a name that is none finds nothing', async () => {
    const nothing = '0'.repeat(64);
    const names = [
      `${nothing}-1x1.png`,
      `${nothing}-1x1.svg`,
      `${nothing}-1x1.png.html`,
      'x',
      '..%2F..%2Fetc%2Fpasswd',
    ];
    for (const name of names) expect((await call('GET', `/pictures/${name}`)).status).toBe(404);
  });
});

describe('a picture that nothing shows', () => {
  it('is gone after a day; what is shown stays, also when two show the same', async () => {
    const names = async () => (await sql`select name from pictures`).map(({ name }) => name as string);
    const nameOf = (answer: { body: unknown }) => logoIn(answer).url.split('/').at(-1)!;
    const gone = nameOf(await put(svg('<circle r="9"/>')));
    const kept = nameOf(await put(red));
    const path = logoOf(here.otherAssociation.id);
    expect(nameOf(await put(red, { path, cookie: other }))).toBe(kept);
    await everyMinute({ ...deps, config });
    expect(await names()).toContain(gone);
    time.now = new Date(time.now.getTime() + 25 * HOUR);
    await call('DELETE', path, { cookie: other });
    await everyMinute({ ...deps, config });
    expect(await names()).not.toContain(gone);
    expect(await names()).toContain(kept);
  });
});

describe('the colour of a municipality', () => {
  const set = (colours: unknown, cookie = city) =>
    call('PUT', `/municipalities/${here.municipality.id}/colours`, { cookie, body: { colours } });

  it('is kept when it can be read on light and on dark', async () => {
    const answer = await set({ onLight: '#004699', onDark: '#8AB4F8' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ colours: { onLight: '#004699', onDark: '#8ab4f8' } });
    expect(await auditOf(here.municipality.id)).toContain('municipality.colours-changed');
    expect((await set(null)).body).toMatchObject({ colours: null });
  });

  it('is refused with the contrast that it has, both at once', async () => {
    const answer = await set({ onLight: '#ffd200', onDark: '#004699' });
    expect(answer.status).toBe(400);
    const [light, dark] = problemIn(answer).invalidParams!;
    expect(light).toMatchObject({ name: 'colours.onLight', code: 'explained' });
    expect(light!.reason).toMatch(
      /Het contrast is 1,4 op 1, en 4,5 op 1 is nodig\. Kies een donkerdere kleur, zoals #[0-9a-f]{6}\.$/,
    );
    expect(dark!.reason).toMatch(/op een donkere pagina niet goed te lezen.*Kies een lichtere kleur/);
  });

  it('is one colour and no more, and of its own administrators', async () => {
    for (const onLight of ['red', '#fff', '#004699;} body{display:none', 'url(x)', null, 1]) {
      expect((await set({ onLight, onDark: '#8ab4f8' })).status).toBe(400);
    }
    expect((await set(null, clerk)).status).toBe(403);
    expect((await set(null, own)).status).toBe(404);
  });
});
