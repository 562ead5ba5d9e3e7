import type { DuckDBConnection } from '@duckdb/node-api';

/** Sessions on one database, so that several statements can run at once: each is sent to one that is free, and where none is, another is opened. */
export class Sessions {
  readonly #open: () => Promise<DuckDBConnection>;
  readonly #all: DuckDBConnection[] = [];
  readonly #free: DuckDBConnection[] = [];

  /** @param open opens a session, ready for statements */
  constructor(open: () => Promise<DuckDBConnection>) {
    this.#open = open;
  }

  /** The session is the caller's alone until `give`. */
  async take(): Promise<DuckDBConnection> {
    const free = this.#free.pop();
    if (free) return free;
    const opened = await this.#open();
    this.#all.push(opened);
    return opened;
  }

  give(session: DuckDBConnection): void {
    this.#free.push(session);
  }

  async with<T>(work: (session: DuckDBConnection) => Promise<T>): Promise<T> {
    const session = await this.take();
    try {
      return await work(session);
    } finally {
      this.give(session);
    }
  }

  close(): void {
    for (const session of this.#all) session.closeSync();
  }
}
