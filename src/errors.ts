/**
 * What can go wrong, in kinds that a person or a scheduler can act on. A message says where, what must hold, what was found
 * and what to do; it starts in lower case or with a file name and has no final period. Anything that is not a
 * `BezeroError` is a bug and ends with exit code 1.
 */
export abstract class BezeroError extends Error {
  /** The exit code of the process that ends with this error. */
  abstract readonly exitCode: number;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The pipeline file, an option or an argument is wrong: the user's words must change. Exit code 2. */
export class ConfigError extends BezeroError {
  readonly exitCode = 2;
}

/** The data break a stated rule: a changed header, too many rejected records, a failed audit. Exit code 3. */
export class DataError extends BezeroError {
  readonly exitCode = 3;
}

/** A model cannot be fitted to these data. Exit code 4. */
export class ModelError extends BezeroError {
  readonly exitCode = 4;
}

/** The database, a file or the store failed, or another run holds the store. Exit code 5. */
export class EngineError extends BezeroError {
  readonly exitCode = 5;
}

/** What to do about what the operating system refused, by its code. */
const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'no room is left on the disk; free some and begin again',
  EDQUOT: 'the quota of this user is used up; free some room and begin again',
  EROFS: 'the file system can only be read; name another place, or have it made writable',
  EACCES: 'it is not allowed; see whose it is, and its mode',
  EPERM: 'it is not allowed; see whose it is, and its mode',
  EMFILE: 'too many files are open; raise the limit ("ulimit -n") and begin again',
  ENFILE: 'too many files are open on this machine; begin again later',
  EIO: 'the disk could not read or write it; see to the disk before you begin again',
};

/** What the operating system refused is no mistake of this program: an error of the engine's kind, in a sentence. Other errors stay. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BezeroError) return error;
  const { code, syscall, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return error;
  const told = advice[code];
  return new EngineError(told ? `${path ?? syscall}: ${told} (${message})` : message, { cause: error });
}

/** Several problems of one kind, shown together: one line each. */
export function listProblems(problems: readonly string[]): string {
  return problems.join('\n');
}
