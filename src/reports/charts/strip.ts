import * as Plot from '@observablehq/plot';
import { frame, shorten, ticks } from './frame.ts';
import { ink, line, paper, segmentColor, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A class on the one function there is. */
export interface StripRow {
  readonly key: string;
  readonly label: string;
  readonly index: number;
  readonly centroid: number;
  /** Where nine tenths of it lie. */
  readonly from: number;
  readonly to: number;
  readonly scores: readonly number[];
}

/** Height of a row, pixels. */
const row = 84;

/** Shares of the scores of each class that fall in steps of the function, against the fullest step of any; what lies outside is left out. */
export function stepsOf(rows: readonly StripRow[], [from, to]: readonly [number, number], steps: number) {
  const width = (to - from) / steps;
  const counted = rows.map(({ key, index, scores }) => {
    const counts = new Array<number>(steps).fill(0);
    for (const score of scores) {
      const step = Math.floor((score - from) / width);
      if (step >= 0 && step < steps) counts[step]! += 1;
    }
    return { key, index, shares: counts.map((count) => count / Math.max(scores.length, 1)) };
  });
  const most = Math.max(...counted.flatMap(({ shares }) => shares)) || 1;
  return counted.flatMap(({ key, index, shares }) =>
    shares.flatMap((share, i) =>
      share === 0 ? [] : [{ key, index, from: from + i * width, to: from + (i + 1) * width, height: share / most }],
    ),
  );
}

/** The axis of the function. */
const scoreAxis = (domain: readonly [number, number], label: string, size: Size): Plot.ScaleOptions => ({
  domain: [...domain],
  ticks: ticks(size),
  tickFormat: (value: number) => String(value).replace('-', '−'),
  label,
  labelAnchor: 'center',
  labelArrow: 'none',
  labelOffset: 38,
});

/** One row a class: how its scores are spread, and below it where nine tenths of it lie, with its centroid. */
export function stripPlot(
  rows: readonly StripRow[],
  domain: readonly [number, number],
  label: string,
  size: Size,
): Plot.PlotOptions {
  const below = { fy: 'key', y: -0.16 } as const;
  return {
    ...frame(size, rows.length * row + 52),
    marginTop: 4,
    marginLeft: 8,
    x: scoreAxis(domain, label, size),
    y: { domain: [-0.3, 1.5], axis: null },
    fy: { domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.rect(stepsOf(rows, domain, size.name === 'narrow' ? 32 : 64), {
        fy: 'key',
        x1: 'from',
        x2: 'to',
        y1: 0,
        y2: 'height',
        fill: (step: { index: number }) => segmentColor(step.index),
        fillOpacity: 0.6,
        inset: 0,
      }),
      Plot.ruleY(rows, { fy: 'key', y: 0, stroke: line, strokeOpacity: 1 }),
      Plot.link(rows, {
        fy: 'key',
        y1: below.y,
        y2: below.y,
        x1: (one: StripRow) => Math.max(one.from, domain[0]),
        x2: (one: StripRow) => Math.min(one.to, domain[1]),
        stroke: (one: StripRow) => segmentColor(one.index),
        strokeWidth: 4,
      }),
      Plot.dot(rows, { ...below, x: 'centroid', r: 5, fill: ink, stroke: paper, strokeWidth: 1.5 }),
      Plot.text(rows, {
        fy: 'key',
        text: (one: StripRow) => shorten(one.label, size),
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: 4,
        dy: 6,
        fill: ink,
        fontWeight: 600,
        stroke: paper,
        strokeWidth: 4,
      }),
    ],
  };
}

/** The one function divided among the classes. */
export function intervalsPlot(
  parts: readonly { readonly index: number; readonly label: string; readonly from: number; readonly to: number }[],
  centroids: readonly { readonly x: number; readonly index: number }[],
  domain: readonly [number, number],
  label: string,
  size: Size,
): Plot.PlotOptions {
  return {
    ...frame(size, 120),
    marginLeft: 8,
    x: scoreAxis(domain, label, size),
    y: { domain: [0, 1], axis: null },
    marks: [
      Plot.rect(parts, {
        x1: 'from',
        x2: 'to',
        y1: 0,
        y2: 1,
        fill: (one: { index: number }) => segmentColor(one.index),
        fillOpacity: 0.25,
        stroke: soft,
      }),
      Plot.dot(centroids, {
        x: 'x',
        y: 0.5,
        r: 6,
        fill: (one: { index: number }) => segmentColor(one.index),
        stroke: ink,
        strokeWidth: 1.5,
      }),
      Plot.text(parts, {
        x: (one: { from: number; to: number }) => (one.from + one.to) / 2,
        y: 1,
        dy: -9,
        text: (one: { label: string }) => shorten(one.label, size),
        fill: ink,
        fontWeight: 600,
      }),
    ],
  };
}
