import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ConfigError } from '../../errors.ts';
import type { Effects } from '../effects.ts';

/** Files that one analysis reads and writes, as they were named. */
export interface NamedFiles {
  readonly file?: string;
  readonly scores?: string;
  readonly rules?: string;
  readonly report?: string;
}

/** Where a path leads when all links are followed; of a file that is not there yet, its folder's. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Throws where a page would not be found to be one. */
function requirePage(report: string | undefined): void {
  if (report !== undefined && !/\.html?$/i.test(report))
    throw new ConfigError(`--report must be a file whose name ends in .html, got "${report}"`);
}

/** Throws where a file to write is the one that is read, where two are one, or where a page would have another name than one. */
export function refuseOverwriting({ file, scores, rules, report }: NamedFiles, effects: Effects): void {
  const real = (named: string | undefined): string | null =>
    named === undefined ? null : realPath(resolve(effects.cwd, named));
  const input = real(file);
  for (const [option, named] of Object.entries({ '--scores': scores, '--rules': rules, '--report': report }))
    if (named !== undefined && real(named) === input)
      throw new ConfigError(`${option} must be another file than the one that is read; ${named} is ${file!} itself`);
  if (scores !== undefined && real(scores) === real(report))
    throw new ConfigError(`--scores and --report must be two files; both are ${scores}`);
  requirePage(report);
}
