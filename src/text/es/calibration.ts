/** What a Hosmer–Lemeshow test says of the probabilities. */
export const calibrationVerdict = (p: number): string =>
  p < 0.05
    ? 'las probabilidades no están bien calibradas; fíese de su orden, no de su valor'
    : 'nada habla en contra de las probabilidades';
