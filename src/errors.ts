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

/** Several problems of one kind, shown together: one line each. */
export function listProblems(problems: readonly string[]): string {
  return problems.join('\n');
}
