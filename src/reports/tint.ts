/** The class of what is as far from nothing as a step, or farther: `up-1` … `up-4`, `down-1` … `down-4`. */
function tint(value: number, steps: readonly number[]): string | undefined {
  const level = steps.filter((step) => Math.abs(value) >= step).length;
  return level === 0 ? undefined : `${value > 0 ? 'up' : 'down'}-${level}`;
}

/** How far an index is from 100, in doublings: 1 is twice as much, −1 half. */
export const doublings = (index: number): number => Math.log2(Math.max(index, 1) / 100);

/** The class that tints a cell by how far an index is from 100, in doublings. */
export const indexTint = (index: number | null): string | undefined =>
  index === null ? undefined : tint(doublings(index), [0.15, 0.4, 0.8, 1.4]);

/** The class that tints a correlation, −1 to 1. */
export const correlationTint = (value: number): string | undefined => tint(value, [0.2, 0.4, 0.6, 0.8]);

/** The class that tints a cell by its standard deviations from the mean of all. */
export const deviationTint = (z: number): string | undefined => tint(z, [0.2, 0.5, 1, 1.5]);
