/** How many baskets hold what: all, both sides of a rule, its left side, its right side. */
export interface RuleCounts {
  readonly baskets: number;
  readonly both: number;
  readonly left: number;
  readonly right: number;
}

/** How well a rule holds. */
export interface Measures {
  /** P(left, right) */
  readonly support: number;
  /** P(right | left) */
  readonly confidence: number;
  /** P(left, right) / (P(left)·P(right)) (Brin et al. 1997): 1 = as if one had nothing to do with the other. */
  readonly lift: number;
  /** P(left, right) − P(left)·P(right) (Piatetsky-Shapiro 1991). */
  readonly leverage: number;
  /** P(left)·P(not right) / P(left, not right) (Brin et al. 1997); null: without bound, as the rule always holds. */
  readonly conviction: number | null;
  /** Of the table of left and right, one degree of freedom, not corrected for continuity; 0 where one of them is in every basket. */
  readonly chiSquare: number;
  /** Yule's Q of the table (Yule 1900): (ad − bc) / (ad + bc), from −1 (never together) to 1; null: one side is in every basket. */
  readonly yulesQ: number | null;
}

/**
 * The measures of a rule from its counts. Counts stay below 2⁵³ where two of them are multiplied: up to 9·10⁷ baskets all products are exact.
 * Of confidence, lift and χ² arules has the same values.
 */
export function measuresOf({ baskets: n, both, left, right }: RuleCounts): Measures {
  const determinant = both * n - left * right;
  const [without, against] = [left - both, n - right];
  return {
    support: both / n,
    confidence: both / left,
    lift: (both * n) / (left * right),
    leverage: determinant / (n * n),
    conviction: without === 0 ? null : (left * against) / (n * without),
    chiSquare: chiSquareOf({ baskets: n, both, left, right }),
    yulesQ: yulesQ({ baskets: n, both, left, right }),
  };
}

function chiSquareOf({ baskets: n, both, left, right }: RuleCounts): number {
  const determinant = both * n - left * right;
  const spread = left * (n - left) * (right * (n - right));
  return spread === 0 ? 0 : (n * determinant * determinant) / spread;
}

/** Yule's Q of two goods or sets; null where one of them is in every basket, so that there is no table. */
export function yulesQ({ baskets: n, both, left, right }: RuleCounts): number | null {
  const [agree, differ] = [both * (n - left - right + both), (left - both) * (right - both)];
  return agree + differ === 0 ? null : (agree - differ) / (agree + differ);
}
