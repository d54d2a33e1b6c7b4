import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import sharp from 'sharp';
import { Problem } from '../../http/problem.ts';
import type { Locale } from '../../language/locale.ts';
import { densityFor, faultOfSize, kindOf, type PictureFault, type Use, uses } from './rules.ts';
import type { GivenPicture } from './schema.ts';
import { pictureWords } from './words.ts';

// Of all that the library can read, only what is asked for: each reader is code that meets what strangers made.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Svg'].map((kind) => `VipsForeignLoad${kind}Buffer`),
});
sharp.cache(false);
sharp.concurrency(1);

/** One at a time: each takes a core, and as much memory as it has pixels. */
const queue = new PQueue({ concurrency: 1 });
export const inTurn = <Made>(draw: () => Promise<Made>): Promise<Made> => queue.add(draw);
const MOST_SECONDS = 10;

export type MadePicture = { name: string; bytes: Buffer };

/**
 * Draws what was uploaded anew, so that nothing of it is kept but what is to be seen: no script of a drawing, no place
 * where a photo was taken, nothing that was hidden behind it. Null when no file was given. Throws `invalid-input`. To be
 * done before the transaction: it takes long.
 */
export async function makePicture(
  { file }: GivenPicture,
  use: Use,
  locale: Locale,
): Promise<MadePicture | null> {
  if (file === undefined) return null;
  const made = await inTurn(() => draw(Buffer.from(file, 'base64'), use));
  if (!('fault' in made)) return made;
  throw new Problem('invalid-input', {
    invalidParams: [{ name: 'file', code: 'explained', reason: pictureWords(made, locale) }],
  });
}

async function draw(given: Buffer, use: Use): Promise<MadePicture | PictureFault> {
  const { kind, ...box } = uses[use];
  try {
    // What it says of its size is judged below, in words that tell it.
    const { format, width, height } = await sharp(given, { limitInputPixels: false }).metadata();
    if (format !== kindOf(given)) return { fault: 'unreadable' };
    const tooLarge = faultOfSize({ width, height });
    if (tooLarge) return tooLarge;
    const density = format === 'svg' ? { density: densityFor({ width, height }, use) } : {};
    const drawn = sharp(given, { failOn: 'error', ...density })
      .autoOrient()
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .timeout({ seconds: MOST_SECONDS });
    const kept =
      kind === 'png'
        ? drawn.png({ compressionLevel: 9, palette: true })
        : drawn.jpeg({ quality: 80, mozjpeg: true });
    const { data, info } = await kept.toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { name: `${hash}-${info.width}x${info.height}.${kind}`, bytes: data };
  } catch {
    return { fault: 'unreadable' };
  }
}
