/** Whether a year, as it is spoken, ends in a consonant and takes a vowel before its suffix: in bat, bost, hamar, hamabost or ehun. Counting goes by twenties. */
const takesVowel = (year: number): boolean =>
  [1, 5, 10, 15].includes(year % 20) || (year % 100 === 0 && year % 1000 !== 0);

/** A date of `Intl` in Basque, with the suffix that its year takes in place of both: `2025(e)ko abenduaren 31(a)` → `2025eko abenduaren 31`. */
export const withBasqueYear = (date: string): string =>
  date
    .replace(/(\d+)\(e\)ko/, (_, year: string) => `${year}${takesVowel(Number(year)) ? 'e' : ''}ko`)
    .replace(/(\d)\(a\)$/, '$1');
