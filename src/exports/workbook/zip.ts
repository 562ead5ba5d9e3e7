import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file of an archive: its path there, and its text, made when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: () => AsyncIterable<string> | Iterable<string>;
}

/** The oldest moment that ZIP knows, the same in every zone: equal contents give equal bytes. */
const moment = new Date(1980, 0, 1);

/** Writes a ZIP archive, entry after entry; memory holds a piece of one, whatever their size. */
export async function writeZip(file: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  for (const { path, content } of entries)
    zip.addReadStreamLazy(path, { mtime: moment, forceDosTimestamp: true }, (send) => {
      send(null, Readable.from(content(), { objectMode: false }));
    });
  zip.end();
  await pipeline(output, createWriteStream(file));
}
