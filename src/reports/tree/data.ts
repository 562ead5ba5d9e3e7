import type { RowNoun } from '../../text/en/words.ts';
import type { PageResponse } from '../response/data.ts';

/** A node of the tree; nodes stand behind their parents, the first child and all below it before the second. */
export interface PageNode {
  readonly id: number;
  readonly depth: number;
  /** What holds for it and not for its sibling, in words. */
  readonly rule: string;
  readonly rows: number;
  readonly class: string;
  /** By class. */
  readonly counts: readonly number[];
  readonly isLeaf: boolean;
}

/** Who was put where: rows are actual classes, columns assigned ones. */
export interface PageTable {
  readonly classes: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly correct: number;
  readonly total: number;
  readonly hitRatio: number;
}

/** A leaf as a rule. */
export interface PageRule {
  readonly leaf: number;
  readonly class: string;
  readonly rows: number;
  readonly support: number;
  readonly purity: number;
  readonly coverage: number;
  readonly lift: number;
  readonly condition: string;
  readonly sentence: string;
}

/** A tree of the pruning sequence. */
export interface PageStep {
  readonly cp: number;
  readonly splits: number;
  readonly relativeError: number;
  readonly crossError?: number;
  readonly crossDeviation?: number;
}

/** Everything that the page of one tree shows, as plain data. */
export interface TreePage {
  /** The file or release it was fitted on. */
  readonly subject: string;
  readonly noun: RowNoun;
  /** `2026-11-20`; null: the data are of no day. */
  readonly asOf: string | null;
  /** The column of the classes. */
  readonly class: string;
  readonly version: string;
  /** Sentences on what a reader should know. */
  readonly notes: readonly string[];
  /** Null: there are more than two classes. */
  readonly response: PageResponse | null;
  readonly report: {
    readonly rows: number;
    readonly leaves: number;
    readonly lines: readonly PageNode[];
    readonly importance: readonly { readonly feature: string; readonly importance: number; readonly share: number; readonly splits: number }[]; // prettier-ignore
    readonly classes: readonly { readonly class: string; readonly rows: number; readonly prior: number; readonly recall: number | null; readonly precision: number | null }[]; // prettier-ignore
    readonly rules: readonly PageRule[];
    readonly sequence: readonly PageStep[];
    readonly chosen: number;
    readonly resubstitution: PageTable;
    readonly crossValidated: (PageTable & { readonly folds: number }) | null;
    readonly chance: { readonly maximum: number; readonly proportional: number };
  };
}
