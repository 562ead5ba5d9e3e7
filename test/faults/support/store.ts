import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Path below a folder → what is there: the hash of a file, the target of a link. */
export type Tree = ReadonlyMap<string, string>;

function* filesBelow(folder: string, prefix = ''): Iterable<string> {
  for (const name of readdirSync(join(folder, prefix)).sort()) {
    const path = join(prefix, name);
    if (lstatSync(join(folder, path)).isDirectory()) yield* filesBelow(folder, path);
    else yield path;
  }
}

const contentOf = (file: string): string =>
  lstatSync(file).isSymbolicLink()
    ? `→ ${readlinkSync(file)}`
    : createHash('sha256').update(readFileSync(file)).digest('hex');

/** What of a store counts: not what lies aside under a name that begins with a dot, not the lock, and not the journal, which tells every run. */
export function treeOf(folder: string): Tree {
  const counts = (path: string): boolean => !/(^|\/)\./.test(path) && !/^(lock|journal)(\.jsonl?)?(\/|$)/.test(path);
  return new Map([...filesBelow(folder)].filter(counts).map((path) => [path, contentOf(join(folder, path))]));
}

/** What tells states of a store apart that another run begins from: all that counts, and what lies aside, by the names of the folders that are swept. */
export function stateOf(folder: string, counts: Tree): string {
  const aside = [...filesBelow(folder)].filter((path) => !counts.has(path));
  const swept = new Set(aside.map((path) => path.replace(/(^|\/)(\.[^/]*)\/.*/, '$1$2')));
  return JSON.stringify([[...counts], [...swept]]);
}

/** The part of it below a folder. */
export const below = (tree: Tree, folder: string): Tree =>
  new Map(
    [...tree].flatMap(([path, content]) =>
      path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), content]] : [],
    ),
  );

/** The release that a store shows, as `releases/RUN`; null where there is none. */
export const shown = (tree: Tree): string | null => tree.get('current')?.slice(2) ?? null;

/** What the reader of a store sees: the files of the current release. */
export const seen = (tree: Tree): Tree => below(tree, shown(tree) ?? 'nothing');

/** The paths at which two trees differ. */
export const differences = (one: Tree, other: Tree): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path)).sort();
