import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Selection } from '../../../../src/models/discriminant/stepwise/history.ts';
import { nothingEntered, notEntered } from '../../../../src/models/discriminant/stepwise/not-entered.ts';
import { stepwiseOptions } from '../../../../src/models/discriminant/stepwise/options.ts';
import { select, type Selected } from '../../../../src/models/discriminant/stepwise/select.ts';
import { fixture } from '../../../oracles/support.ts';
import { reference, scatterOf, type Data } from './reference.ts';

/** A fixture: numbers in thousandths; the class is in a column of that name. */
function read(file: string, column: string): Data & { readonly names: readonly string[] } {
  const [head, ...lines] = readFileSync(fixture(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()));
  const at = head!.indexOf(column);
  const others = head!.flatMap((name, j) => (j === at || name === 'id' ? [] : [j]));
  return {
    names: others.map((j) => head![j]!),
    classes: lines.map((line) => line[at]!),
    rows: lines.map((line) => others.map((j) => Math.round(Number(line[j]) * 1000))),
  };
}

/** Where x2 = x0 + x1 + something, x2 is best alone, and superfluous beside the two. */
function superfluous(): Data {
  let state = 1;
  const draw = (size: number): number => {
    state = (state * 48271) % 2147483647;
    return state % size;
  };
  const classes = Array.from({ length: 450 }, (_, i) => 'abc'[i % 3]!);
  const rows = classes.map((label) => {
    const x0 = draw(100) + (label === 'b' ? 40 : 0);
    const x1 = draw(100) + (label === 'b' ? 40 : 0);
    return [x0, x1, x0 + x1 + draw(80), draw(100), draw(100) + (label === 'c' ? 12 : 0)];
  });
  return { classes, rows };
}

const iris = read('iris.csv', 'species');
const wine = read('wine.csv', 'cultivar');

const named = (data: Data): string[] => data.rows[0]!.map((_, j) => `x${j}`);
const chosen = (data: Data, options: Record<string, unknown> = {}, tolerance = 0.001, names = named(data)): Selected =>
  select(scatterOf(data), names, stepwiseOptions.parse(options), tolerance);
const moves = ({ steps }: Selection): string[] => steps.map((one) => `${one.action} ${one.predictor}`);

/** The largest relative difference of all numbers in two values of one shape; texts must be equal. */
function apart(actual: unknown, expected: unknown): number {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-6);
  }
  if (typeof expected !== 'object' || expected === null) {
    expect(actual).toBe(expected);
    return 0;
  }
  const theirs = Object.entries(expected);
  return Math.max(0, ...theirs.map(([key, value]) => apart((actual as Record<string, unknown>)[key], value)));
}

