import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { discriminantLeftOutSql, discriminantScoreSql } from '../../src/models/discriminant/score.sql.ts';
import { join, literal, name, sql, type Sql } from '../../src/sql/sql.ts';
import { datasets, figures, fixture, oracle } from './support.ts';

interface Table {
  readonly matrix: number[][];
  readonly hit_ratio: number;
}

type Tables = Record<
  'lda' | 'qda',
  Record<'resubstitution' | 'leave_one_out' | `${'resubstitution' | 'leave_one_out'}_equal_priors`, Table>
>;

/** Data, and what R's MASS gives: `lda`, `qda`, and both fitted anew without each row. */
interface Case {
  readonly name: string;
  readonly data: string;
  readonly delimiter: string;
  readonly analysis: string | undefined;
  readonly tables: (read: { lda: unknown; qda: unknown }) => Tables;
  readonly rows: string | undefined;
}

/** Of posteriors and scores, absolute. */
const tolerance = 1e-12;

const small = figures('discriminant_tables.json') as Record<string, Tables>;
const flowers = ['iris', 'wine'].map((data): Case => ({
  name: data,
  data: fixture(`${data}.csv`),
  delimiter: ',',
  analysis: fixture(`discriminant_${data}.json`),
  tables: () => small[data]!,
  rows: fixture(`discriminant_${data}_rows.csv`),
}));
const customers = (
  [
    ['bank', 'bank_additional/bank-additional.csv', ';'],
    ['bank_duration', 'bank_additional/bank-additional.csv', ';'],
    ['marketing_campaign', 'marketing_campaign/marketing_campaign.tsv', '\t'],
  ] as const
).map(([data, file, delimiter]): Case => ({
  name: data,
  data: joinPath(datasets ?? '', file),
  delimiter,
  analysis: oracle(`discriminant_${data}.json`),
  tables: (read) => read as Tables,
  rows: oracle(`discriminant_${data}_rows.csv`),
}));

describe.each([...flowers, ...customers].filter(({ analysis }) => analysis !== undefined))(
  'classification of $name, as R has it',
  ({ data, delimiter, analysis, tables, rows }) => {
    const read = JSON.parse(readFileSync(analysis!, 'utf8')) as {
      class_column: string;
      features: string[];
      lda: unknown;
      qda: unknown;
    };
    const expected = tables(read);
    let engine: Engine;
    const fit = (options: Record<string, unknown>): Promise<FittedDiscriminant> =>
      fitDiscriminant(
        engine,
        discriminantOptions.parse({ class: read.class_column, predictors: read.features, ...options }),
        { asOf: '2026-11-20', relation: 'made.data', key: 'number' },
      );

    beforeAll(async () => {
      engine = await openDuckdb();
      const types = sql`{${literal(read.class_column)}: 'varchar'}`;
      const file = sql`read_csv(${literal(data)}, delim = ${literal(delimiter)}, header = true, types = ${types})`;
      await engine.create('made.data', sql`select row_number() over () as number, * from ${file}`);
      await engine.create('made.expected', sql`select * from read_csv(${literal(rows!)}, all_varchar = true)`);
    });
    afterAll(() => engine.close());

    /** Rows, those put into another class, and the largest difference of any posterior or score. */
    async function compare(scored: Sql, assigned: string, model: string, pairs: readonly Sql[]) {
      const [found] = await engine.rows(
        sql`select count(*) as rows, count(case when ${name(assigned)} <> expected.${name(model)} then 1 end) as others,
            max(greatest(${join(pairs)})) as difference
          from (${scored}) as scored full join made.expected as expected on scored.customer_id = expected.row`,
        { rows: 'integer', others: 'integer', difference: 'number' },
      );
      return found!;
    }
    const apart = (column: string, other: string): Sql =>
      sql`coalesce(abs(scored.${name(column)} - cast(expected.${name(other)} as double)), 1)`;
    const posteriors = (fitted: FittedDiscriminant, model: string): Sql[] =>
      fitted.classes.map((one, c) => apart(`posterior_${c + 1}`, `${model}_post_${one.class}`));

    it.each([
      ['lda', 'pooled'],
      ['qda', 'separate'],
    ] as const)(
      '%s: tables, classes and posteriors by resubstitution and leaving one out',
      async (model, covariance) => {
        const fitted = await fit({ covariance, validation: 'leave_one_out' });
        expect(fitted.dropped).toEqual([]);
        expect(fitted.resubstitution.counts).toEqual(expected[model].resubstitution.matrix);
        expect(fitted.crossValidated).toMatchObject({ method: 'leave_one_out', folds: null, alone: 0 });
        expect(fitted.crossValidated.counts).toEqual(expected[model].leave_one_out.matrix);
        expect(fitted.crossValidated.hitRatio).toBeCloseTo(expected[model].leave_one_out.hit_ratio, 12);

        const scored = discriminantScoreSql(fitted, { functions: true, posteriors: true });
        const scores = fitted.functions.map((_, i) => apart(`score_${i + 1}`, `score_F${i + 1}`));
        const whole = await compare(scored, 'assigned_segment', model, [...posteriors(fitted, model), ...scores]);
        expect(whole).toMatchObject({ rows: fitted.customers, others: 0 });
        expect(whole.difference).toBeLessThan(tolerance);

        const left = await compare(
          discriminantLeftOutSql(fitted),
          'assigned_class',
          `${model}_loo`,
          posteriors(fitted, `${model}_loo`),
        );
        expect(left).toMatchObject({ rows: fitted.customers, others: 0 });
        expect(left.difference).toBeLessThan(tolerance);
      },
    );

    it.each([
      ['lda', 'pooled'],
      ['qda', 'separate'],
    ] as const)('%s with equal priors: both tables', async (model, covariance) => {
      const fitted = await fit({ covariance, priors: 'equal', validation: 'leave_one_out' });
      expect(fitted.resubstitution.counts).toEqual(expected[model].resubstitution_equal_priors.matrix);
      expect(fitted.crossValidated.counts).toEqual(expected[model].leave_one_out_equal_priors.matrix);
    });
  },
);
