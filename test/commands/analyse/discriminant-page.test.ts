import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discriminantPage, plottedRows } from '../../../src/commands/analyse/discriminant-page.ts';
import { surfacesOf } from '../../../src/commands/analyse/surface.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { describeDiscriminant } from '../../../src/models/discriminant/describe.ts';
import { fitDiscriminant } from '../../../src/models/discriminant/fit.ts';
import { discriminantOptions } from '../../../src/models/discriminant/options.ts';
import { sampleScores } from '../../../src/models/discriminant/score-sample.ts';
import { discriminantScoreSql } from '../../../src/models/discriminant/score.sql.ts';
import type { DiscriminantPage } from '../../../src/reports/discriminant/data.ts';
import { buildDiscriminantPage } from '../../../src/reports/discriminant/page.tsx';
import { cheapestAt, costAt } from '../../../src/reports/discriminant/regions.ts';
import { sql } from '../../../src/sql/sql.ts';
import { open } from '../../models/support.ts';
import { fixture, tableOf } from '../../oracles/support.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await tableOf(engine, 'file.feature', fixture('iris.csv'));
});
afterAll(() => engine.close());

const predictors = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'];
const frame = { subject: 'iris.csv', rows: 'row', asOf: null, notes: [], version: '1' } as const;

async function pageOf(options: object): Promise<DiscriminantPage> {
  const asked = discriminantOptions.parse({ class: 'species', predictors, ...options });
  const fitted = await fitDiscriminant(engine, asked, { asOf: '', relation: 'file.feature', key: 'id' });
  const points = await sampleScores(engine, fitted, plottedRows, false);
  return discriminantPage(fitted, describeDiscriminant(fitted), points, null, frame);
}

/** The covariance of points, divisor n − 1: `xx, xy, yy`. */
function covarianceOf(points: DiscriminantPage['points']): [number, number, number] {
  const n = points.length;
  const mean = { x: points.reduce((sum, { x }) => sum + x, 0) / n, y: points.reduce((sum, { y }) => sum + y, 0) / n };
  const over = (of: (x: number, y: number) => number): number =>
    points.reduce((sum, { x, y }) => sum + of(x - mean.x, y - mean.y), 0) / (n - 1);
  return [over((x) => x * x), over((x, y) => x * y), over((_, y) => y * y)];
}

describe('the page of an analysis of iris', () => {
  it('shows the known figures: 98% right left out, λ 0.023, 147 of 150 in their own class', async () => {
    const page = await pageOf({ validation: 'leave_one_out' });
    expect(page).toMatchObject({ linear: true, shrinkage: null, selection: null, rows: 150 });
    const { document } = parseHTML(buildDiscriminantPage(page));
    const tiles = [...document.querySelectorAll('#overview .tiles li')].map((tile) => tile.textContent);
    expect(tiles[0]).toContain('98.0%each by the fit of all others');
    expect(tiles[3]).toContain('0.023F = 199.15, df 8 and 288, p <0.001');
    const own = [...document.querySelectorAll('#classification .block tbody tr')].map(
      (row, i) => row.querySelectorAll('td.tinted')[i]!.firstChild!.textContent,
    );
    expect(own).toEqual(['50', '48', '49']);
  });

  it('divides the plane as rows are put: what a place costs gives the probabilities of the rows that lie there', async () => {
    const two = ['petal_length', 'sepal_width'];
    const asked = discriminantOptions.parse({ class: 'species', predictors: two, covariance: 'separate' });
    const fitted = await fitDiscriminant(engine, asked, { asOf: '', relation: 'file.feature', key: 'id' });
    const surfaces = surfacesOf(fitted).map((surface) => surface!);
    const shape = { assigned: 'text', posterior: 'number', x: 'number', y: 'number' } as const;
    const rows = await engine.rows(
      sql`select assigned_segment as assigned, posterior, score_1 as x, score_2 as y
        from (${discriminantScoreSql(fitted, { functions: true })}) as scored`,
      shape,
      150,
    );
    expect(rows).toHaveLength(150);
    for (const { assigned, posterior, ...place } of rows) {
      const costs = surfaces.map((surface) => costAt(surface, place));
      expect(fitted.classes[cheapestAt(surfaces, place)]!.class).toBe(assigned);
      const least = Math.min(...costs);
      expect(1 / costs.reduce((sum, cost) => sum + Math.exp(least - cost), 0)).toBeCloseTo(posterior, 9);
    }
  });

  it('rings the classes by the covariance that they are classified by, in the plane of the scores', async () => {
    const page = await pageOf({ covariance: 'separate' });
    expect(page.linear).toBe(false);
    page.classes.forEach(({ spread }, c) => {
      const seen = covarianceOf(page.points.filter((point) => point.class === c));
      spread.forEach((value, i) => {
        expect(value).toBeCloseTo(seen[i]!, 6);
      });
    });
    const pooled = await pageOf({});
    expect(pooled.classes.map(({ spread }) => spread)).toEqual(Array(3).fill([1, 0, 1]));
  });

  it('tells of a choice of predictors and of shrinkage, where there were any', async () => {
    const page = await pageOf({ stepwise: {}, covariance: 'shrunk', shrinkage: { diagonal: 0 } });
    expect(page.selection!.steps[0]).toMatchObject({ predictor: 'petal_length', action: 'entered', count: 1 });
    expect(page.shrinkage!.tried).toHaveLength(5);
    const text = parseHTML(buildDiscriminantPage(page)).document.querySelector('main')!.textContent;
    expect(text).toContain('Predictors were chosen by Wilks’ λ in 4 steps');
    expect(text).toContain('Covariances are drawn towards the pooled one by');
  });
});
