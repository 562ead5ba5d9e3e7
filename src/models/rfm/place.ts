/** Places are whole numbers of this many steps from the worst score to the best: 5040 = 7! divides by 1 … 10. */
export const placeUnit = 5040;

/** Scores 1 … count spread evenly from the worst place to the best; a single one lies in the middle. */
export const evenPlace = (score: number, count: number): number =>
  count === 1 ? placeUnit / 2 : ((score - 1) * placeUnit) / (count - 1);

/** The level 1 … 5 of a place: five equal steps from end to end, halves up. */
export const levelAt = (place: number): number => Math.floor((4 * place) / placeUnit + 0.5) + 1;

/**
 * What the customers of several quantile bins share, who cannot be told apart: the middle of the scores `first` … `last`
 * out of 1 … bins that they would take, as tied ranks share their mean (Kendall 1945). The score is rounded, halves up; the
 * place is exact.
 */
export function middleOf(first: number, last: number, bins: number): { score: number; place: number } {
  return {
    score: Math.floor((first + last + 1) / 2),
    place: ((first + last - 2) * placeUnit) / (2 * (bins - 1)),
  };
}
