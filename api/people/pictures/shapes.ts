const SIZE = /-(\d+)x(\d+)\./;

/** A kept picture as everyone sees it; null where there is none. */
export function toPicture(name: string | null, alt: string | null) {
  const [, width, height] = SIZE.exec(name ?? '') ?? [];
  return name === null || alt === null
    ? null
    : { url: `/api/v1/pictures/${name}`, width: Number(width), height: Number(height), alt };
}
