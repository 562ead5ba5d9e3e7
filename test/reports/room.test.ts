import * as Plot from '@observablehq/plot';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Direction } from '../../src/reports/charts/direction.ts';
import { draw } from '../../src/reports/charts/svg.ts';

/** What of a chart is shown: from where, and how wide. */
function shownOf(tick: string, direction: 'ltr' | 'rtl' = 'ltr'): readonly number[] {
  const chart = draw('a chart', {
    ...{ width: 300, height: 100, marginLeft: 30 },
    x: { axis: null },
    y: { tickFormat: () => tick, label: null },
    marks: [Plot.dotY([1, 2, 3])],
  });
  const html = renderToString(h(Direction.Provider, { value: direction }, chart));
  const [, from, , width] = /viewBox="(\S+) (\S+) (\S+) 100"/.exec(html)!;
  return [Number(from), Number(width)];
}

it('a chart is as wide as it is drawn where its labels have room, and as they reach where they have not', () => {
  expect(shownOf('1')).toEqual([0, 300]);
  const [from, width] = shownOf('1.000.000 €') as [number, number];
  expect(from).toBeLessThan(-30);
  expect(width).toBe(300 - from);
});

it('room for labels is on the other side of a page that is read from right to left', () => {
  const [, width] = shownOf('1.000.000 €') as [number, number];
  expect(shownOf('1.000.000 €', 'rtl')).toEqual([0, width]);
});
