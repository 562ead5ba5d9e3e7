import type { VNode } from 'preact';
import { intervalsPlot } from '../../charts/intervals.ts';
import type { ChannelAnswer } from '../../data/answers.ts';
import { Chart } from '../../parts/chart.tsx';
import { Section } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';
import { intervalLegend } from '../interval-legend.ts';
import { Moments } from './moments.tsx';

const sum = (channels: readonly ChannelAnswer[], of: (channel: ChannelAnswer) => number): number =>
  channels.reduce((total, channel) => total + of(channel), 0);

/** How often people answer on each channel. */
function Channels({ view, overall }: { view: View; overall: number }): VNode {
  const { f, data } = view;
  const t = view.t.answers;
  const { channels, unknown } = data.answers;
  const best = channels[0]!;
  const least = channels.at(-1)!;
  const write = (value: number): string => f.share(value, 1);
  return (
    <Chart
      title={t.rates}
      sentence={
        best === least
          ? t.oneSentence(t.channels[best.channel], best.rate)
          : t.sentence(t.channels[best.channel], best.rate, t.channels[least.channel], least.rate)
      }
      points={[
        ...(unknown.length === 0
          ? []
          : [
              t.notKnown(
                unknown.reduce((total, { people }) => total + people, 0),
                f.list(unknown.map(({ reason, people }) => t.noChannel[reason](people))),
              ),
            ]),
        t.whatCounts,
        t.drawnIn,
      ]}
      plot={(size) =>
        intervalsPlot(
          channels.map((row) => ({
            key: row.channel,
            label: t.channels[row.channel],
            value: write(row.rate),
            estimate: row.rate,
            low: row.low,
            high: row.high,
          })),
          overall,
          (value) => f.share(value),
          size,
        )
      }
      legend={[...intervalLegend(t), { mark: 'rule soft', text: t.line }]}
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.rates}
        rows={channels}
        columns={[
          { header: t.channel, cell: (row) => t.channels[row.channel] },
          { header: t.people, kind: 'number', cell: (row) => f.whole(row.people) },
          { header: t.asked, kind: 'number', cell: (row) => f.whole(row.asked) },
          { header: t.answered, kind: 'number', cell: (row) => f.whole(row.answers) },
          { header: t.rate, kind: 'number', cell: (row) => write(row.rate) },
          { header: t.interval, kind: 'number', cell: (row) => t.between(write(row.low), write(row.high)) },
          { header: t.allowed, kind: 'number', cell: (row) => f.whole(row.allowed) },
          { header: t.bestFor, term: 'best_channel', kind: 'number', cell: (row) => f.whole(row.best_for) },
          {
            header: t.bestRate,
            kind: 'number',
            cell: (row) => (row.best_rate === null ? view.t.page.none : write(row.best_rate)),
          },
        ]}
      />
    </Chart>
  );
}

/** Which channel people answer to, and when they are active. */
export function Answers({ view }: { view: View }): VNode {
  const { t, data } = view;
  const title = t.page.sections.answers;
  const { channels, moments } = data.answers;
  const overall = ratio(
    sum(channels, (row) => row.answers),
    sum(channels, (row) => row.asked),
  );
  const known = sum(channels, (row) => row.best_for);
  const expected = ratio(
    sum(channels, (row) => (row.best_rate ?? 0) * row.best_for),
    known,
  );
  const finding =
    channels.length === 0 ? t.answers.none : known === 0 ? undefined : t.answers.finding(known, expected, overall);
  return (
    <Section id="answers" title={title} finding={finding}>
      {channels.length === 0 ? null : <Channels view={view} overall={overall} />}
      {moments.length === 0 ? null : <Moments view={view} />}
    </Section>
  );
}
