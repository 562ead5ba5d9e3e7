/** What a Hosmer–Lemeshow test says of the probabilities. */
export const calibrationVerdict = (p: number): string =>
  p < 0.05
    ? 'probabilitateak ez dira fidagarriak balio gisa; erabili haien ordena, ez haien neurria'
    : 'ez dago probabilitateen kontrako zantzurik';
