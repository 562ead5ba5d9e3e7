import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How one attempt of a night ended: a line of `store/journal.jsonl`. It tells of no person: messages hold no values of records. */
export interface JournalEntry {
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly pipeline: string;
  readonly outcome: 'published' | 'nothing new' | 'failed';
  /** The release that is current after it; null where there is none. */
  readonly run: string | null;
  readonly seconds: number;
  readonly warnings: number;
  /** What there was to say of the files, in English, on a night without news: `run.json` has what others say; earlier versions did not keep it. */
  readonly notices?: readonly string[];
  /** What failed, and the exit code by its kind. */
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** Lines that stay: more than two years of nights. */
const kept = 1_000;

const journalFile = (store: string): string => join(store, 'journal.jsonl');

/** The attempts of a store, oldest first. A line that was cut off is passed over. */
export function readJournal(store: string): JournalEntry[] {
  const file = journalFile(store);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as JournalEntry];
      } catch {
        return [];
      }
    });
}

/** Adds an attempt; the oldest make room. A store that cannot be written to has no journal. */
export function writeJournal(store: string, entry: JournalEntry): void {
  try {
    appendFileSync(journalFile(store), `${JSON.stringify(entry)}\n`);
    const entries = readJournal(store);
    if (entries.length <= 2 * kept) return;
    const unfinished = join(store, '.journal');
    writeFileSync(
      unfinished,
      `${entries
        .slice(-kept)
        .map((one) => JSON.stringify(one))
        .join('\n')}\n`,
    );
    renameSync(unfinished, journalFile(store));
  } catch {
    // How a night went does not hang on its journal.
  }
}
