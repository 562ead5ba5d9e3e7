/** How one class (or cluster) attracts a row: constant + Σ weight·z. The class with the least cost takes it. */
export interface Cost {
  readonly constant: number;
  readonly weights: readonly number[];
}

/** A column of a matrix that a rule reads: `u<place + 1>`, and its standardised value z = (u − centre)·factor. */
export interface RuleColumn {
  readonly place: number;
  readonly centre: number;
  readonly factor: number;
}

/**
 * How rows are assigned: by linear costs of standardised values. The nearest of several centres c is of this form,
 * ½|c|² − z·c, and so are the classification functions of a linear discriminant analysis; fits and scores of both go
 * through the same SQL.
 */
export interface Rule {
  readonly columns: readonly RuleColumn[];
  readonly costs: readonly Cost[];
}
