import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { gain, ink, line, loss, paper, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** What happened by a day, and what a model has. */
export interface TrackedPoint {
  /** `2026-11-20` */
  readonly day: string;
  readonly actual: number;
  readonly expected: number;
}

interface TrackingWords {
  readonly y: string;
  readonly write: (value: number) => string;
  readonly day: (day: string) => string;
  /** The day from which on the model did not know, and the word at it. */
  readonly since: { readonly day: string; readonly text: string };
}

/** Noon, so that no zone moves the day. */
const dateOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** Firsts of months, quarters or years from one day to another, at most so many. */
function monthsBetween(first: Date, last: Date, most: number): Date[] {
  const monthOf = (date: Date): number => 12 * date.getUTCFullYear() + date.getUTCMonth();
  const [from, to] = [monthOf(first) + 1, monthOf(last)];
  const fits = (step: number): boolean => Math.floor(to / step) - Math.ceil(from / step) < most;
  const step = [1, 2, 3, 6].find(fits) ?? 12 * Math.max(1, Math.ceil((to - from) / (12 * most)));
  const start = step * Math.ceil(from / step);
  return Array.from(
    { length: Math.max(0, Math.floor((to - start) / step) + 1) },
    (_, i) => new Date(Date.UTC(Math.floor((start + i * step) / 12), (start + i * step) % 12)),
  );
}

/** What happened as a line, the model dashed, and a rule where the holdout begins. */
export function trackingPlot(
  points: readonly TrackedPoint[],
  { y, write, day, since }: TrackingWords,
  size: Size,
): Plot.PlotOptions {
  const drawn = points.map((point) => ({ ...point, date: dateOf(point.day) }));
  const mark = { date: dateOf(since.day), text: since.text };
  const [first, last] = [drawn[0]!.date, drawn.at(-1)!.date];
  const right = mark.date.getTime() - first.getTime() > (last.getTime() - first.getTime()) / 2;
  const narrow = size.name === 'narrow';
  return {
    ...frame(size, narrow ? 270 : 320),
    marginTop: 46,
    marginLeft: narrow ? 46 : 58,
    marginRight: 24,
    marginBottom: 26,
    x: {
      type: 'utc',
      domain: [first, last],
      ticks: monthsBetween(first, last, narrow ? 3 : 8),
      tickFormat: (date: Date) => day(date.toISOString().slice(0, 10)),
      label: null,
    },
    y: { zero: true, nice: true, tickFormat: write, ticks: ticks(size), label: y, labelArrow: 'none', labelOffset: 40 },
    marks: [
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleY([0], { stroke: soft }),
      Plot.ruleX([mark], { x: 'date', stroke: ink, strokeDasharray: '2 3' }),
      Plot.lineY(drawn, { x: 'date', y: 'actual', stroke: gain, strokeWidth: 2.5 }),
      Plot.lineY(drawn, { x: 'date', y: 'expected', stroke: loss, strokeWidth: 2.25, strokeDasharray: '6 4' }),
      Plot.text([mark], {
        x: 'date',
        text: 'text',
        frameAnchor: 'top',
        textAnchor: right ? 'end' : 'start',
        dx: right ? -6 : 6,
        dy: -12,
        fill: ink,
        stroke: paper,
        strokeWidth: 4,
      }),
    ],
  };
}
