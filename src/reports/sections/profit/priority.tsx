import type { VNode } from 'preact';
import { Block, Unfold } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { none } from '../../../text/format.ts';
import { wordOf, type View } from '../../view.ts';

/** The customers to keep first, why, and what that may cost; nothing where nothing is foretold. */
export function Priority({ view }: { view: View }): VNode | null {
  const { f, data } = view;
  const t = view.t.spread;
  const { accounts, groups, basis } = data.priority;
  if (accounts.length === 0 || basis === null) return null;
  const sum = (of: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((all, group) => all + of(group), 0);
  const money = f.moneyLike(accounts.flatMap((one) => [one.value_now, one.value_to_come]));
  return (
    <Block
      title={t.priority}
      sentence={[
        ...t.prioritySentence(
          sum((group) => group.customers),
          sum((group) => group.value_at_risk),
          basis.is_margin ? sum((group) => group.retention_budget ?? 0) : null,
        ),
        ' ',
        ...t.priorityHow(basis.basis === 'lifetime value', basis.horizon_days, basis.risk_basis === 'p_alive'),
      ]}
    >
      <Table
        label={t.priority}
        rows={accounts}
        columns={[
          {
            header: t.customer,
            cell: (row) => (
              <>
                {f.whole(row.rank)}. <bdi>{row.customer_id}</bdi>
              </>
            ),
          },
          { header: t.valueNow, kind: 'number', cell: (row) => money(row.value_now) },
          { header: t.valueToCome, kind: 'number', cell: (row) => money(row.value_to_come) },
          { header: t.leaving, kind: 'number', cell: (row) => f.share(row.leaving_probability) },
          {
            header: t.budget,
            kind: 'number',
            cell: (row) => (row.retention_budget === null ? none : f.exactMoney(row.retention_budget)),
          },
          { header: t.why, cell: (row) => <span class="prose">{wordOf(t.priorityReasons, row.reason)}</span> },
        ]}
      />
      <Unfold label={t.priorityGroups}>
        <Table
          label={t.priorityGroups}
          rows={groups}
          columns={[
            { header: t.why, cell: (row) => wordOf(t.priorityReasons, row.reason) },
            { header: t.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
            { header: t.valueToCome, kind: 'number', cell: (row) => f.money(row.value_to_come) },
            {
              header: t.budget,
              kind: 'number',
              cell: (row) => (row.retention_budget === null ? none : f.money(row.retention_budget)),
            },
          ]}
        />
      </Unfold>
    </Block>
  );
}
