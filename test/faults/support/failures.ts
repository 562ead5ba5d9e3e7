import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type fc from 'fast-check';
import { seed } from './level.ts';

type Kept = Record<string, unknown[]>;

/** What failed once, by test, in a file that is committed: it is tried again first, whatever the seed. */
export class Failures {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  #read(): Kept {
    return JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
  }

  /** What failed of a test, oldest first. */
  of(test: string): readonly unknown[] {
    return this.#read()[test] ?? [];
  }

  /** Writes down what failed, once. */
  keep(test: string, failure: unknown): void {
    const kept = this.#read();
    const known = kept[test] ?? [];
    const isKnown = known.some((one) => JSON.stringify(one) === JSON.stringify(failure));
    const all = { ...kept, [test]: isKnown ? known : [...known, failure] };
    writeFileSync(this.#file, `${JSON.stringify(all, null, 2)}\n`);
    console.error(`${test}: what failed is in ${this.#file} now, to be tried first from now on; commit it`);
  }

  /**
   * How a property is tried: what failed once first, then so many values at random; where it fails, the smallest value that does is kept. Values
   * are kept, not places in a stream of random numbers, which another version of a generator would lead elsewhere.
   */
  tried<Ts extends unknown[]>(test: string, values: number): fc.Parameters<Ts> {
    const examples = this.of(test) as Ts[];
    return {
      seed,
      numRuns: values + examples.length,
      examples,
      plugins: [
        () => ({
          onAllRunsComplete: ({ counterexample }) => {
            if (counterexample !== null) this.keep(test, counterexample);
          },
        }),
      ],
    };
  }
}

/** What failed of the tests of this folder. */
export const failures = new Failures(fileURLToPath(new URL('../failures.json', import.meta.url)));
