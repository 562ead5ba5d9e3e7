import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DataError } from '../errors.ts';

/** The encoding that a byte order mark tells, which says more than any option; null where there is none that does. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

async function markedEncoding(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return encodingOfMark(buffer);
  } finally {
    await handle.close();
  }
}

/** Whether the name of a file says that it is gzip. */
export const isGzip = (file: string): boolean => /\.gz$/i.test(file);

/** Whether an encoding is UTF-8, however it is spelled. */
export const isUtf8 = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

/** Whether the engine can read the file as it lies there, as far as its name and options tell. */
export async function readsAsItIs(file: string, encoding: string): Promise<boolean> {
  return !isGzip(file) && isUtf8(encoding) && (await markedEncoding(file)) === null;
}

function decoder(file: string, encoding: string): Transform {
  const textDecoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes: Buffer | undefined, done: (error: Error | null, text?: string) => void): void => {
    try {
      done(null, textDecoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      done(
        new DataError(`${file}: must be ${encoding} text; it holds bytes that are not. Set the encoding of the source`),
      );
    }
  };
  return new Transform({
    transform: (bytes: Buffer, _, done) => {
      decode(bytes, done);
    },
    flush: (done) => {
      decode(undefined, done);
    },
  });
}

/** Turns every `\r\n` and lone `\r` into `\n`, inside quotes too. */
function oneLineBreak(): Transform {
  let pendingReturn = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      let text = chunk.toString('latin1');
      if (pendingReturn) text = `\r${text}`;
      pendingReturn = text.endsWith('\r');
      if (pendingReturn) text = text.slice(0, -1);
      done(null, Buffer.from(text.replace(/\r\n?/g, '\n'), 'latin1'));
    },
    flush(done) {
      done(null, pendingReturn ? '\n' : '');
    },
  });
}

/** What is never a bomb, in bytes. */
const harmless = 64_000_000;

/** Exports shrink to a twentieth, and to a hundredth where every line is alike; a thousandth is made to fill a disk. */
const highestRatio = 200;

/** Stops where a packed file grows beyond all measure. */
function unpackedAtMost(limit: number, file: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes <= limit) done(null, chunk);
      else
        done(
          new DataError(
            `${file}: must unpack to at most ${highestRatio} times its bytes; it holds more than ${limit}, as files do that are made to fill a disk. Unpack it yourself if it is sound`,
          ),
        );
    },
  });
}

/** Writes a file as plain UTF-8 to `target`: gzip undone, the encoding decoded, its byte order mark dropped. */
export async function unpack(file: string, encoding: string, target: string): Promise<void> {
  const steps: (NodeJS.ReadableStream | NodeJS.ReadWriteStream | NodeJS.WritableStream)[] = [createReadStream(file)];
  if (isGzip(file))
    steps.push(createGunzip(), unpackedAtMost(Math.max(harmless, highestRatio * (await stat(file)).size), file));
  const marked = isGzip(file) ? null : await markedEncoding(file);
  const label = marked ?? encoding;
  if (!isUtf8(label)) steps.push(decoder(file, label));
  steps.push(createWriteStream(target));
  try {
    await pipeline(steps);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(`${file}: must be a readable ${isGzip(file) ? 'gzip ' : ''}file; ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Writes a UTF-8 file with one kind of line break to `target`. */
export async function normaliseLineBreaks(file: string, target: string): Promise<void> {
  await pipeline(createReadStream(file), oneLineBreak(), createWriteStream(target));
}

/** The first `length` bytes of a UTF-8 file as text, without a byte order mark. */
export async function headOf(file: string, length: number): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: length - 1 }) as Readable) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks));
}
