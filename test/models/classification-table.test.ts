import { expect, it } from 'vitest';
import { judgeTable, tableOf } from '../../src/models/classification-table.ts';

it('judges a table by class and against chance', () => {
  const table = tableOf(
    ['a', 'b'],
    [
      [30, 10],
      [20, 40],
    ],
  );
  expect(judgeTable(table)).toEqual({
    hitRatio: 0.7,
    classes: [
      { class: 'a', recall: 0.75, precision: 0.6 },
      { class: 'b', recall: 40 / 60, precision: 0.8 },
    ],
    maximumChance: 0.6,
    proportionalChance: expect.closeTo(0.52, 12) as number,
    pressQ: { chiSquare: 16, df: 1, p: expect.closeTo(6.334e-5, 8) as number },
  });
});

it('has no broken number for a table without customers', () => {
  const judged = judgeTable(
    tableOf(
      ['a', 'b'],
      [
        [0, 0],
        [0, 0],
      ],
    ),
  );
  expect(judged).toMatchObject({ hitRatio: 0, maximumChance: 0, pressQ: { chiSquare: 0, p: 1 } });
  expect(judged.classes[0]).toEqual({ class: 'a', recall: null, precision: null });
});
