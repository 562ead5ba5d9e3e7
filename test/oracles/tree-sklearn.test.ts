import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { join as list, literal, name, sql, type Sql } from '../../src/sql/sql.ts';
import { datasets, oracle } from './support.ts';
import type { Rpart } from './rpart.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Ranges over the seeds by which scikit-learn breaks ties. */
interface Sklearn {
  readonly n: number;
  /** Its columns, where text has one for each level: `job_student`; null: all are numbers. */
  readonly one_hot_columns: readonly string[] | null;
  readonly runs: Readonly<Record<Run, { readonly training_accuracy: Range; readonly cv_accuracy: Range }>>;
}

const runs = {
  gini_depth5_leaf10: { depth: 5, min_leaf: 10 },
  entropy_depth5_leaf10: { depth: 5, min_leaf: 10, criterion: 'entropy' },
  gini_depth3: { depth: 3, min_leaf: 1 },
} as const;

type Run = keyof typeof runs;

/**
 * scikit-learn knows no levels: text is a column of zeros and ones for each, for both. `hits`: by how many rows of all folds we may lie outside, as we cut back leaves that lower no error;
 * its own trees of the bank, cut back so, are right in 4 (gini) and 5 (entropy) rows more. Of the marketing campaign, to depth 3 in the seventh fold, 6 fewer: R's rpart on the
 * same columns and folds is right in just as many as we are, fold by fold (1,937 in all).
 */
const cases = [
  { name: 'iris', file: 'iris/iris.csv', delimiter: ',', hits: 0 },
  { name: 'wine', file: 'wine/wine.csv', delimiter: ',', hits: 1 },
  { name: 'bank_numeric', file: 'bank_additional/bank-additional.csv', delimiter: ';', hits: 5 },
  { name: 'bank', file: 'bank_additional/bank-additional.csv', delimiter: ';', hits: 0 },
  { name: 'marketing_campaign', file: 'marketing_campaign/marketing_campaign.tsv', delimiter: '\t', hits: 6 },
].map((one) => ({
  ...one,
  figures: oracle(`cart_${one.name}_sklearn.json`),
  rpart: oracle(`cart_${one.name}_rpart.json`),
  folds: oracle(`cart_${one.name}_folds.csv`),
}));

/** The columns of zeros and ones that stand for text features. */
const coded = (columns: readonly string[], features: readonly string[]): Sql[] =>
  columns.flatMap((column) => {
    if (features.includes(column)) return [];
    const feature = features.find((one) => column.startsWith(`${one}_`))!;
    return [sql`case when ${name(feature)} = ${column.slice(feature.length + 1)} then 1 else 0 end as ${name(column)}`];
  });

describe.each(cases)('trees of $name against scikit-learn', ({ file, delimiter, hits, figures, rpart, folds }) => {
  it.skipIf(figures === undefined || !existsSync(folds ?? ''))(
    'are right as often, in training and in its ten folds, as its trees are by one seed or another',
    async () => {
      const sklearn = JSON.parse(readFileSync(figures!, 'utf8')) as Sklearn;
      const { class_column, features } = JSON.parse(readFileSync(rpart!, 'utf8')) as Rpart;
      const columns = sklearn.one_hot_columns ?? features;
      const engine = await openDuckdb();
      await engine.create(
        'made.real',
        sql`select ${list([sql`listed.*, folds.fold as part`, ...coded(columns, features)])} from (
            select row_number() over () as place, *
            from read_csv(${literal(join(datasets!, file))}, delim = ${literal(delimiter)}, header = true, parallel = false)
          ) as listed join read_csv(${literal(folds!)}) as folds on folds.row = listed.place`,
      );
      const relation = { asOf: '', relation: 'made.real', key: 'place' };
      for (const [run, own] of Object.entries(runs)) {
        const asked = { class: class_column, features, fold: 'part', cp: 0, min_split: 2, ...own };
        const options = { ...treeOptions.parse(asked), features: [...columns] };
        const fitted = await fitTree(engine, options, relation);
        const { training_accuracy, cv_accuracy } = sklearn.runs[run as Run];
        const near = ({ min, max }: Range, { correct, total }: { correct: number; total: number }): void => {
          expect(correct).toBeGreaterThanOrEqual(Math.round(min * total) - hits);
          expect(correct).toBeLessThanOrEqual(Math.round(max * total) + hits);
        };
        expect(fitted.rows).toBe(sklearn.n);
        near(training_accuracy, fitted.resubstitution);
        near(cv_accuracy, fitted.crossValidated!);
      }
      await engine.close();
    },
    180_000,
  );
});
