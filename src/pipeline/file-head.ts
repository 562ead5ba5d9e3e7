import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DataError } from '../errors.ts';
import { readsAsItIs } from '../sources/unpack.ts';

/** How much of a file is looked at, in bytes: its header and some records. */
export const headBytes = 1 << 20;

/** The beginning of a text file, as a file of plain UTF-8. */
export interface FileHead {
  /** The file itself where it can be read as it lies there. */
  readonly file: string;
  /** It holds the file to its end. */
  readonly isWhole: boolean;
}

async function firstBytes(path: string): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const file = createReadStream(path);
  // Whoever stops reading early ends the stream too soon: that is no error here.
  const stream = /\.gz$/i.test(path) ? pipeline(file, createGunzip(), () => undefined) : file;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > headBytes) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, headBytes), isWhole: size <= headBytes };
}

/** The encoding as a byte order mark tells it, else as the source says. */
function encodingOf(bytes: Buffer, path: string, encoding: string): string {
  if (/\.gz$/i.test(path)) return encoding;
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : encoding;
}

/**
 * Makes the beginning of a file readable: gzip undone, the encoding decoded. It reads no more than that, whatever the size of the file.
 *
 * @throws DataError as loading the file would, where it is no gzip or holds bytes that are not of its encoding
 */
export async function readHead(
  { path, shownAs }: { readonly path: string; readonly shownAs: string },
  encoding: string,
  temporary: string,
): Promise<FileHead> {
  const { bytes, isWhole } = await firstBytes(path).catch((error: unknown) => {
    throw new DataError(
      `${shownAs}: must be a readable ${/\.gz$/i.test(path) ? 'gzip ' : ''}file; ${(error as Error).message}`,
      { cause: error },
    );
  });
  if (await readsAsItIs(path, encoding)) return { file: path, isWhole };
  const label = encodingOf(bytes, path, encoding);
  const decoder = new TextDecoder(label, { fatal: !/^utf-?8$/i.test(label) });
  const head = join(temporary, 'head');
  try {
    await writeFile(head, decoder.decode(bytes, { stream: !isWhole }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DataError(
      `${shownAs}: must be ${label} text; it holds bytes that are not. Set the encoding of the source`,
      { cause: error },
    );
  }
  return { file: head, isWhole };
}
