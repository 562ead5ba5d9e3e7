/** What a Hosmer–Lemeshow test says of the probabilities. */
export const calibrationVerdict = (p: number): string =>
  p < 0.05 ? 'ההסתברויות אינן מכוילות; יש להסתמך על הסדר שלהן ולא על גודלן' : 'אין ממצא שסותר את ההסתברויות';
