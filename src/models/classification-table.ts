import { chiSquareTail } from '../math/distributions.ts';

/** Who was put where: rows are actual classes, columns assigned ones. */
export interface ClassificationTable {
  readonly classes: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly correct: number;
  readonly total: number;
  readonly hitRatio: number;
}

/** How often guessing would be right, and whether the table is better (Hair et al. 2010; Press 1972). */
export interface Chance {
  /** Everyone in the largest class. */
  readonly maximum: number;
  /** At random in proportion to the sizes: Σ share². */
  readonly proportional: number;
  /** (N − correct·g)² / (N(g − 1)), χ² with 1 degree of freedom. */
  readonly pressQ: { readonly chiSquare: number; readonly df: number; readonly p: number };
}

/**
 * What a classification table is worth. `recall`: share of the rows of a class that are put in it; null: it has none. `precision`:
 * share of those put in it that belong there; null: none are put in it.
 */
export interface TableJudgement {
  readonly hitRatio: number;
  readonly classes: readonly {
    readonly class: string;
    readonly recall: number | null;
    readonly precision: number | null;
  }[];
  readonly maximumChance: number;
  readonly proportionalChance: number;
  readonly pressQ: Chance['pressQ'];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** A table from its counts. */
export function tableOf(classes: readonly string[], counts: readonly (readonly number[])[]): ClassificationTable {
  const total = sum(counts.flat());
  const correct = sum(counts.map((row, i) => row[i]!));
  return { classes, counts, correct, total, hitRatio: total === 0 ? 0 : correct / total };
}

/** Two tables of the same classes, added up. */
export const addTables = (left: ClassificationTable, right: ClassificationTable): ClassificationTable =>
  tableOf(
    left.classes,
    left.counts.map((row, i) => row.map((count, j) => count + right.counts[i]![j]!)),
  );

/**
 * What guessing would reach, and Press's Q: is the table better than that? Q = (N − correct·g)² / (N(g − 1)), to be
 * compared with χ² of 1 degree of freedom (Hair et al. 2010, ch. 7).
 */
export function chanceOf({ counts, correct, total }: ClassificationTable): Chance {
  const shares = counts.map((row) => (total === 0 ? 0 : sum(row) / total));
  const g = shares.length;
  const chiSquare = total === 0 ? 0 : (total - correct * g) ** 2 / (total * (g - 1));
  return {
    maximum: Math.max(...shares),
    proportional: sum(shares.map((one) => one * one)),
    pressQ: { chiSquare, df: 1, p: chiSquareTail(chiSquare, 1) },
  };
}

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
