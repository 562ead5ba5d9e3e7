import { describe, expect, it } from 'vitest';
import { attributeMarkov, type Transition } from '../../../src/models/attribution/markov.ts';

type Path = readonly [touches: readonly string[], converted: boolean, paths: number];

const transitionsOf = (paths: readonly Path[]): Transition[] =>
  paths.flatMap(([touches, converted, count]) =>
    [null, ...touches].map((from, i): Transition => ({ from, to: touches[i] ?? { converted }, count })),
  );

/** Effects, shares and credited conversions by touch, in their order. */
function attribute(paths: readonly Path[]) {
  const { conversion, effects } = attributeMarkov(transitionsOf(paths));
  const conversions = paths.reduce((sum, [, converted, count]) => sum + (converted ? count : 0), 0);
  return {
    conversion,
    touches: effects.map(({ touch }) => touch),
    effects: effects.map(({ effect }) => effect),
    shares: effects.map(({ share }) => share),
    credited: effects.map(({ share }) => share * conversions),
  };
}

const close = (values: readonly number[]) => values.map((value): unknown => expect.closeTo(value, 12));

describe('Markov attribution', () => {
  it('is that of the three paths of Bryl (analyzecore.com 2016)', () => {
    const { conversion, ...found } = attribute([
      [['C1', 'C2', 'C3'], true, 1],
      [['C1'], false, 1],
      [['C2', 'C3'], false, 1],
    ]);
    expect(conversion).toBeCloseTo(1 / 3, 12);
    expect(found).toEqual({
      touches: ['C1', 'C2', 'C3'],
      effects: close([0.5, 1, 1]),
      shares: close([0.2, 0.4, 0.4]),
      credited: close([0.2, 0.4, 0.4]),
    });
  });

  const explained: readonly Path[] = [
    [['Google'], true, 2],
    [['Mailing'], true, 1],
    [['Google', 'Mailing'], true, 1],
    [['Google'], false, 1],
  ];

  it('is that of five paths of search and mail', () => {
    const { conversion, ...found } = attribute(explained);
    expect(conversion).toBeCloseTo(0.8, 12);
    expect(found).toEqual({
      touches: ['Google', 'Mailing'],
      effects: close([0.75, 0.5]),
      shares: close([0.6, 0.4]),
      credited: close([2.4, 1.6]),
    });
  });

  it('takes touches in a row that are the same for one', () => {
    const repeated = explained.map(([touches, ...rest]): Path => [touches.flatMap((one) => [one, one, one]), ...rest]);
    expect(attribute(repeated)).toEqual(attribute(explained));
  });

  it('is the share of paths that convert, whatever loops there are, and nothing where none does', () => {
    const loops: readonly Path[] = [
      [['a', 'b', 'a', 'b', 'c'], true, 3],
      [['b', 'a', 'c', 'a'], false, 4],
      [['c'], true, 1],
    ];
    const { conversion, shares } = attribute(loops);
    expect(conversion).toBeCloseTo(4 / 8, 12);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(attribute([[['a', 'b'], false, 2]])).toMatchObject({ conversion: 0, shares: [0, 0] });
    expect(attributeMarkov([])).toEqual({ conversion: 0, effects: [] });
  });
});
