import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { ConfigError } from '../errors.ts';
import { readPipeline, type Pipeline } from '../pipeline/spec.ts';
import { nearest } from '../text/nearest.ts';
import type { Effects } from './effects.ts';

/** Reads the pipeline file that was named on the command line; messages show it as it was typed. */
export async function loadPipeline(file: string, effects: Effects): Promise<Pipeline> {
  const path = resolve(effects.cwd, file);
  const text = await readFile(path, 'utf8').catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new ConfigError(`${file} must be a pipeline file that can be read: ${(error as Error).message}`);
    const others = await readdir(dirname(path)).catch(() => []);
    const meant = nearest(
      basename(file),
      others.filter((name) => /\.ya?ml$/.test(name)),
    );
    throw new ConfigError(
      `${file} must be a pipeline file; there is none; ${meant ? `did you mean ${meant}?` : '"bezero init" writes one'}`,
    );
  });
  return readPipeline(file, text, effects.cwd);
}
