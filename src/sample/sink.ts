import { open } from 'node:fs/promises';
import { EngineError } from '../errors.ts';

/** Where the bytes of one file go. The bytes may change once the promise is kept. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Text on its way to a sink. A promise holds the writer back until there is room again. */
export interface Page {
  put(text: string): Promise<void> | undefined;
  flush(): Promise<void>;
}

/** Turns what the file system refuses into a sentence: `promise.catch(cannotWrite(file))`. */
export const cannotWrite =
  (path: string) =>
  (error: unknown): never => {
    throw new EngineError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  };

/** A sink that makes a new file, or empties it. */
export async function fileSink(file: string): Promise<Sink> {
  const refuse = cannotWrite(file);
  const handle = await open(file, 'w').catch(refuse);
  return { write: (bytes) => handle.appendFile(bytes).catch(refuse), close: () => handle.close().catch(refuse) };
}

/**
 * Gathers text as UTF-8 in one block of `size` bytes, which goes to the sink when the next text may not fit. (Joined strings would do the
 * same, but the many small pieces that they are made of take the collector as long as all the rest.)
 */
export function openPage(sink: Sink, size: number): Page {
  const block = Buffer.allocUnsafe(size);
  let used = 0;
  const fits = (text: string): boolean => 3 * text.length <= size - used;
  const flush = async (): Promise<void> => {
    await sink.write(block.subarray(0, used));
    used = 0;
  };
  const makeRoom = async (text: string): Promise<void> => {
    await flush();
    if (fits(text)) used = block.write(text);
    else await sink.write(Buffer.from(text));
  };
  return {
    flush,
    put(text) {
      if (!fits(text)) return makeRoom(text);
      used += block.write(text, used);
      return undefined;
    },
  };
}
