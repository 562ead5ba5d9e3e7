import type { Format } from '../format.ts';
import { named, phrase, type Phrase } from '../phrase.ts';

/** How far segments differ: what the bars of a segment are, and how large is large. */
export const effects = (f: Format) => ({
  term: 'Effect size (Cohen’s d)',
  /** Stands behind the term; `least` is the smallest effect that has a bar, `full` that of the longest. */
  scale: (least: number, full: number): string =>
    `is the bar of a feature and the figure beside it: how far the mean of the segment lies from that of all others, in standard deviations. ${f.fixed(0.2, 1)} is small, ${f.fixed(0.5, 1)} medium, ${f.fixed(0.8, 1)} or more large; to the right the segment has more, to the left less. Features below ${f.fixed(least, 1)} have no bar; a full bar is ${f.whole(full)} or more.`,
  signed: (value: number): string => f.signed(value, 2),
  means: (here: string, all: string): string => `${here} (all: ${all})`,
  fingerprint: (name: string): Phrase =>
    phrase`What sets the segment ${named(name)} apart: means beside those of all, and the effect size (Cohen’s d) against the others; the largest first.`,
});
