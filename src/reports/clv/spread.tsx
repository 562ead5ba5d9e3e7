import type { VNode } from 'preact';
import { binsPlot, columnsPlot } from '../charts/columns.ts';
import { valueBands, type ClvSpread, type ValueTenth } from '../data/clv-spread.ts';
import { Chart } from '../parts/chart.tsx';
import { Measure } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { ratio, type Words } from '../view.ts';

interface SpreadProps {
  readonly words: Words;
  readonly spread: ClvSpread;
}

const sumOf = <R,>(rows: readonly R[], of: (row: R) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

/** The share of lifetime value that each tenth of the customers holds. */
export function ValueTenths({ words: { t, f }, spread: { tenths } }: SpreadProps): VNode | null {
  const w = t.clv;
  const whole = sumOf(tenths, ({ value }) => value);
  if (tenths.length < 10 || whole <= 0) return null;
  const share = ({ value }: ValueTenth): number => value / whole;
  const money = f.moneyLike(tenths.map(({ value }) => value));
  return (
    <Chart
      title={w.tenths}
      sentence={w.tenthsSentence(share(tenths[0]!), sumOf(tenths.slice(5), share))}
      plot={(size) =>
        columnsPlot(
          tenths.map((one) => ({ key: f.whole(one.tenth), value: share(one) })),
          { x: w.tenth, y: w.shareOfValue, write: (value) => f.share(value) },
          size,
        )
      }
      tableLabel={w.figures}
    >
      <Table
        label={w.tenths}
        rows={tenths}
        columns={[
          { header: w.tenth, cell: ({ tenth }) => f.whole(tenth) },
          { header: w.customers, kind: 'number', cell: ({ customers }) => f.whole(customers) },
          { header: w.value, kind: 'number', cell: ({ value }) => money(value) },
          {
            header: w.shareOfValue,
            kind: 'number',
            cell: (row) => <Measure value={share(row)} text={f.share(share(row), 1)} />,
          },
          { header: w.from, kind: 'number', cell: ({ least }) => f.exactMoney(least) },
          { header: w.to, kind: 'number', cell: ({ most }) => f.exactMoney(most) },
        ]}
      />
    </Chart>
  );
}

/** How many customers are worth how much. */
export function ValueBands({ words: { t, f }, spread: { tenths, width, bands } }: SpreadProps): VNode | null {
  const w = t.clv;
  const customers = sumOf(bands, (band) => band.customers);
  const most = tenths[0]?.most ?? 0;
  if (most <= 0) return null;
  const lowest = bands.some(({ band }) => band < 0) ? -1 : 0;
  const rows = Array.from(
    { length: Math.min(valueBands, Math.floor(most / width)) + 1 - lowest },
    (_, i) => i + lowest,
  ).map((place) => ({
    from: place * width,
    to: place === valueBands ? null : (place + 1) * width,
    ...(bands.find(({ band }) => band === place) ?? { customers: 0, value: 0 }),
  }));
  const bandOf = ({ from, to }: (typeof rows)[number]): string =>
    from < 0 ? w.below(writeX(0)) : w.band(writeX(from), to === null ? null : writeX(to));
  const writeX = f.shortMoney;
  const money = f.moneyLike(rows.map(({ value }) => value));
  return (
    <Chart
      title={w.bands}
      sentence={w.bandsSentence(tenths[Math.floor(tenths.length / 2)]!.most, most)}
      plot={(size) =>
        binsPlot(
          rows.map((row) => ({ ...row, value: row.customers / customers })),
          {
            ...{ x: w.value, y: w.shareOfCustomers, write: (value: number) => f.share(value) },
            writeX: (bound) => (bound < 0 ? '' : writeX(bound)),
          },
          size,
        )
      }
      tableLabel={w.figures}
    >
      <Table
        label={w.bands}
        from="marts.customer"
        rows={rows}
        columns={[
          { header: w.value, cell: bandOf },
          { header: w.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: w.share, kind: 'number', cell: (row) => f.share(row.customers / customers, 1) },
          { header: w.value, kind: 'number', cell: ({ value }) => money(value) },
        ]}
      />
    </Chart>
  );
}

/** How likely customers still are customers. */
export function Alive({ words: { t, f }, spread, expected }: SpreadProps & { readonly expected: number }): VNode {
  const w = t.clv;
  const rows = Array.from({ length: 10 }, (_, tenth) => ({
    from: tenth / 10,
    to: (tenth + 1) / 10,
    ...(spread.alive.find((one) => one.tenth === tenth) ?? { customers: 0, value: 0 }),
  }));
  const customers = sumOf(rows, (row) => row.customers);
  const value = sumOf(rows, (row) => row.value);
  const gone = sumOf(rows.slice(0, 5), (row) => row.customers);
  const share = (one: number): string => f.share(one);
  return (
    <Chart
      title={w.alive}
      sentence={w.aliveSentence(expected, customers, gone)}
      plot={(size) =>
        binsPlot(
          rows.map((row) => ({ from: row.from, to: row.to, value: ratio(row.customers, customers) })),
          { x: w.alive, y: w.shareOfCustomers, write: (value) => f.share(value), writeX: share },
          size,
        )
      }
      tableLabel={w.figures}
    >
      <Table
        label={w.alive}
        from="marts.customer"
        rows={rows}
        columns={[
          { header: w.alive, cell: ({ from, to }) => w.band(share(from), share(to)) },
          { header: w.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: w.share, kind: 'number', cell: (row) => f.share(ratio(row.customers, customers), 1) },
          { header: w.shareOfValue, kind: 'number', cell: (row) => f.share(ratio(row.value, value), 1) },
        ]}
      />
    </Chart>
  );
}
