import type { PlotOptions } from '@observablehq/plot';
import type { ComponentChildren, VNode } from 'preact';
import { plain, type Phrase } from '../../text/phrase.ts';
import { draw, sizes, type Size } from '../charts/svg.ts';
import { Unfold } from './pieces.tsx';
import { Points } from './points.tsx';
import { Rich } from './rich.tsx';

/** One entry of a legend: a mark and what it stands for. */
export interface LegendEntry {
  /** Classes of the mark: a colour, and its form. */
  readonly mark: string;
  readonly text: string;
}

interface ChartProps {
  readonly title: string;
  /** What the chart shows, in one sentence. */
  readonly sentence: Phrase;
  /** What else it shows, the most important first. */
  readonly points?: readonly Phrase[];
  /** Left out: there is nothing to draw. */
  readonly plot?: (size: Size) => PlotOptions;
  readonly legend?: readonly LegendEntry[];
  /** The word that opens the table. */
  readonly tableLabel: string;
  /** The table with the same figures. */
  readonly children?: ComponentChildren;
}

/** What the marks of a chart stand for. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }): VNode {
  return (
    <ul class="legend">
      {entries.map(({ mark, text }) => (
        <li>
          <span class={`chip ${mark}`} />
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** A chart with its sentence, drawn for phones and for the rest, and the same figures as a table to unfold. */
export function Chart({ title, sentence, points = [], plot, legend, tableLabel, children }: ChartProps): VNode {
  return (
    <figure class="chart">
      <figcaption>
        <h3>{title}</h3>
        <p>
          <Rich text={sentence} />
        </p>
        {points.length === 0 ? null : <Points points={points} />}
      </figcaption>
      {legend === undefined || plot === undefined ? null : <Legend entries={legend} />}
      {plot === undefined
        ? null
        : sizes.map((size) => <div class={size.name}>{draw(`${title}. ${plain(sentence)}`, plot(size))}</div>)}
      {children === undefined ? null : <Unfold label={tableLabel}>{children}</Unfold>}
    </figure>
  );
}
