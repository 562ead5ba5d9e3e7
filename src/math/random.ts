import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A one-to-one scrambling of 32 bits (finaliser of MurmurHash3; Appleby 2011): neighbours end up far apart, and never equal. */
export function scramble(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A stream of numbers uniform on [0, 1), in steps of 2⁻³²: xoroshiro128+ (Blackman & Vigna 2018). The same seed and
 * index give the same numbers; streams of different indexes are unrelated.
 */
export function uniformStream(seed: number, index: number): () => number {
  const generator = xoroshiro128plus(scramble(index ^ scramble(seed ^ 0x9e3779b9)));
  return () => (generator.next() >>> 0) * 2 ** -32;
}
