/** What a Hosmer–Lemeshow test says of the probabilities. */
export const calibrationVerdict = (p: number): string =>
  p < 0.05
    ? 'the probabilities are not what they say; use their order, not their size'
    : 'nothing speaks against the probabilities';
