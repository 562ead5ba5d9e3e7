import type { VNode } from 'preact';
import type { ProductGroup } from '../../data/baskets.ts';
import { Block } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** The goods of a group, each kept apart from its neighbours. */
function Goods({ view, group }: { view: View; group: ProductGroup }): VNode {
  const others = group.products - group.names.length;
  return (
    <>
      {group.names.map((name, i) => (
        <>
          {i === 0 ? '' : ' · '}
          <bdi>{name}</bdi>
        </>
      ))}
      {others === 0 ? '' : ` · ${view.t.baskets.otherGoods(others)}`}
    </>
  );
}

/** Groups of goods that go together. */
export function Groups({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { groups, groupsFound } = data.baskets;
  if (groups.length === 0) return null;
  return (
    <Block title={t.baskets.groups} sentence={t.baskets.groupsSentence(groups.length, groupsFound)}>
      <Table
        label={t.baskets.groups}
        from="marts.product_group"
        rows={groups}
        columns={[
          { header: t.baskets.group, cell: ({ group }) => f.whole(group) },
          { header: t.baskets.goods, cell: (group) => <Goods view={view} group={group} /> },
        ]}
      />
    </Block>
  );
}
