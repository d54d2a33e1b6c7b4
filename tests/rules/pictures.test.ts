import { describe, expect, it } from 'vitest';
import { namesAndLogos } from '../../api/mail/letters/senders.ts';
import type { Organisation } from '../../api/people/organisations/shapes.ts';
import { densityFor, faultOfSize, kindOf } from '../../api/people/pictures/rules.ts';
import { toPicture } from '../../api/people/pictures/shapes.ts';
import { pictureWords } from '../../api/people/pictures/words.ts';

const kind = (text: string) => kindOf(Buffer.from(text, 'latin1'));

describe('what a file is', () => {
  it.each([
    ['\u0089PNG\r\n\u001a\n…', 'png'],
    ['\u00ff\u00d8\u00ff\u00e0', 'jpeg'],
    ['RIFF....WEBPVP8 ', 'webp'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['\u00ef\u00bb\u00bf\n<?xml version="1.0"?><!-- made --><svg/>', 'svg'],
    ['\u001f\u008b\b', null],
    ['GIF89a', null],
    ['<html><script>alert(1)</script>', null],
    ['<svgs/>', null],
    ['%PDF-1.7', null],
    ['RIFF....WAVE', null],
    ['', null],
  ])('%j is %s', (text, expected) => expect(kind(text)).toBe(expected));
});

describe('its size', () => {
  it('may be that of a large photo, and no more', () => {
    expect(faultOfSize({ width: 8000, height: 5000 })).toBeNull();
    const fault = faultOfSize({ width: 60_000, height: 60_000 })!;
    expect(pictureWords(fault, 'nl')).toContain('60000 × 60000 pixels');
    expect(pictureWords({ fault: 'unreadable' }, 'en')).toContain('SVG, PNG, JPEG or WebP');
  });

  it('of a drawing becomes what the logo needs', () => {
    expect(densityFor({ width: 640, height: 240 }, 'logo')).toBe(72);
    expect(densityFor({ width: 64, height: 64 }, 'logo')).toBe(270);
    expect(densityFor({ width: 100_000, height: 10 }, 'logo')).toBe(1);
    expect(densityFor({ width: 0.001, height: 0.001 }, 'logo')).toBe(10_000);
  });

  it('stands in its name', () => {
    const name = `${'a'.repeat(64)}-480x160.png`;
    expect(toPicture(name, 'Noord')).toEqual({
      url: `/api/v1/pictures/${name}`,
      width: 480,
      height: 160,
      alt: 'Noord',
    });
    expect(toPicture(null, null)).toBeNull();
  });

  it('goes along in mails, with the host, for the senders who have one', () => {
    const sender = { shortName: 'OA', logo: null, logoAlt: null } as Organisation;
    const name = `${'a'.repeat(64)}-480x160.png`;
    const senders = [{ ...sender, shortName: 'VAD', logo: name, logoAlt: 'De VAD' }, sender];
    expect(namesAndLogos(senders, 'https://opkoers.example')).toEqual({
      names: ['VAD', 'OA'],
      logos: {
        VAD: {
          url: `https://opkoers.example/api/v1/pictures/${name}`,
          width: 480,
          height: 160,
          alt: 'De VAD',
        },
      },
    });
  });
});
