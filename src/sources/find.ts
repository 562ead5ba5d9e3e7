import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/**
 * The files a source names, as absolute paths in the order of their names: paths as they are, patterns expanded.
 *
 * @param folder what relative names start from
 */
export async function findFiles(files: string | readonly string[], folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of [files].flat()) {
    const path = resolve(folder, entry);
    if (existsSync(path)) found.add(path);
    else if (isDynamicPattern(entry)) {
      const matches = await glob(relative(folder, path), {
        cwd: folder,
        absolute: true,
        onlyFiles: true,
        dot: false,
        expandDirectories: false,
      });
      for (const match of matches) found.add(match);
    }
  }
  return [...found].sort();
}
