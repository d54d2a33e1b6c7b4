import { describe, expect, it } from 'vitest';
import { cellsFor, SHARE } from '../../api/people/pictures/compose.rules.ts';

describe('logos together', () => {
  it.each([1, 2, 3, 4, 5, 7, 9, 16])('of %i each have a place of their own within the picture', (count) => {
    const cells = cellsFor(count);
    expect(cells).toHaveLength(count);
    for (const [n, one] of cells.entries()) {
      expect(one.width).toBeGreaterThan(100);
      expect(one.height).toBeGreaterThan(50);
      expect(one.left).toBeGreaterThanOrEqual(80);
      expect(one.top).toBeGreaterThanOrEqual(80);
      expect(one.left + one.width).toBeLessThanOrEqual(SHARE.width - 80);
      expect(one.top + one.height).toBeLessThanOrEqual(SHARE.height - 80);
      for (const other of cells.slice(n + 1)) {
        const beside = other.left >= one.left + one.width || one.left >= other.left + other.width;
        const below = other.top >= one.top + one.height;
        expect(beside || below).toBe(true);
      }
    }
  });

  it('fill the picture: one alone has all of it, and a last row that is not full stands in the middle', () => {
    expect(cellsFor(1)).toEqual([{ left: 80, top: 80, width: 1040, height: 470 }]);
    const [, , last] = cellsFor(3);
    expect(last).toEqual({ left: 355, top: 345, width: 490, height: 205 });
  });
});
