import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderPromises, verdictOf, type Measured } from './support/page.ts';
import { legend, mustBeZero, partNames, promises, whySilent } from './support/promises.ts';

const at = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const measured = JSON.parse(readFileSync(at('docs/promises.json'), 'utf8')) as Measured;

describe('docs/promises.md', () => {
  it('is made of the figures of the tests', () => {
    expect(readFileSync(at('docs/promises.md'), 'utf8')).toBe(renderPromises(measured));
  });

  it('says of each promise whether it is held, in short, or not measured', () => {
    const of = (level: 'short' | 'full', torn: number) => ({
      ...{ level, seed: 1, day: '2026-01-01', machine: 'one' },
      figures: { tried: 1_200, torn },
    });
    const promised = {
      ...{ id: 'P', promise: '' },
      tests: [{ file: 'a', tries: 'b', figures: ['files-once', 'files-for-ever'] }],
    };
    const verdict = (all: Measured) => verdictOf(promised, all);
    expect(verdict({})).toBe('not measured yet');
    expect(verdict({ 'files-once': of('short', 0) })).toBe(
      'held as far as was tried: 1 of 2 is measured in short only, 1 of 2 is not measured yet',
    );
    expect(verdict({ 'files-once': of('full', 0), 'files-for-ever': of('full', 0) })).toBe(
      'held, in all that is asked for',
    );
    expect(verdict({ 'files-once': of('full', 1), 'files-for-ever': of('full', 0) })).toBe('not held: files-once');
    expect(verdictOf({ ...promised, tests: [{ file: 'a', tries: 'b' }] }, {})).toBe('held, as its tests pass');
  });

  it('names every row, tells parts with what they are of, and has no empty table', () => {
    const drift = { changes: 21, stopped: 15, 'warned of': 4, 'gone on': 2, wrong: 0 };
    const kept = { level: 'full', seed: 1, day: '2026-01-01', machine: 'one' } as const;
    const page = renderPromises({ drift: { ...kept, figures: drift } });
    expect(page).toContain('| changes 21: stopped 15, warned of 4, gone on 2; wrong 0 |');
    expect(page).toContain('in turn: it and all that follow (as if the process ended there) |');
    expect(page).toContain('| none so far | 0 | |');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    expect(new Set(rows).size).toBe(rows.length);
    for (const { figures = [] } of promises.flatMap(({ tests }) => tests))
      if (figures.length > 1) expect(figures.filter((name) => partNames[name] === undefined)).toEqual([]);
    const words = legend.flatMap(([word]) => word.split(', '));
    expect(mustBeZero.filter((what) => !words.includes(what))).toEqual([]);
  });

  it('names tests that are there', () => {
    const tests = promises.flatMap((promise) => promise.tests);
    expect(tests.filter(({ file }) => !existsSync(at(file)))).toEqual([]);
  });

  it('promises what was measured: nothing torn, lost, unequal, wrong or bent; in full at least 200 kills, 100 flips and cuts each, and 2,000 polluted files', () => {
    const broken = Object.entries(measured)
      .filter(([name]) => name !== 'kill-control')
      .flatMap(([name, { figures }]) =>
        mustBeZero.filter((what) => (figures[what] ?? 0) !== 0).map((what) => `${name}: ${what}`),
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
