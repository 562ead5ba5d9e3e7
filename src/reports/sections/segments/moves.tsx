import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import { gain, gainPale, loss, lossPale } from '../../charts/palette.ts';
import { stacksPlot } from '../../charts/stacks.ts';
import { changesOf, flowsOf, summariseMoves, type Flow } from '../../moves.ts';
import { Chart } from '../../parts/chart.tsx';
import { eventPhrase, segmentLabel, segmentName, type View } from '../../view.ts';
import { Matrix } from './matrix.tsx';

/** What came and went, in the order of stacking: its colour in the chart and the mark of the legend. */
const parts = [
  ['entered', gain, 'bar gain'],
  ['came', gainPale, 'bar gain-pale'],
  ['left', loss, 'bar loss'],
  ['went', lossPale, 'bar loss-pale'],
] as const;

/** So many segments are told of in words, and so many events. */
const told = 3;
const toldEvents = 6;

function pointsOf(view: View, flows: readonly Flow[]): Phrase[] {
  const { t, data } = view;
  const { born, ended } = changesOf(data);
  const left = [...flows]
    .filter((flow) => flow.left > 0)
    .sort((a, b) => b.left - a.left)
    .slice(0, told);
  return [
    ...[...born, ...ended].slice(0, toldEvents).map((event) => eventPhrase(view, event)),
    ...left.map((flow) =>
      t.history.left(
        segmentName(view, flow.segment),
        flow.left,
        flow.to.map(({ to_segment: to, customers }) => ({ name: segmentName(view, to), customers })),
      ),
    ),
  ];
}

/** Who went from which segment to which since the day that was run before; nothing on the first. */
export function Moves({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const summary = summariseMoves(data);
  if (summary === null) return null;
  const flows = flowsOf(data);
  const amounts = ({ entered, came, left, went }: Flow) => ({ entered, came, left: -left, went: -went });
  const used = parts.filter(([part]) => flows.some((flow) => flow[part] > 0));
  return (
    <Chart
      title={t.history.moves}
      sentence={t.history.movesSentence(summary.since, summary)}
      points={pointsOf(view, flows)}
      legend={used.map(([part, , mark]) => ({ mark, text: t.history.parts[part] }))}
      {...(used.length === 0
        ? {}
        : {
            plot: (size) =>
              stacksPlot(
                flows.map((flow) => ({
                  key: flow.segment,
                  label: segmentLabel(view, flow.segment),
                  value: t.history.inOut(flow.entered + flow.came, flow.left + flow.went),
                  parts: amounts(flow),
                })),
                Object.fromEntries(used.map(([part, color]) => [part, color])),
                f.whole,
                size,
                'whole',
              ),
          })}
      tableLabel={t.page.figures}
    >
      <Matrix view={view} flows={flows} />
    </Chart>
  );
}
