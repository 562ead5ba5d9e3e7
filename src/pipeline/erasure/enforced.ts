/** What was done for people to be gone. */
export interface Enforced {
  /** Of those who were erased, now or earlier, how many were found. */
  readonly found: number;
  /** Records made blank in what was read of files. */
  readonly records: number;
  /** Releases written again: what they were and are called. */
  readonly rewritten: readonly { readonly from: string; readonly to: string }[];
  /** Releases that only have their record left, and had more. */
  readonly stripped: readonly string[];
  /** Sentences on what else is gone. */
  readonly notes: readonly string[];
  /** `people.duckdb` was older than the last erasure, and holds none of those who were erased since any more. */
  readonly caughtUp: boolean;
  /** Marks the list that everything was held against; null where nobody was ever erased. */
  readonly mark: string | null;
}

/** What `enforceErasures` needs from outside. */
export interface EnforceEffects {
  /** Of bezero: only the version that made a report makes it again. */
  readonly version: string;
  /** Throws where the lock of the store was lost; called before a release takes the place of another. */
  readonly stillHeld: () => void;
}

/** Nobody was erased, or nothing was left to do. */
export const nothing: Enforced = {
  ...{ found: 0, records: 0, rewritten: [], stripped: [], notes: [] },
  caughtUp: false,
  mark: null,
};
