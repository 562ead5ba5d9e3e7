import type { VNode } from 'preact';
import { gain, loss } from '../charts/palette.ts';
import { stacksPlot } from '../charts/stacks.ts';
import { isWorse, type Opinion } from '../data/opinions.ts';
import { Chart } from '../parts/chart.tsx';
import { Block, Section, SegmentName, Unfold } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ratio, segmentName, segmentOf, wordOf, type View } from '../view.ts';

const bad = (row: Opinion): number => ratio(row.negative, row.opinions);
const good = (row: Opinion): number => ratio(row.positive, row.opinions);

/** The figures of what was said. */
function figures<R extends Opinion>({ t, f }: View): TableColumn<R>[] {
  return [
    { header: t.opinions.opinions, kind: 'number', cell: (row) => f.whole(row.opinions) },
    {
      header: t.opinions.mean,
      term: 'opinion',
      kind: 'number',
      mark: (row) => (row.opinion < 0 ? 'negative' : undefined),
      cell: (row) => f.fixed(row.opinion, 2),
    },
    { header: t.opinions.bad, kind: 'number', cell: (row) => f.share(bad(row)) },
    { header: t.opinions.good, kind: 'number', cell: (row) => f.share(good(row)) },
  ];
}

/** How content each segment is. */
function BySegment({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { segments } = data.opinions;
  const [least] = segments;
  if (least === undefined) return null;
  return (
    <Chart
      title={t.opinions.bySegment}
      sentence={
        isWorse(least)
          ? t.opinions.bySegmentSentence(segmentName(view, least.member), bad(least))
          : t.opinions.bySegmentAlike
      }
      legend={[
        { mark: 'loss', text: t.opinions.bad },
        { mark: 'gain', text: t.opinions.good },
      ]}
      plot={(size) =>
        stacksPlot(
          segments.map((row) => ({
            key: row.member,
            label: segmentName(view, row.member),
            value: f.fixed(row.opinion, 2),
            parts: { bad: -bad(row), good: good(row) },
          })),
          { bad: loss, good: gain },
          (value) => f.share(Math.abs(value)),
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.opinions.bySegment}
        rows={segments}
        columns={[
          {
            header: t.opinions.segment,
            term: 'segment',
            cell: ({ member }) => (
              <SegmentName index={segmentOf(view, member)?.index ?? 0} name={segmentName(view, member)} />
            ),
          },
          ...figures<Opinion>(view),
        ]}
      />
    </Chart>
  );
}

/** What goods are praised and blamed for. */
function ByProduct({ view }: { view: View }): VNode | null {
  const { t, data } = view;
  const { products } = data.opinions;
  if (products.length === 0) return <Block title={t.opinions.byProduct} sentence={t.opinions.byProductAlike} />;
  return (
    <Block title={t.opinions.byProduct} sentence={t.opinions.byProductSentence(products.length)}>
      <Table
        label={t.opinions.byProduct}
        rows={products}
        columns={[
          { header: t.opinions.product, cell: (row) => <bdi>{row.product_name ?? row.member}</bdi> },
          { header: t.opinions.category, cell: (row) => <bdi>{row.product_category}</bdi> },
          ...figures<(typeof products)[number]>(view),
        ]}
      />
    </Block>
  );
}

/** What customers say: who, of what, by which channel. */
export function Opinions({ view }: { view: View }): VNode | null {
  const { t, data } = view;
  const { all, open, channels } = data.opinions;
  const title = t.page.sections.opinions;
  if (all === null) return null;
  return (
    <Section
      id="opinions"
      title={title}
      finding={t.opinions.finding(all.opinions, good(all), bad(all), open.people, open.complaints)}
    >
      <BySegment view={view} />
      <ByProduct view={view} />
      <Block title={t.opinions.byChannel} sentence={t.opinions.how(all.by_words)}>
        <Unfold label={t.page.figures}>
          <Table
            label={t.opinions.byChannel}
            rows={channels}
            columns={[
              { header: t.opinions.channel, cell: ({ member }) => <bdi>{wordOf(t.channels, member)}</bdi> },
              ...figures<Opinion>(view),
            ]}
          />
        </Unfold>
      </Block>
    </Section>
  );
}
