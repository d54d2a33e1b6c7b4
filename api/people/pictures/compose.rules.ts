/** What links to a page show beside its title, as large as most programs ask for. */
export const SHARE = { width: 1200, height: 630 };
const [MARGIN, GAP] = [80, 60];

type Box = { left: number; top: number; width: number; height: number };

/** Equal cells for so many logos, in rows that are as full as they can be; the last row stands in the middle. */
export function cellsFor(count: number): Box[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const width = Math.floor((SHARE.width - 2 * MARGIN - (columns - 1) * GAP) / columns);
  const height = Math.floor((SHARE.height - 2 * MARGIN - (rows - 1) * GAP) / rows);
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / columns);
    const inRow = row < rows - 1 ? columns : count - row * columns;
    const wide = inRow * width + (inRow - 1) * GAP;
    const left = Math.floor((SHARE.width - wide) / 2) + (n % columns) * (width + GAP);
    return { left, top: MARGIN + row * (height + GAP), width, height };
  });
}
