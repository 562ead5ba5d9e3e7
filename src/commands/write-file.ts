import { open, rename, rm } from 'node:fs/promises';
import { ConfigError } from '../errors.ts';

/** Takes the bytes of a file, in order. */
export type Send = (bytes: Uint8Array) => Promise<void>;

/** What a file is called until it is whole. */
export const unfinishedOf = (file: string): string => `${file}.unfinished`;

/**
 * Writes a file that the user named: aside first, renamed when it is whole, so that nobody reads half of it.
 *
 * @throws ConfigError where it cannot be made
 */
export async function writeWhole(file: string, fill: (unfinished: string, send: Send) => Promise<void>): Promise<void> {
  const unfinished = unfinishedOf(file);
  const handle = await open(unfinished, 'w').catch((error: unknown) => {
    throw new ConfigError(`${file} must be a file that can be written: ${(error as Error).message}`, { cause: error });
  });
  try {
    await fill(unfinished, (bytes) => handle.writeFile(bytes));
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}
