import type { VNode } from 'preact';
import { Block } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** From which categories the same customers buy. */
export function Affinities({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { affinities } = data.baskets;
  const [best] = affinities;
  if (best === undefined) return null;
  return (
    <Block
      title={t.baskets.affinities}
      sentence={t.baskets.affinitiesSentence(best.category, best.other_category, best.lift)}
    >
      <Table
        label={t.baskets.affinities}
        rows={affinities}
        columns={[
          { header: t.baskets.category, cell: (row) => <bdi>{row.category}</bdi> },
          { header: t.baskets.otherCategory, cell: (row) => <bdi>{row.other_category}</bdi> },
          { header: t.baskets.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.baskets.affinityShare, kind: 'number', cell: (row) => f.share(row.share) },
          { header: t.baskets.everyone, kind: 'number', cell: (row) => f.share(row.base_share) },
          { header: t.baskets.lift, term: 'lift', kind: 'number', cell: (row) => f.fixed(row.lift, 2) },
        ]}
      />
    </Block>
  );
}
