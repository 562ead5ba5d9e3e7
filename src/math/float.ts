const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The bits of a double as a whole number that grows with it. */
function rankOf(x: number): bigint {
  float[0] = x === 0 ? 0 : x;
  return bits[0]! < 0n ? -(bits[0]! & 0x7fffffffffffffffn) : bits[0]!;
}

function atRank(rank: bigint): number {
  if (rank < 0n) bits[0] = -rank;
  else bits[0] = rank;
  return rank < 0n ? -float[0]! : float[0]!;
}

/** The next larger double. */
export const floatAfter = (x: number): number => atRank(rankOf(x) + 1n);

/** The next smaller double. */
export const floatBefore = (x: number): number => atRank(rankOf(x) - 1n);
