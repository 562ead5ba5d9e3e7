import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { datasets, oracle } from './support.ts';
import type { Rpart } from './rpart.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Ranges over the seeds by which scikit-learn breaks ties. */
interface Sklearn {
  readonly n: number;
  readonly runs: Readonly<Record<Run, { readonly training_accuracy: Range; readonly cv_accuracy: Range }>>;
}

const runs = {
  gini_depth5_leaf10: { depth: 5, min_leaf: 10 },
  entropy_depth5_leaf10: { depth: 5, min_leaf: 10, criterion: 'entropy' },
  gini_depth3: { depth: 3, min_leaf: 1 },
} as const;

type Run = keyof typeof runs;

/** All features are numbers: scikit-learn knows no levels. */
const cases = [
  { name: 'iris', file: 'iris/iris.csv', delimiter: ',' },
  { name: 'wine', file: 'wine/wine.csv', delimiter: ',' },
  { name: 'bank_numeric', file: 'bank_additional/bank-additional.csv', delimiter: ';' },
].map((one) => ({
  ...one,
  figures: oracle(`cart_${one.name}_sklearn.json`),
  rpart: oracle(`cart_${one.name}_rpart.json`),
  folds: oracle(`cart_${one.name}_folds.csv`),
}));

describe.each(cases)('trees of $name against scikit-learn', ({ file, delimiter, figures, rpart, folds }) => {
  it.skipIf(figures === undefined || !existsSync(folds ?? ''))(
    'are right as often, in training and in its ten folds, as its trees are by one seed or another',
    async () => {
      const sklearn = JSON.parse(readFileSync(figures!, 'utf8')) as Sklearn;
      const { class_column, features } = JSON.parse(readFileSync(rpart!, 'utf8')) as Rpart;
      const engine = await openDuckdb();
      await engine.create(
        'made.real',
        sql`select listed.*, folds.fold as part from (
            select row_number() over () as place, *
            from read_csv(${literal(join(datasets!, file))}, delim = ${literal(delimiter)}, header = true, parallel = false)
          ) as listed join read_csv(${literal(folds!)}) as folds on folds.row = listed.place`,
      );
      const relation = { asOf: '', relation: 'made.real', key: 'place' };
      for (const [run, own] of Object.entries(runs)) {
        const options = { class: class_column, features, fold: 'part', cp: 0, min_split: 2, ...own };
        const fitted = await fitTree(engine, treeOptions.parse(options), relation);
        const { training_accuracy, cv_accuracy } = sklearn.runs[run as Run];
        // One row more or less: some ties are between splits that no seed of theirs chose.
        const near = ({ min, max }: Range, share: number): void => {
          expect(share).toBeGreaterThanOrEqual(min - 1.5 / sklearn.n);
          expect(share).toBeLessThanOrEqual(max + 1.5 / sklearn.n);
        };
        expect(fitted.rows).toBe(sklearn.n);
        near(training_accuracy, fitted.resubstitution.hitRatio);
        near(cv_accuracy, fitted.crossValidated!.hitRatio);
      }
      await engine.close();
    },
    180_000,
  );
});
