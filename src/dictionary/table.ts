/** A table of the warehouse as people look it up. */
export interface DictionaryTable {
  /** `marts.customer` */
  readonly id: string;
  readonly meaning: string;
  /** Columns that are unique together; none: one row, or none that are. */
  readonly grain: readonly string[];
  readonly isView: boolean;
  /** What it is made from, and what is made from it: tables. */
  readonly reads: readonly string[];
  readonly feeds: readonly string[];
  readonly columns: readonly DictionaryColumn[];
  /** What holds of it, as SQL. */
  readonly holds: readonly string[];
  /** The select that makes it; null: a model or the loader does. */
  readonly sql: string | null;
}

/** One column. */
export interface DictionaryColumn {
  readonly name: string;
  /** As the engine writes it. */
  readonly type: string;
  /** `days`, `0 to 1`, `currency`; null: none. */
  readonly unit: string | null;
  readonly definition: string;
}

/** What a table that is not one select means: of which one row is, and each column. */
export interface TableMeaning {
  readonly meaning: string;
  readonly grain: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

/** Meanings by table. */
export type Meanings = Readonly<Record<string, TableMeaning>>;
