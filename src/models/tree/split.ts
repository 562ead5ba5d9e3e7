/** How a node is split. Rows for which the rule holds go to the first child. */
export type Split = {
  /** The place of the feature. */
  readonly feature: number;
} & (
  | {
      readonly kind: 'number';
      /** x < threshold */
      readonly threshold: number;
      /** The last bin below it. */
      readonly cut: number;
      /** Where rows without a value go. */
      readonly missing: 'first' | 'second';
    }
  | {
      /** Known or not: rows without a value go first. */
      readonly kind: 'missing';
    }
  | {
      readonly kind: 'levels';
      /** Codes of the levels that go each way; −1: no value. */
      readonly first: readonly number[];
      readonly second: readonly number[];
      /** Where levels go that the node did not have. */
      readonly others: 'first' | 'second';
    }
);

/** What tells one rule from another. */
export function splitKey(split: Split): string {
  switch (split.kind) {
    case 'number':
      return `${split.feature}<${split.cut}${split.missing}`;
    case 'missing':
      return `${split.feature}?`;
    case 'levels':
      return `${split.feature}:${split.first.join()}|${split.second.join()}${split.others}`;
  }
}
