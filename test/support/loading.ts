import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine, Row, Shape } from '../../src/engine/engine.ts';
import type { LoadAccount } from '../../src/sources/accounts.ts';
import { gatherLoads, resolveLoads, type LoadContext } from '../../src/sources/load.ts';
import type { LoadRecord } from '../../src/sources/load-record.ts';
import { sourceSpec } from '../../src/sources/spec.ts';
import { raw } from '../../src/sql/sql.ts';
import { inEnglish } from '../../src/text/remark.ts';

/** What was loaded, and a way to look at it. */
export interface Outcome {
  readonly engine: Engine;
  readonly accounts: readonly LoadAccount[];
  readonly notices: readonly string[];
  readonly loads: readonly LoadRecord[];
  readonly leftBehind: readonly LoadRecord[];
  /** Lines of the progress. */
  readonly said: readonly string[];
  read<S extends Shape>(query: string, shape: S): Promise<Row<S>[]>;
}

type Spec = z.input<typeof sourceSpec>;

/** A folder of input files and a store, removed when the test ends. */
export class Shop {
  readonly folder = mkdtempSync(join(tmpdir(), 'bezero-'));
  #previous: readonly LoadRecord[] = [];

  constructor() {
    onTestFinished(() => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Writes an input file. */
  write(name: string, content: string | Uint8Array): this {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return this;
  }

  remove(name: string): this {
    rmSync(join(this.folder, name));
    return this;
  }

  /** Loads sources as one night would; the next call knows what this one loaded. */
  async load(
    sources: Record<string, Spec>,
    options: Partial<Pick<LoadContext, 'zone' | 'currency' | 'rates' | 'abandoned'>> = {},
  ): Promise<Outcome> {
    const store = join(this.folder, 'store');
    mkdirSync(join(store, 'loads'), { recursive: true });
    const engine = await openDuckdb({ searchPath: store, threads: 2 });
    onTestFinished(() => engine.close());
    const said: string[] = [];
    const context: LoadContext = {
      engine: () => Promise.resolve(engine),
      store,
      temporary: join(store, 'temporary'),
      folder: this.folder,
      zone: 'Europe/Madrid',
      currency: 'EUR',
      rates: {},
      abandoned: [],
      ...options,
      sources: Object.fromEntries(Object.entries(sources).map(([name, spec]) => [name, sourceSpec.parse(spec)])),
      previous: this.#previous,
      step: (title) => (outcome) => said.push(`${title}: ${outcome}`),
    };
    const { loads, leftBehind, notices } = await gatherLoads(context);
    const accounts = await resolveLoads(context, loads);
    this.#previous = loads;
    return {
      engine,
      accounts,
      notices: inEnglish(notices),
      loads,
      leftBehind,
      said,
      read: (query, shape) => engine.rows(raw(query), shape),
    };
  }
}
