/** The number in the code of a segment: `s12` → 12. */
export const segmentNumber = (code: string): number => Number(code.slice(1));

/** Segments in the order of their numbers: s2 before s10. */
export const byNumber = (a: { readonly segment: string }, b: { readonly segment: string }): number =>
  segmentNumber(a.segment) - segmentNumber(b.segment);
