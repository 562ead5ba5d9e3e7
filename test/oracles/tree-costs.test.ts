import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { figures, fixture, tableOf } from './support.ts';

/** A tree of rpart with priors or losses; see fixtures/README.md. */
interface Case {
  readonly file: string;
  readonly class: string;
  readonly features: readonly string[];
  readonly criterion: 'gini' | 'entropy';
  readonly priors: Readonly<Record<string, number>> | null;
  readonly costs: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
  readonly nodes: readonly {
    readonly id: number;
    readonly counts: readonly number[];
    readonly class: string;
    readonly risk: number;
    readonly probabilities: readonly number[];
  }[];
  readonly splits: readonly { readonly node: number; readonly feature: string; readonly threshold: number; readonly improvement: number }[]; // prettier-ignore
  /** Complexity, splits, error by that of the root. */
  readonly sequence: readonly (readonly [number, number, number])[];
  readonly table: readonly (readonly number[])[];
}

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
  for (const file of ['iris', 'wine']) await tableOf(engine, `made.${file}`, fixture(`${file}.csv`));
});
afterAll(() => engine.close());

describe('trees with priors and costs, as rpart has them', () => {
  it.each(figures('tree_costs.json') as readonly Case[])(
    '$file, $criterion, priors $priors, costs $costs',
    async (one) => {
      const { criterion, features, priors, costs } = one;
      const options = treeOptions.parse({
        ...{ class: one.class, features, criterion, cp: 0, folds: 0 },
        ...(priors === null ? {} : { priors }),
        ...(costs === null ? {} : { costs }),
      });
      const relation = `made.${one.file.replace('.csv', '')}`;
      const fitted = await fitTree(engine, options, { asOf: '', relation, key: 'id' });
      // The sides of a split are free: nodes are found by their rows.
      expect(fitted.nodes).toHaveLength(one.nodes.length);
      for (const { id, counts, class: label, risk, probabilities } of one.nodes) {
        const node = fitted.nodes.find((ours) => ours.counts.join() === counts.join());
        expect(node, `node ${id}: ${counts.join()}`).toMatchObject({ class: label });
        expect(node!.risk).toBeCloseTo(risk, 9);
        probabilities.forEach((probability, c) => {
          expect(node!.probabilities[c]).toBeCloseTo(probability, 12);
        });
        const theirs = one.splits.find((split) => split.node === id);
        if (theirs === undefined) expect(node!.split).toBeNull();
        else {
          expect(features[node!.split!.feature]).toBe(theirs.feature);
          expect(node!.split).toMatchObject({
            kind: 'number',
            threshold: expect.closeTo(theirs.threshold, 9) as number,
          });
          expect(node!.improvement / theirs.improvement).toBeCloseTo(1, 9);
        }
      }
      expect(fitted.sequence.map(({ splits }) => splits)).toEqual(one.sequence.map(([, splits]) => splits));
      fitted.sequence.forEach(({ cp, relativeError }, i) => {
        expect(cp).toBeCloseTo(one.sequence[i]![0], 9);
        expect(relativeError).toBeCloseTo(one.sequence[i]![2], 9);
      });
      expect(fitted.resubstitution.counts).toEqual(one.table);
    },
  );
});
