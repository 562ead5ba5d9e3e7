/** A statistic with its χ² test. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/** A tenth or a hundredth of the rows, the most likely hits first. */
export interface PagePart {
  readonly part: number;
  readonly rows: number;
  readonly hits: number;
  readonly rate: number;
  readonly lift: number;
  readonly cumulativeGain: number;
  readonly cumulativeLift: number;
  readonly cumulativeMisses: number;
  readonly expectedRate: number;
  readonly leastScore: number;
  readonly profit: number | null;
}

/** How well the probability of one of two classes tells its rows from the others. */
export interface PageResponse {
  /** The class that is looked for. */
  readonly hit: string;
  /** On which rows that was seen, in words. */
  readonly judgedOn: string;
  readonly rows: number;
  readonly hits: number;
  readonly auc: number;
  readonly aucError: number;
  readonly ks: { readonly statistic: number; readonly score: number };
  readonly brier: number;
  readonly calibration: ChiSquareTest | null;
  readonly deciles: readonly PagePart[];
  readonly centiles: readonly PagePart[];
  readonly stakes: { readonly cost: number; readonly benefit: number } | null;
  /** `score` null: taking nobody is best. */
  readonly bestCut: {
    readonly score: number | null;
    readonly rows: number;
    readonly hits: number;
    readonly profit: number;
  } | null;
}
