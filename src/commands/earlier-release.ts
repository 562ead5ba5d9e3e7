import { ConfigError, EngineError } from '../errors.ts';

/** The engine knows no such table, or no such column. */
const lacking = /^(?:Catalog|Binder) Error: (.*?)[!.]?$/;

/** Lets `read` read a release; throws `ConfigError` where it lacks what this version reads, as one of an earlier version may. */
export async function readRelease<T>(run: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const lack = error instanceof EngineError ? lacking.exec(error.message)?.[1] : undefined;
    if (lack === undefined) throw error;
    throw new ConfigError(
      `${run}, the current release, must have what this version reads; it was made by another one (${lack}): run the pipeline again with this version`,
      { cause: error },
    );
  }
}
