import * as Plot from '@observablehq/plot';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { accountBars } from '../../src/reports/charts/account.ts';
import { draw } from '../../src/reports/charts/svg.ts';
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
