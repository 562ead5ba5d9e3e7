import type { TableName } from '../../sources/tables.ts';
import type { ProbedColumn } from './probe.ts';

/** One line of a mapping: a canonical column, and the header or expression that feeds it. */
export interface MappingLine {
  readonly canonical: string;
  readonly text: string;
  /** The columns of the file that it takes. */
  readonly uses: readonly ProbedColumn[];
  /** What the file holds there; null where that is nobody's business. */
  readonly was: string | null;
  /** What was guessed, for the user to look at. */
  readonly check?: string;
  /** What the data show of it, beside `was`. */
  readonly seen?: string;
  /** It stands as a comment until the user decides. */
  readonly asked?: true;
  /** Its columns must be typed as text inside expressions. */
  readonly asText?: true;
}

/** One setting of a source. */
export interface SettingLine {
  readonly key: string;
  readonly value: string | boolean | readonly string[] | Readonly<Record<string, string>>;
  readonly check?: string;
}

/** The mapping of one table. */
export interface TableProposal {
  readonly table: TableName;
  readonly lines: readonly MappingLine[];
  /** Further columns that tell something of the customer. */
  readonly attributes: readonly ProbedColumn[];
}

/** What `init` makes of files of one shape. */
export interface Proposal {
  readonly settings: readonly SettingLine[];
  readonly tables: readonly TableProposal[];
  /** Headers that nothing takes. */
  readonly unused: readonly string[];
  /** ISO 4217 code of the currency that the amounts seem to be in. */
  readonly currency: string | null;
}
