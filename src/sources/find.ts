import { existsSync, statSync } from 'node:fs';
import { DataError } from '../errors.ts';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** `2.csv` comes before `10.csv`. */
const byName = new Intl.Collator('en', { numeric: true });

/**
 * The files a source names, as absolute paths in the order of their names: paths as they are, patterns expanded. `missing` are the
 * paths, not patterns, that lead nowhere.
 *
 * @param folder what relative names start from
 */
export async function findFiles(
  files: string | readonly string[],
  folder: string,
): Promise<{ found: string[]; missing: string[] }> {
  const found = new Set<string>();
  const missing: string[] = [];
  for (const entry of [files].flat()) {
    const path = resolve(folder, entry);
    if (existsSync(path)) {
      if (!statSync(path).isFile()) throw new DataError(`${entry}: must be a file or a pattern; it is a folder`);
      found.add(path);
    } else if (isDynamicPattern(entry)) {
      const matches = await glob(relative(folder, path), {
        cwd: folder,
        absolute: true,
        onlyFiles: true,
        dot: false,
        expandDirectories: false,
      });
      for (const match of matches) found.add(match);
    } else missing.push(relative(folder, path));
  }
  return { found: [...found].sort((a, b) => byName.compare(a, b) || (a < b ? -1 : 1)), missing };
}
