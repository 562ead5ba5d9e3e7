/** The class that tints a cell by how far an index is from 100, in doublings: `up-1` … `up-4`, `down-1` … `down-4`. */
export function indexTint(index: number | null): string | undefined {
  if (index === null) return undefined;
  const doublings = Math.log2(Math.max(index, 1) / 100);
  const steps = [0.15, 0.4, 0.8, 1.4];
  const level = steps.filter((step) => Math.abs(doublings) >= step).length;
  return level === 0 ? undefined : `${doublings > 0 ? 'up' : 'down'}-${level}`;
}

/** The class that tints a correlation, −1 to 1. */
export function correlationTint(value: number): string | undefined {
  const level = [0.2, 0.4, 0.6, 0.8].filter((step) => Math.abs(value) >= step).length;
  return level === 0 ? undefined : `${value > 0 ? 'up' : 'down'}-${level}`;
}

/** The class that tints a cell by its standard deviations from the mean of all. */
export function deviationTint(z: number): string | undefined {
  const level = [0.2, 0.5, 1, 1.5].filter((step) => Math.abs(z) >= step).length;
  return level === 0 ? undefined : `${z > 0 ? 'up' : 'down'}-${level}`;
}
