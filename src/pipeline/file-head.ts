import { createReadStream, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DataError } from '../errors.ts';
import { encodingOfMark, isGzip, isUtf8, readsAsItIs } from '../sources/unpack.ts';

/** How much of a file is looked at, in bytes: its header and some records. */
const headBytes = 1 << 20;

/** The beginning of a text file, as a file of plain UTF-8. */
export interface FileHead {
  /** The file itself where it can be read as it lies there. */
  readonly file: string;
  /** How many bytes of `file` are the beginning. */
  readonly length: number;
  /** It holds the file to its end. */
  readonly isWhole: boolean;
  /** The share of the file that it holds, from 0 to 1. */
  readonly share: number;
}

interface FirstBytes {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
  readonly share: number;
}

async function firstBytes(path: string): Promise<FirstBytes> {
  const file = createReadStream(path);
  const gunzip = isGzip(path) ? createGunzip() : null;
  // Whoever stops reading early ends the stream too soon: that is no error here.
  const stream = gunzip ? pipeline(file, gunzip, () => undefined) : file;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > headBytes) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, headBytes);
  if (size <= headBytes) return { bytes, isWhole: true, share: 1 };
  const taken = (gunzip?.bytesWritten ?? size) * (bytes.length / size);
  return { bytes, isWhole: false, share: Math.min(taken / statSync(path).size, 1) };
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
  const { bytes, isWhole, share } = await firstBytes(path).catch((error: unknown) => {
    throw new DataError(
      `${shownAs}: must be a readable ${isGzip(path) ? 'gzip ' : ''}file; ${(error as Error).message}`,
      { cause: error },
    );
  });
  if (await readsAsItIs(path, encoding)) return { file: path, length: bytes.length, isWhole, share };
  const label = (isGzip(path) ? null : encodingOfMark(bytes)) ?? encoding;
  const decoder = new TextDecoder(label, { fatal: !isUtf8(label) });
  const head = join(temporary, 'head');
  try {
    const text = Buffer.from(decoder.decode(bytes, { stream: !isWhole }));
    await writeFile(head, text);
    return { file: head, length: text.length, isWhole, share };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DataError(
      `${shownAs}: must be ${label} text; it holds bytes that are not. Set the encoding of the source`,
      { cause: error },
    );
  }
}
