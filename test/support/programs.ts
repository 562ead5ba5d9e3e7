import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { describe } from 'vitest';
import { isFull } from './full.ts';

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where the first of the given programs is, by name or path; undefined where none is here. */
export const programHere = (...names: readonly (string | undefined)[]): string | undefined =>
  names
    .filter((name) => name !== undefined)
    .flatMap((name) =>
      name.includes('/') ? [name] : process.env['PATH']!.split(delimiter).map((at) => resolve(at, name)),
    )
    .find(isProgram);

/** `describe` of what needs a program, left to the full run: skipped, and named, where it is missing; in continuous integration it must not be. */
export function describeWith(needed: string, program: string | undefined, title: string, tests: () => void): void {
  if (!isFull || program !== undefined) {
    describe.runIf(isFull)(title, tests);
    return;
  }
  if (process.env['CI'] === 'true')
    throw new Error(`${title}: ${needed} is missing, and CI=true says that it must be there`);
  console.warn(`skipped: ${title}, for want of ${needed}`);
  describe.skip(`${title} (skipped for want of ${needed})`, tests);
}
