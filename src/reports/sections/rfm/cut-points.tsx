import type { VNode } from 'preact';
import type { RfmCutPoint } from '../../data/rfm.ts';
import { Block, Unfold } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

type Measure = 'recency' | 'frequency' | 'monetary';

/** Days and orders are whole numbers: above 2.6 is from 3 on. */
function wholeRange({ t, f }: View, { above, up_to: upTo }: RfmCutPoint): string {
  const from = above === null ? null : Math.floor(above) + 1;
  const to = upTo === null ? null : Math.floor(upTo);
  if (from !== null && to !== null && to < from) return t.page.none;
  return t.rfm.range(from, to, f.whole);
}

/** Values above the lower cut-point, up to and including the upper one. */
function rangeOf(view: View, cut: RfmCutPoint | undefined): string {
  const { t, f, data } = view;
  if (cut === undefined) return '';
  if (cut.measure !== 'monetary') return wholeRange(view, cut);
  const cuts = data.rfm.cutPoints.filter(({ measure }) => measure === 'monetary').map(({ up_to: upTo }) => upTo);
  return t.rfm.moneyRange(cut.above, cut.up_to, f.moneyLike(cuts));
}

/** The table of the values that each score stands for, and what the best ones take; nested, without those of money. */
export function CutPoints({ view }: { view: View }): VNode | null {
  const { t, f, data, context } = view;
  const { rfmRule: rule } = data;
  const { cutPoints } = data.rfm;
  if (rule === null || cutPoints.length === 0) return null;
  const cut = (measure: Measure, score: number, within: number | null): RfmCutPoint | undefined =>
    cutPoints.find((one) => one.measure === measure && one.score === score && one.recency_score === within);
  const scores = [...new Set(cutPoints.map(({ score }) => score))].sort((a, b) => b - a);
  const cells = [...new Set(cutPoints.flatMap(({ recency_score: within }) => within ?? []))].sort((a, b) => b - a);
  const columns: readonly TableColumn<number>[] = [
    {
      header: t.rfm.measures.recency,
      term: 'recency',
      kind: 'number',
      cell: (score) => rangeOf(view, cut('recency', score, null)),
    },
    ...(rule.nested
      ? cells.map((within): TableColumn<number> => ({
          header: t.rfm.within(within),
          term: 'frequency',
          kind: 'number',
          cell: (score) => rangeOf(view, cut('frequency', score, within)),
        }))
      : (['frequency', 'monetary'] as const).map((measure): TableColumn<number> => ({
          header: t.rfm.measures[measure],
          term: measure,
          kind: 'number',
          cell: (score) => rangeOf(view, cut(measure, score, null)),
        }))),
  ];
  const best = (measure: Measure): string | null => {
    const top = cutPoints.find((one) => one.measure === measure && one.recency_score === null);
    return top === undefined ? null : rangeOf(view, top);
  };
  const [recency, frequency, monetary] = [best('recency'), best('frequency'), best('monetary')];
  return (
    <Block
      title={t.rfm.cutPoints}
      sentence={[
        ...(rule.nested || frequency === null || monetary === null
          ? t.rfm.nested(recency ?? '')
          : t.rfm.bestScores(recency ?? '', frequency, monetary)),
        ...(rule.asOf === context.asOf ? [] : t.rfm.frozen(rule.asOf)),
        ...(new Set(Object.values(rule.weights)).size === 1 ? [] : t.rfm.weights(rule.weights)),
      ]}
    >
      <Unfold label={t.page.figures}>
        <Table
          label={t.rfm.cutPoints}
          from="models.rfm_cut_point"
          rows={scores}
          columns={[{ header: t.rfm.score, term: 'cut_point', cell: (score) => f.whole(score) }, ...columns]}
        />
      </Unfold>
    </Block>
  );
}
