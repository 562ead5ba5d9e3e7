import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderPromises, type Measured } from './support/page.ts';
import { promises, whySilent } from './support/promises.ts';

const at = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const measured = JSON.parse(readFileSync(at('docs/promises.json'), 'utf8')) as Measured;

describe('docs/promises.md', () => {
  it('is made of the figures of the tests', () => {
    expect(readFileSync(at('docs/promises.md'), 'utf8')).toBe(renderPromises(measured));
  });

  it('names tests that are there', () => {
    const tests = promises.flatMap((promise) => promise.tests);
    expect(tests.filter(({ file }) => !existsSync(at(file)))).toEqual([]);
  });

  it('promises what was measured: nothing torn, lost, unequal, wrong or bent; in full at least 200 kills, 100 flips and cuts each, and 2,000 polluted files', () => {
    const bad = [
      ...['torn', 'releases lost', 'unequal', 'wrong', 'mixed', 'bent', 'without a sentence', 'left behind'],
      ...['left aside', 'no way out'],
    ];
    const broken = Object.entries(measured)
      .filter(([name]) => name !== 'kill-control')
      .flatMap(([name, { figures }]) =>
        bad.filter((what) => (figures[what] ?? 0) !== 0).map((what) => `${name}: ${what}`),
      );
    expect(broken).toEqual([]);
    const tried = (name: string, ...what: readonly string[]): number => {
      const kept = measured[name];
      return kept?.level === 'full' ? what.reduce((sum, one) => sum + Number(kept.figures[one]), 0) : Infinity;
    };
    expect(tried('kill', 'kills', 'runs that were done before')).toBeGreaterThanOrEqual(200);
    expect(tried('polluted', 'files')).toBeGreaterThanOrEqual(2_000);
    for (const harm of ['damage-a-bit-of', 'damage-the-end-of']) {
      const harmed = Object.keys(measured).filter((name) => name.startsWith(harm));
      expect(harmed.reduce((sum, name) => sum + tried(name, 'harmed'), 0) || Infinity).toBeGreaterThanOrEqual(100);
    }
    expect(tried('kill-control', 'torn')).toBeGreaterThan(0);
  });

  it('says why nothing tells, of every kind of file that is read as it stands', () => {
    const kinds = Object.keys(measured['polluted-silent']?.figures ?? {});
    expect(kinds.filter((kind) => !whySilent.some(([pattern]) => pattern.test(kind)))).toEqual([]);
  });
});
