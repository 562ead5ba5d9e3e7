import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { BezeroError, EngineError } from './errors.ts';

/** What to do about what the operating system refused, by its code. */
const advice: Readonly<Record<string, string>> = {
  EROFS: 'the file system can only be read; name another place, or have it made writable',
  EACCES: 'it is not allowed; see whose it is, and its mode',
  EPERM: 'it is not allowed; see whose it is, and its mode',
  EMFILE: 'too many files are open; raise the limit ("ulimit -n") and begin again',
  ENFILE: 'too many files are open on this machine; begin again later',
  EIO: 'the disk could not read or write it; see to the disk before you begin again',
};

const full: Readonly<Record<string, string>> = {
  ENOSPC: 'is full',
  EDQUOT: 'has no room left in the quota of this user',
};

/** How a full disk sounds where the engine tells of it; our own sentences have the words of Node, in small letters. */
const inEngine = /No space left on device|Disk quota exceeded/;

/** What is full; null: it is something else that failed, or came after the release was published. */
function fullness(error: Error): string | null {
  if (error.message.includes(' is published')) return null;
  const said = inEngine.exec(error.message)?.[0];
  if (said !== undefined) return said.startsWith('No') ? full['ENOSPC']! : full['EDQUOT']!;
  return error instanceof BezeroError ? null : (full[(error as NodeJS.ErrnoException).code ?? ''] ?? null);
}

/** ` (1.2 MB are free)`; nothing where the disk does not say. */
function room(folder: string): string {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return ` (${((bavail * bsize) / 1e6).toFixed(1)} MB are free)`;
  } catch {
    return '';
  }
}

/** The file that an error is about. */
const fileOf = (error: Error): string | undefined =>
  (error as NodeJS.ErrnoException).path ?? /file "([^"]+)"/.exec(error.message)?.[1];

function noRoom(error: Error, how: string, store: string | undefined): EngineError {
  const file = fileOf(error);
  const sentence =
    store === undefined
      ? `the disk of ${file ?? 'what is written'} ${how}${file === undefined ? '' : room(dirname(file))}. Free some room there and begin again`
      : `the disk of the store ${store} ${how}${room(store)}. Nothing was published, and the release before stays. Free some room there and run again; a smaller "keep" of the pipeline leaves more on later nights`;
  return new EngineError(sentence, { cause: error });
}

/** How the engine says that it may take no more memory: what it worked on, and how much there is. */
const outOfMemory = /^(.*?: )?Out of Memory Error: .*?(?: \(([^()/]+)\/([^()]+) used\))?$/;

function noMemory(error: Error, store: string | undefined): EngineError | null {
  const found = outOfMemory.exec(error.message);
  if (!found) return null;
  const [, at = '', used, most] = found;
  const how = used === undefined ? '' : ` (${used} of ${most} are in use)`;
  const todo =
    store === undefined
      ? 'Free some memory, or give it fewer rows or columns'
      : 'Nothing was published, and the release before stays. Give it more (engine: { memory_limit: 2GB } of the pipeline), or let one step run at a time (engine: { threads: 1 })';
  return new EngineError(`${at}the engine needs more memory than it may take${how}. ${todo}`, { cause: error });
}

/**
 * What the operating system refused is no mistake of this program: an error of the engine's kind, in a sentence. Other errors stay.
 *
 * @param store of a run that has published nothing
 */
export function explained(error: unknown, store?: string): unknown {
  if (!(error instanceof Error)) return error;
  const how = fullness(error);
  if (how !== null) return noRoom(error, how, store);
  const memory = noMemory(error, store);
  if (memory !== null) return memory;
  if (error instanceof BezeroError) return error;
  const { code, syscall, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const told = advice[code];
  return new EngineError(told ? `${path ?? syscall}: ${told} (${message})` : message, { cause: error });
}
