import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DuckDBConnection } from '@duckdb/node-api';

/** Where something may fail: a statement that the engine is sent, or what a file or folder is asked. */
export type Kind = 'statement' | 'file';

/** What happens at a point. */
export type Strike = (point: string) => void;

type Callable = (...given: unknown[]) => unknown;

/** Whatever the program does with files. `existsSync` cannot fail. */
const fileCalls = {
  promises: [
    'access',
    'copyFile',
    'cp',
    'lstat',
    'mkdir',
    'mkdtemp',
    'open',
    'readdir',
    'readFile',
    'readlink',
    'rename',
    'rm',
    'stat',
    'symlink',
    'writeFile',
  ],
  sync: ['mkdirSync', 'readFileSync', 'readdirSync', 'renameSync', 'rmSync', 'statSync', 'writeFileSync'],
  streams: ['createReadStream', 'createWriteStream'],
} as const;

/** Puts another function in the place of one of an object; returns what puts it back. */
function replace(object: object, name: string, make: (original: Callable) => Callable): () => void {
  const original = Reflect.get(object, name) as Callable;
  Reflect.set(object, name, make(original));
  return () => Reflect.set(object, name, original);
}

/**
 * Calls `strike` before every statement or every file operation below a folder, while `work` runs. The program knows nothing of it: the
 * driver's connection and Node's own functions are what is replaced.
 */
export async function withPoints<T>(kind: Kind, folder: string, strike: Strike, work: () => Promise<T>): Promise<T> {
  const restore = kind === 'statement' ? watchStatements(strike) : watchFiles(folder, strike);
  try {
    return await work();
  } finally {
    restore();
  }
}

function watchStatements(strike: Strike): () => void {
  const before = (original: Callable): Callable =>
    async function (this: unknown, ...given) {
      strike(String(given[0]).replaceAll(/\s+/g, ' ').slice(0, 120));
      return await original.apply(this, given);
    };
  // The driver itself takes a statement with values apart by `extractStatements`; one without is sent by `run` as it is.
  const beforeDirect = (original: Callable): Callable => {
    const struck = before(original);
    return function (this: unknown, ...given) {
      return (given[1] === undefined ? struck : original).apply(this, given);
    };
  };
  const undo = [
    ...['extractStatements', 'createAppender'].map((name) => replace(DuckDBConnection.prototype, name, before)),
    replace(DuckDBConnection.prototype, 'run', beforeDirect),
  ];
  return () => {
    for (const one of undo) one();
  };
}

function watchFiles(folder: string, strike: Strike): () => void {
  const isBelow = (path: unknown): boolean => typeof path === 'string' && path.startsWith(folder);
  const check = (name: string, given: readonly unknown[]): void => {
    const paths = given.slice(0, 2).filter(isBelow) as string[];
    if (paths.length > 0) strike([name, ...paths.map((path) => path.slice(folder.length))].join(' '));
  };
  const undo = [
    ...fileCalls.promises.map((name) =>
      replace(fsPromises, name, (original) => async (...given) => {
        check(name, given);
        const opened = await original(...given);
        if (name === 'open' && isBelow(given[0])) watchHandle(opened as object, String(given[0]), check);
        return opened;
      }),
    ),
    ...fileCalls.sync.map((name) =>
      replace(fs, name, (original) => (...given) => {
        check(name, given);
        return original(...given);
      }),
    ),
    ...fileCalls.streams.map((name) =>
      replace(fs, name, (original) => (...given) => {
        const stream = original(...given) as fs.ReadStream;
        try {
          check(name, given);
        } catch (error) {
          stream.destroy(error as Error);
        }
        return stream;
      }),
    ),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const one of undo) one();
    syncBuiltinESMExports();
  };
}

/** What is asked of a file that is open. */
function watchHandle(handle: object, path: string, check: (name: string, given: readonly unknown[]) => void): void {
  for (const name of ['sync', 'read', 'writeFile'])
    replace(handle, name, (original) => async (...given) => {
      check(name, [path]);
      return await original.apply(handle, given);
    });
}
