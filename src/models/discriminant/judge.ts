import type { ChiSquareTest, ClassificationTable } from './fitted.ts';
import { chanceOf } from './table.ts';

/**
 * What a classification table is worth. `recall`: share of the customers of a class that are put in it; `precision`:
 * share of those put in it that belong there; 0 where there are none.
 */
export interface TableJudgement {
  readonly hitRatio: number;
  readonly classes: readonly { readonly class: string; readonly recall: number; readonly precision: number }[];
  readonly maximumChance: number;
  readonly proportionalChance: number;
  readonly pressQ: ChiSquareTest;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Judges a classification table, by class and against chance. */
export function judgeTable(table: ClassificationTable): TableJudgement {
  const { classes, counts, hitRatio } = table;
  const { maximum, proportional, pressQ } = chanceOf(table);
  return {
    hitRatio,
    classes: classes.map((label, c) => ({
      class: label,
      recall: share(counts[c]![c]!, sum(counts[c]!)),
      precision: share(counts[c]![c]!, sum(counts.map((row) => row[c]!))),
    })),
    maximumChance: maximum,
    proportionalChance: proportional,
    pressQ,
  };
}
