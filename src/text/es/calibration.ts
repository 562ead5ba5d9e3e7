/** What a Hosmer–Lemeshow test says of the probabilities. */
export const calibrationVerdict = (p: number): string =>
  p < 0.05
    ? 'las probabilidades no son las que dicen ser; use su orden, no su tamaño'
    : 'nada contradice las probabilidades';
