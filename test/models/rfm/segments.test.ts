import { describe, expect, it } from 'vitest';
import { levelOf, rfmSegments, segmentOf } from '../../../src/models/rfm/segments.ts';

describe('levelOf(score, bins)', () => {
  it('maps the ends to the ends and the middle to the middle, for every number of bins', () => {
    for (let bins = 2; bins <= 10; bins++) {
      const levels = Array.from({ length: bins }, (_, i) => levelOf(i + 1, bins));
      expect(levels[0]).toBe(1);
      expect(levels.at(-1)).toBe(5);
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
      expect(levels.every((level) => Number.isInteger(level))).toBe(true);
    }
    expect([1, 2, 3, 4, 5].map((score) => levelOf(score, 5))).toEqual([1, 2, 3, 4, 5]);
    expect(levelOf(1, 1)).toBe(3);
  });
});

describe('rfmSegments', () => {
  it('covers every cell of the grid once, in ten segments', () => {
    const cells = rfmSegments.flatMap((one) => one.cells).sort();
    const grid = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((fm) => `${r}${fm}`));
    expect(cells).toEqual(grid);
    expect(rfmSegments).toHaveLength(10);
  });
});

describe('segmentOf(recency, frequency, monetary)', () => {
  it('names the corners as people would', () => {
    expect(segmentOf(5, 5, 5)).toBe('Champions');
    expect(segmentOf(1, 1, 1)).toBe('Hibernating');
    expect(segmentOf(5, 1, 1)).toBe('New customers');
    expect(segmentOf(1, 5, 5)).toBe("Can't lose them");
    expect(segmentOf(5, 4, 3)).toBe('Champions');
    expect(segmentOf(2, 4, 3)).toBe('At risk');
  });
});
