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

  /** @param isRead nothing is left to be read in it: a stream that is left before its end keeps its transaction open, and no file can be made whole, until the next statement */
  async give(session: DuckDBConnection, isRead: boolean): Promise<void> {
    if (!isRead) await session.run('select 1').catch(() => undefined);
    this.#free.push(session);
  }

  async with<T>(work: (session: DuckDBConnection) => Promise<T>): Promise<T> {
    const session = await this.take();
    let isRead = false;
    try {
      const done = await work(session);
      isRead = true;
      return done;
    } finally {
      await this.give(session, isRead);
    }
  }

  close(): void {
    for (const session of this.#all) session.closeSync();
  }
}
