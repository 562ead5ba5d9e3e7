import type { DuckdbOptions } from '../engine/duckdb.ts';
import type { Engine } from '../engine/engine.ts';

/** What a run needs from outside. */
export interface RunEffects {
  now(): Date;
  randomId(): string;
  step(title: string): (outcome: string) => void;
  /** Opens the engine; left out: DuckDB. */
  readonly open?: (options: DuckdbOptions) => Promise<Engine>;
  /** Versions for the record: bezero, node, duckdb. */
  readonly versions: Readonly<Record<string, string>>;
}
