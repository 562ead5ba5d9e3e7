import * as Plot from '@observablehq/plot';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { accountBars, accountPlot } from '../../src/reports/charts/account.ts';
import { balancePlot } from '../../src/reports/charts/balance.ts';
import { bearsBelow } from '../../src/reports/charts/centroid-map.ts';
import { pairsPlot } from '../../src/reports/charts/pairs.ts';
import { stacksPlot } from '../../src/reports/charts/stacks.ts';
import { Direction } from '../../src/reports/charts/direction.ts';
import { draw, sizes } from '../../src/reports/charts/svg.ts';
import { correlationTint, indexTint } from '../../src/reports/tint.ts';

describe('draw(label, options)', () => {
  const options = {
    width: 200,
    height: 80,
    marks: [Plot.barX([{ name: '"<script>', value: 1 / 3 }], { y: 'name', x: 'value', fill: 'var(--gain)' })],
  };

  it('is one image with one name, in the colours of the page', () => {
    const svg = renderToString(draw('A "chart" & more', options));
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('aria-label="A &quot;chart&quot; &amp; more"');
    expect(svg).toContain('fill="currentColor"');
    expect(svg).toContain('fill="var(--gain)"');
    expect(svg).toContain('&quot;&lt;script>');
  });

  it('is turned over on a page that is read from right to left, with texts that are not', () => {
    const plot = { ...options, x: { label: 'More →' } };
    const svg = renderToString(h(Direction.Provider, { value: 'rtl', children: draw('A chart', plot) }));
    expect(svg).toContain('<g transform="translate(200 0) scale(-1 1)">');
    const texts = [...svg.matchAll(/<text [^>]*>/g)].map(([tag]) => tag);
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((tag) => !/transform="[^"]*scale\(-1 1\)"/.test(tag))).toEqual([]);
    expect(svg).toContain('More ←');
    const straight = renderToString(draw('A chart', plot));
    expect(straight).not.toContain('scale(-1');
    const dx = (drawn: string): string[] => [...drawn.matchAll(/ (?:d?x)="(-?[\d.]+)(?:em)?"/g)].map(([, x]) => x!);
    expect(dx(svg).length).toBe(dx(straight).length);
  });

  it('brings no style of its own and no long numbers', () => {
    const svg = renderToString(draw('A chart', options));
    expect(svg).not.toMatch(/style|class=/);
    expect(svg).not.toMatch(/\d\.\d{3}/);
  });

  it('is the same every time', () => {
    expect(renderToString(draw('A chart', options))).toBe(renderToString(draw('A chart', options)));
  });
});

describe('accountBars(rows)', () => {
  it('starts each step where the one before ended, and results at zero', () => {
    const rows = [
      { key: 'a', label: 'Revenue', kind: 'result', amount: 100 },
      { key: 'b', label: 'Returns', kind: 'step', amount: -30 },
      { key: 'c', label: 'Net', kind: 'result', amount: 70 },
      { key: 'd', label: 'Shipping', kind: 'step', amount: 5 },
      { key: 'e', label: 'Costs', kind: 'step', amount: -90 },
      { key: 'f', label: 'Profit', kind: 'result', amount: -15 },
    ] as const;
    expect(accountBars(rows).map(({ from, to }) => [from, to])).toEqual([
      [0, 100],
      [100, 70],
      [0, 70],
      [70, 75],
      [75, -15],
      [0, -15],
    ]);
  });
});

describe('rows of bars', () => {
  const [narrow] = sizes;
  const text = String;
  const names = ['a', 'b'].map((key) => ({ key, label: key }));
  const account = names.map((one, i) => ({ ...one, kind: 'step' as const, amount: i - 0.5 }));
  const plots: Record<string, Plot.PlotOptions> = {
    pairs: pairsPlot(
      names.map((one, i) => ({ ...one, value: '1', whole: 2, part: i - 1 })),
      text,
      narrow!,
    ),
    stacks: stacksPlot(names.map((one) => ({ ...one, value: '1', parts: { x: -1, y: 2 } })), { x: 'red', y: 'blue' }, text, narrow!), // prettier-ignore
    balance: balancePlot(
      names.map((one, index) => ({ ...one, index, customers: 0.5, share: -0.5 })),
      text,
      narrow!,
    ),
    account: accountPlot(account, text, text, narrow!),
  };

  it.each(Object.keys(plots))('have ground under each name, above every line and below the bars: %s', (name) => {
    const marks = renderToString(draw('A chart', plots[name]!)).split('<g').slice(1);
    const ground = marks.findIndex((mark) => /^[^>]*fill="var\(--paper\)"[^>]*><rect/.test(mark));
    expect(marks[ground]!.match(/<rect/g)).toHaveLength(names.length);
    const lines = marks.flatMap((mark, i) => (/^[^>]*stroke="var\(--(line|soft)\)"[^>]*><line/.test(mark) ? [i] : []));
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines)).toBeLessThan(ground);
  });
});

describe('labels of the centroid map', () => {
  const at = (x: number, y: number) => ({ label: '', index: 0, x, y });
  const below = (points: ReturnType<typeof at>[]): boolean[] =>
    points.map((point) => bearsBelow(point, points, { x: 10, y: 10 }));

  it('point away from the axis', () => {
    expect(below([at(0, 5), at(3, -0.5), at(6, 0)])).toEqual([false, true, false]);
  });

  it('point away from each other where two are close', () => {
    expect(below([at(0, -4), at(0.5, -5), at(4, 5), at(4, 4)])).toEqual([false, true, false, true]);
  });
});

describe('tints', () => {
  it('grow with the distance from 100, alike for half and double', () => {
    expect([100, 105, 115, 150, 200, 300].map(indexTint)).toEqual([
      undefined,
      undefined,
      'up-1',
      'up-2',
      'up-3',
      'up-4',
    ]);
    expect([90, 50, 25, 0, -40].map(indexTint)).toEqual(['down-1', 'down-3', 'down-4', 'down-4', 'down-4']);
    expect(indexTint(null)).toBeUndefined();
  });

  it('grow with a correlation', () => {
    expect([0.1, 0.3, -0.5, 1].map(correlationTint)).toEqual([undefined, 'up-1', 'down-2', 'up-4']);
  });
});
