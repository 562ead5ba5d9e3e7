import type { VNode } from 'preact';
import type { Phrase } from '../../text/phrase.ts';
import type { Gap } from '../../text/en/next-product.ts';
import type { NextProductHoldout, NextProductModel, NextProductWay } from '../data/next-product.ts';
import { Block, Measure, Section, SegmentName, Unfold } from '../parts/pieces.tsx';
import { Points } from '../parts/points.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { segmentName, segmentOf, type View } from '../view.ts';

type Ways = NextProductHoldout['segments'][number]['ways'];

const simpleLists: readonly NextProductWay[] = ['best sellers', 'own purchases'];

const hitOf = (ways: Ways, way: NextProductWay): number => ways.find((one) => one.way === way)?.hit5.mean ?? 0;

/** How many more the rule found than a simple list. */
function gapOf({ comparisons }: NextProductHoldout, rule: NextProductModel['used'], list: NextProductWay): Gap {
  const found = comparisons.find(({ first, second }) => [first, second].every((way) => way === rule || way === list));
  if (found === undefined) return { difference: 0, error: 0 };
  return { difference: found.first === rule ? found.difference : -found.difference, error: found.error };
}

/** The rule in use; where none is, the one that hit most often. */
const shownRule = ({ ways }: NextProductHoldout, used: NextProductModel['used']): NextProductWay =>
  used ??
  ways
    .map(({ way }) => way)
    .filter((way) => !simpleLists.includes(way))
    .reduce((best, way) => (hitOf(ways, way) > hitOf(ways, best) ? way : best));

function findingOf({ t }: View, { holdout, reason, used }: NextProductModel): Phrase {
  const words = t.nextProduct;
  if (holdout === null) {
    if (reason?.kind === 'few customers') return words.fewCustomers(reason.customers, reason.least);
    if (reason?.kind === 'few products') return words.fewProducts(reason.products, reason.least);
    return words.noPurchases;
  }
  const hits = [shownRule(holdout, used), ...simpleLists].map((way) => hitOf(holdout.ways, way));
  const [hit, best, own] = hits as [number, number, number];
  return used === null ? words.notBetter(hit, best, own) : words.finding(hit, best, own);
}

/** How well each way foretold the last days. */
function Measured({ view, model, holdout }: { view: View; model: NextProductModel; holdout: NextProductHoldout }) {
  const { f } = view;
  const t = view.t.nextProduct;
  const { since, until, customers, products } = holdout;
  const gap = (list: NextProductWay): Gap => gapOf(holdout, model.used, list);
  return (
    <Block title={t.found} sentence={t.measured(since, until, customers, products)}>
      <Points
        points={[
          ...(model.used === null
            ? []
            : [[...t.used[model.used], ' ', ...t.why(gap('best sellers'), gap('own purchases'))]]),
          t.leftOut(model.options.on_sale_days),
          t.effect,
        ]}
      />
      <Unfold label={view.t.page.figures}>
        <Table
          label={t.found}
          from="models.fitted"
          rows={holdout.ways}
          emphasis={({ way }) => way === model.used}
          columns={[
            { header: t.way, cell: ({ way }) => t.ways[way] },
            {
              header: t.hit(5),
              term: 'hit_at',
              kind: 'number',
              cell: ({ hit5 }) => <Measure value={hit5.mean} text={f.share(hit5.mean, 1)} />,
            },
            { header: t.error, kind: 'number', cell: ({ hit5 }) => f.share(hit5.error, 1) },
            { header: t.hit(10), term: 'hit_at', kind: 'number', cell: ({ hit10 }) => f.share(hit10.mean, 1) },
            {
              header: t.precision(5),
              term: 'average_precision',
              kind: 'number',
              cell: (row) => f.fixed(row.map5.mean, 3),
            },
            {
              header: t.precision(10),
              term: 'average_precision',
              kind: 'number',
              cell: (row) => f.fixed(row.map10.mean, 3),
            },
            { header: t.coverage(5), term: 'list_coverage', kind: 'number', cell: (row) => f.share(row.coverage5, 1) },
            {
              header: t.coverage(10),
              term: 'list_coverage',
              kind: 'number',
              cell: (row) => f.share(row.coverage10, 1),
            },
          ]}
        />
      </Unfold>
    </Block>
  );
}

function Segment({ view, segment }: { view: View; segment: string | null }): VNode {
  if (segment === null) return <>{view.t.nextProduct.noSegment}</>;
  return <SegmentName index={segmentOf(view, segment)?.index ?? 0} name={segmentName(view, segment)} />;
}

/** How well, by segment. */
function BySegment({
  view,
  model,
  holdout,
}: {
  view: View;
  model: NextProductModel;
  holdout: NextProductHoldout;
}): VNode {
  const { f } = view;
  const t = view.t.nextProduct;
  const { used, leftOut } = model;
  type Row = NextProductHoldout['segments'][number];
  const column = (way: NextProductWay): TableColumn<Row> => ({
    header: t.ways[way],
    term: 'hit_at',
    kind: 'number',
    cell: ({ ways }) => <Measure value={hitOf(ways, way)} text={f.share(hitOf(ways, way))} />,
  });
  const isOffered: TableColumn<Row> = {
    header: t.isOffered,
    cell: ({ segment }) => (segment !== null && leftOut.includes(segment) ? t.no : t.yes),
  };
  return (
    <Block title={t.segments} sentence={t.segmentsSentence(holdout.segmentsOf)}>
      {used === null ? null : (
        <Points points={[t.bySegment(f.list(leftOut.map((segment) => segmentName(view, segment))), leftOut.length)]} />
      )}
      <Unfold label={view.t.page.figures}>
        <Table
          label={t.segments}
          from="models.fitted"
          rows={holdout.segments}
          columns={[
            { header: t.segment, term: 'segment', cell: ({ segment }) => <Segment view={view} segment={segment} /> },
            { header: t.customers, kind: 'number', cell: ({ customers }) => f.whole(customers) },
            ...[shownRule(holdout, used), ...simpleLists].map(column),
            ...(used === null ? [] : [isOffered]),
          ]}
        />
      </Unfold>
    </Block>
  );
}

/** What most customers of each segment are offered first, and why. */
function Offers({ view }: { view: View }): VNode {
  const t = view.t.nextProduct;
  return (
    <Block title={t.offers} sentence={t.offersSentence}>
      <Table
        label={t.offers}
        stacked
        rows={view.data.offers}
        columns={[
          { header: t.segment, term: 'segment', cell: ({ segment }) => <Segment view={view} segment={segment} /> },
          { header: t.product, cell: ({ product }) => <bdi>{product}</bdi> },
          { header: t.customers, kind: 'number', cell: ({ customers }) => view.f.whole(customers) },
          { header: t.reason, cell: ({ reason }) => <bdi>{reason}</bdi> },
        ]}
      />
    </Block>
  );
}

/** What customers are likely to buy next, how far that can be trusted, and what to offer. */
export function NextProduct({ view }: { view: View }): VNode | null {
  const title = view.t.page.sections.offers;
  const model = view.data.nextProduct;
  if (model === null) return null;
  const { holdout } = model;
  const hasSegments = holdout?.segments.some(({ segment }) => segment !== null) === true;
  return (
    <Section id="offers" title={title} finding={findingOf(view, model)}>
      {view.data.offers.length === 0 ? null : <Offers view={view} />}
      {holdout === null ? null : <Measured view={view} model={model} holdout={holdout} />}
      {holdout === null || !hasSegments ? null : <BySegment view={view} model={model} holdout={holdout} />}
    </Section>
  );
}
