import sharp from 'sharp';
import { cellsFor, SHARE } from './compose.rules.ts';
import { inTurn } from './make.ts';

/** Kept for the latest sets of logos: drawing takes a core for a tenth of a second, and anyone may ask. */
const MOST_KEPT = 40;
const kept = new Map<string, Promise<Buffer>>();

/** A picture of these logos together, on white; `key` stands for what they are. */
export function composeLogos(key: string, logos: () => Promise<Buffer[]>): Promise<Buffer> {
  const known = kept.get(key);
  if (known) return known;
  const made = inTurn(async () => draw(await logos()));
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT) kept.delete(oldest!);
  return made;
}

async function draw(logos: Buffer[]): Promise<Buffer> {
  const cells = cellsFor(logos.length);
  const parts = await Promise.all(
    logos.map(async (logo, n) => {
      const { left, top, ...size } = cells[n]!;
      const input = await sharp(logo)
        .resize({ ...size, fit: 'contain', background: '#fff' })
        .png()
        .toBuffer();
      return { input, left, top };
    }),
  );
  return sharp({ create: { ...SHARE, channels: 3, background: '#fff' } })
    .composite(parts)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}
