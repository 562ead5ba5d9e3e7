import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder } from './lock.ts';
import { currentRelease } from './releases.ts';

/** What every line of `store/journal.jsonl` says. It tells of no person: messages hold no values of records. */
interface Line {
  /** ISO 8601 with zone. */
  readonly at: string;
  /** The release that is current after it; null where there is none. Earlier versions called it `run`. */
  readonly release: string | null;
}

/** What somebody did to a store besides its nights: went to another release, or had people erased. */
export interface JournalAct extends Line {
  readonly outcome: 'rolled back' | 'erased';
  /** The release that was current before. */
  readonly from?: string | null;
  /** How many were erased. */
  readonly people?: number;
}

/** Somebody who held a store for anything but a night, and died: where, only the note of the lock tells. */
export interface JournalDeath extends Line {
  readonly outcome: 'killed';
  readonly command: string;
}

/** How one attempt of a night ended. */
export interface JournalEntry extends Line {
  readonly pipeline: string;
  readonly outcome: 'published' | 'nothing new' | 'failed' | 'interrupted' | 'killed';
  /** Null of one that was killed: nobody saw its end. */
  readonly seconds: number | null;
  /** What interrupted it: `SIGTERM`. */
  readonly signal?: string;
  /** What was typed, of one that was killed: `bezero run nightly.yaml`. */
  readonly command?: string;
  /** How many warnings are open after it, as `bezero status` counts them; left out where it did not go well: those of before are open still. */
  readonly warnings?: number;
  /** What they say, in English; earlier versions did not keep it. */
  readonly open?: readonly string[];
  /** What failed, and the exit code by its kind. */
  readonly error: { readonly code: number; readonly message: string } | null;
}

/** Lines that stay: more than two years of nights. */
const kept = 1_000;

const journalFile = (store: string): string => join(store, 'journal.jsonl');

type Entry = JournalEntry | JournalAct | JournalDeath;

function readLines(store: string): Entry[] {
  const file = journalFile(store);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const { run = null, ...entry } = JSON.parse(line) as Entry & { readonly run?: string | null };
        return [{ ...entry, release: entry.release ?? run }];
      } catch {
        return [];
      }
    });
}

/** Whether a line is of a night. */
export const isNight = (entry: Entry): entry is JournalEntry => 'pipeline' in entry;

/** Whether a night came to an end that is none of a failure. */
export const isWell = ({ outcome }: JournalEntry): boolean => outcome === 'published' || outcome === 'nothing new';

/** The attempts of the nights of a store, oldest first. A line that was cut off is passed over. */
export const readNights = (store: string): JournalEntry[] => readLines(store).filter(isNight);

/** Adds a line; the oldest make room. A store that cannot be written to has no journal. */
export function writeJournal(store: string, entry: Entry): void {
  try {
    appendFileSync(journalFile(store), `${JSON.stringify(entry)}\n`);
    const entries = readLines(store);
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

/** The line of somebody who held a store and died, by the note that they left; null where the journal has one of theirs. */
export async function lineOfDead(
  store: string,
  { since: at, command, pipeline }: Holder,
): Promise<JournalEntry | JournalDeath | null> {
  if (readLines(store).some((line) => line.at === at)) return null;
  const line = { at, command, outcome: 'killed', release: await currentRelease(store).catch(() => null) } as const;
  return pipeline === undefined ? line : { ...line, pipeline, seconds: null, error: null };
}
