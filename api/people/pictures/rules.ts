/** What one upload may be. A photo of a phone is mostly under four megabytes, and has twelve million pixels. */
export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;

/** What a picture is for: how large it becomes, and as what it is kept. */
export const uses = {
  logo: { width: 640, height: 240, kind: 'png' },
  photo: { width: 1200, height: 800, kind: 'jpg' },
} as const;
export type Use = keyof typeof uses;

const starts = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};
const WHERE_SVG_BEGINS = 1000;

/** What a file is by its own bytes, whatever its name or sender says. Null: none of what is taken. */
export function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'webp' | 'svg' | null {
  const found = (['png', 'jpeg'] as const).find((kind) => starts[kind].every((byte, n) => bytes[n] === byte));
  if (found) return found;
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, WHERE_SVG_BEGINS));
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'webp';
  // The mark of the order of bytes may stand before it.
  return /^(\u00ef\u00bb\u00bf)?\s*<(?:[^]*<)?svg[\s/>]/.test(text) ? 'svg' : null;
}

export type PictureFault =
  { fault: 'unreadable' } | { fault: 'too-many-pixels'; width: number; height: number };

/** A small file can unfold to more than memory holds: it is judged by what it says of itself, before it is read. */
export const faultOfSize = ({ width, height }: { width: number; height: number }): PictureFault | null =>
  width * height > MOST_PIXELS ? { fault: 'too-many-pixels', width, height } : null;

const POINTS_PER_INCH = 72;
const [LEAST_DENSITY, MOST_DENSITY] = [1, 10_000];

/** How finely a drawing is made into pixels: so that it just fits, however small it was drawn. */
export function densityFor(drawn: { width: number; height: number }, use: Use): number {
  const { width, height } = uses[use];
  const scale = Math.min(width / drawn.width, height / drawn.height);
  return Math.min(MOST_DENSITY, Math.max(LEAST_DENSITY, POINTS_PER_INCH * scale));
}
