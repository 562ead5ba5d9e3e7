/**
 * ₂F₁(1, b; c; z) of 0 ≤ z < 1 and 0 < b ≤ c, by Gauss' continued fraction, all of whose terms have one sign there (Jones & Thron 1980,
 * 6.1). Its terms bring it nearer by (1 − √(1−z)) / (1 + √(1−z)) each; as many are taken as 13 digits need.
 */
export function hypergeometricOne(b: number, c: number, z: number): number {
  if (z === 0) return 1;
  const root = Math.sqrt(1 - z);
  const pairs = Math.ceil((30 / Math.log((1 + root) / (1 - root)) + 8) / 2);
  let tail = 1;
  for (let n = pairs; n >= 1; n--) {
    tail = 1 - (((b + n) * (c + n - 1)) / ((c + 2 * n - 1) * (c + 2 * n))) * (z / tail);
    tail = 1 - ((n * (c - b + n - 1)) / ((c + 2 * n - 2) * (c + 2 * n - 1))) * (z / tail);
  }
  return 1 / (1 - (b / c) * (z / tail));
}