describe('select(scatter, names, options, tolerance)', () => {
  it.each(['wilks', 'mahalanobis', 'rao'] as const)(
    'tells the history that fresh determinants of W and T tell, by %s',
    (method) => {
      for (const data of [iris, wine, superfluous()]) {
        const options = { method, enter: 3.84, remove: 2.71 };
        const expected = reference(data, options, 0.001);
        const { selection, kept } = chosen(data, options);
        expect(kept).toEqual(expected.kept);
        expect(selection.steps).toHaveLength(expected.steps.length);
        const steps = selection.steps.map(({ wilks, raoV, ...one }) => ({
          ...one,
          wilks: wilks.wilks,
          raoV: raoV.chiSquare,
        }));
        expect(apart(selection.start, expected.start)).toBeLessThan(1e-9);
        expect(apart(steps, expected.steps)).toBeLessThan(1e-9);
      }
    },
  );

  it('takes the predictors of iris in the order and with the F that SAS/STAT PROC STEPDISC publishes', () => {
    const { selection } = chosen(iris, {}, 0.001, [...iris.names]);
    expect(moves(selection)).toEqual([
      'entered petal_length',
      'entered sepal_width',
      'entered petal_width',
      'entered sepal_length',
    ]);
    const before = [selection.start, ...selection.steps.map((one) => one.out)];
    const entries = selection.steps.map(
      (one, i) => before[i]!.find((row) => row.predictor === one.predictor)!.fToEnter!,
    );
    expect(entries.map((f) => f.toFixed(2))).toEqual(['1180.16', '43.04', '34.57', '4.72']);
    expect(selection.steps.map(({ wilks }) => wilks.wilks.toFixed(8))).toEqual([
      '0.05862828',
      '0.03688411',
      '0.02497554',
      '0.02343863',
    ]);
    expect(selection.steps.map(({ wilks }) => [wilks.f.toFixed(2), wilks.df1, wilks.df2, wilks.exact])).toEqual([
      ['1180.16', 2, 147, true],
      ['307.10', 4, 292, true],
      ['257.50', 6, 290, true],
      ['199.15', 8, 288, true],
    ]);
  });

  it('removes what others have made superfluous', () => {
    const { selection, kept } = chosen(superfluous());
    expect(moves(selection)).toEqual(['entered x2', 'entered x4', 'entered x1', 'entered x0', 'removed x2']);
    expect(kept).not.toContain(2);
    expect(notEntered(selection).find(({ feature }) => feature === 'x2')).toMatchObject({
      reason: expect.stringMatching(/^was removed in step 5: F to enter \d\.\d+ is below 3\.84$/) as string,
    });
  });

  it('adds up: V and its changes, λ with and without', () => {
    const { selection } = chosen(wine, { method: 'rao' });
    let v = 0;
    for (const { raoV } of selection.steps) {
      v += raoV.change.chiSquare;
      expect(v / raoV.chiSquare).toBeCloseTo(1, 10);
    }
    const last = selection.steps.at(-1)!;
    for (const row of last.in) expect(row.without.wilks).toBeGreaterThan(last.wilks.wilks);
    for (const row of last.out) expect(row.with!.wilks).toBeLessThan(last.wilks.wilks);
  });

  it('of two predictors that are equally good takes the one that is named first, whatever their units', () => {
    const twice = { classes: iris.classes, rows: iris.rows.map(([a, b, c]) => [c! * 7, a!, c!, b!, c! * 3]) };
    const { selection, kept } = chosen(twice);
    expect(selection.steps[0]!.predictor).toBe('x0');
    expect(kept).toEqual([0, 1, 3]);
    expect(notEntered(selection)).toMatchObject(
      ['x2', 'x4'].map((feature) => ({
        feature,
        reason: 'was not entered: it follows from the predictors in the analysis',
      })),
    );
  });

  it('keeps those out that others nearly determine', () => {
    const data = {
      classes: iris.classes,
      rows: iris.rows.map(([a, , c], i) => [c!, a!, c! + a! + ((i * 7) % 11) * (i % 3 === 0 ? 30 : 1)]),
    };
    const { selection } = chosen(data, { enter: 0.001, remove: 0 }, 0.2);
    for (const { feature, reason } of notEntered(selection)) {
      expect([feature, reason]).toEqual([
        feature,
        expect.stringMatching(/^was not entered: tolerance 0\.\d+ is below 0\.2$/),
      ]);
    }
    expect(notEntered(selection).length).toBeGreaterThan(0);
  });

  it('stops after the steps that are allowed', () => {
    const { selection, kept } = chosen(wine, { most_steps: 2 });
    expect(kept).toHaveLength(2);
    expect(selection.ended).toBe('2 steps were made, the most that are allowed');
    expect(notEntered(selection)[0]!.reason).toMatch(
      /^was not entered: (F to enter|the selection ended after 2 steps)/,
    );
  });

  it('says how near the best came where nothing enters', () => {
    const { selection, kept } = chosen(iris, { enter: 2000 });
    expect(kept).toEqual([]);
    expect(nothingEntered(selection)).toBe(
      'discriminant: no predictor was entered: the largest F to enter, 1180 of x2, is below 2000; lower enter under stepwise, choose other predictors, or leave stepwise out to use all',
    );
  });

  it('runs out of degrees of freedom without breaking', () => {
    const data = {
      classes: ['a', 'a', 'b', 'b', 'c'],
      rows: [
        [1, 5, 2],
        [2, 3, 9],
        [6, 4, 4],
        [9, 7, 1],
        [3, 3, 8],
      ],
    };
    const { selection, kept } = chosen(data, { enter: 0.001, remove: 0 });
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(selection)).not.toMatch(/NaN|Infinity/);
    expect(selection.steps.at(-1)!.out[0]).toMatchObject({ fToEnter: null, with: null });
    expect(notEntered(selection)).toHaveLength(1);
  });
});
