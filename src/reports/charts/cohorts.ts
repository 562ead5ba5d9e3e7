import * as Plot from '@observablehq/plot';
import { frame } from './frame.ts';
import { gain, ink, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A cohort in a month. */
export interface CohortMark {
  readonly cohort: string;
  readonly period: number;
  /** The part of the cohort that bought, 0 to 1. */
  readonly share: number;
  /** The month is over. */
  readonly isComplete: boolean;
}

/** The words and figures at the map. */
export interface CohortWords {
  readonly x: string;
  readonly share: (value: number) => string;
  readonly cohort: (month: string) => string;
}

/** One row a cohort, one column a month since its first: stronger is more, an outline is a month that is not over, nothing is not seen yet. */
export function cohortPlot(marks: readonly CohortMark[], words: CohortWords, size: Size): Plot.PlotOptions {
  const narrow = size.name === 'narrow';
  const cohorts = [...new Set(marks.map(({ cohort }) => cohort))].sort();
  const periods = Math.max(...marks.map(({ period }) => period));
  const columns = Array.from({ length: periods }, (_, i) => i + 1);
  const most = Math.max(0.01, ...marks.map(({ share }) => share));
  const left = narrow ? 58 : 72;
  const column = Math.min((size.width - left) / periods, 64);
  const row = narrow ? 15 : 19;
  const place = { x: 'period', y: 'cohort' } as const;
  return {
    ...frame(size, 46 + cohorts.length * row),
    width: left + 4 + column * periods,
    marginTop: 2,
    marginLeft: left,
    marginRight: 4,
    padding: 0.06,
    x: {
      type: 'band',
      domain: columns,
      ticks: columns.filter((period) => periods <= 12 || period === 1 || period % 3 === 0),
      tickSize: 0,
      label: words.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 36,
    },
    y: { type: 'band', domain: cohorts, tickFormat: words.cohort, tickSize: 0, label: null },
    marks: [
      Plot.cell(
        marks.filter(({ isComplete }) => isComplete),
        { ...place, fill: gain, fillOpacity: ({ share }: CohortMark) => 0.05 + 0.55 * (share / most), rx: 2 },
      ),
      Plot.cell(
        marks.filter(({ isComplete }) => !isComplete),
        { ...place, fill: 'none', stroke: soft, strokeOpacity: 0.7, strokeDasharray: '2 2', inset: 0.5, rx: 2 },
      ),
      Plot.text(column < 20 ? [] : marks, {
        ...place,
        text: ({ share }: CohortMark) => words.share(share),
        fill: ({ isComplete }: CohortMark) => (isComplete ? ink : soft),
        fontSize: narrow ? 9 : 11,
      }),
    ],
  };
}
