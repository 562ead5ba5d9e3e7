import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { columnsPlot } from '../charts/columns.ts';
import type { ClvValidation } from '../data/clv.ts';
import { Chart } from '../parts/chart.tsx';
import { Block } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';

interface HoldoutProps {
  readonly words: Words;
  readonly validation: ClvValidation;
}

/** What was foretold of the holdout and what came: the model against the pace so far. */
export function Foretold({ words: { t, f }, validation }: HoldoutProps): VNode {
  const w = t.clv;
  const { until, asOf, holdoutDays, customers, actual, model, pace, retention, spend, title } = validation;
  const rows = [
    { way: w.came, total: actual, errors: null },
    { way: `${w.byModel}, ${title}`, total: model.total, errors: model },
    { way: w.byPace(retention), total: pace.total, errors: pace },
  ];
  type Foretelling = (typeof rows)[number];
  const figure = (term: 'mae' | 'rmse' | 'bias') => ({
    header: t.terms[term].term,
    term,
    kind: 'number' as const,
    cell: ({ errors }: Foretelling) => (errors === null ? none : f.fixed(errors[term], 3)),
  });
  return (
    <Block title={w.errors} sentence={w.measured(until, asOf, holdoutDays, customers)}>
      <ul class="points">
        {[
          w.inAll(model.total, actual, pace.total),
          w.eachOff(model.mae, pace.mae),
          w.spendFound(spend.expected, spend.actual),
        ].map((point) => (
          <li>
            <Rich text={point} />
          </li>
        ))}
      </ul>
      <Table
        label={w.errors}
        from="models.fitted"
        rows={rows}
        columns={[
          { header: w.way, cell: ({ way }) => way },
          { header: w.purchases, kind: 'number', cell: ({ total }) => f.whole(total) },
          {
            header: w.off,
            kind: 'number',
            cell: ({ total, errors }) => (errors === null || actual === 0 ? none : f.change(total / actual - 1)),
          },
          figure('mae'),
          figure('rmse'),
          figure('bias'),
        ]}
      />
    </Block>
  );
}

/** Mean purchases in the holdout by repeat purchases before it. */
export function ByFrequency({ words: { t, f }, validation: { frequencies } }: HoldoutProps): VNode {
  const w = t.clv;
  const nameOf = (repeats: number): string => `${f.whole(repeats)}${repeats === frequencies.length - 1 ? '+' : ''}`;
  const columns = frequencies.map(({ repeats, actual, expected }) => ({
    key: nameOf(repeats),
    value: actual,
    other: expected,
  }));
  const write = (value: number): string => f.number(value, 2);
  return (
    <Chart
      title={w.frequency}
      sentence={w.frequencySentence(frequencies[0]!.actual, frequencies[0]!.expected)}
      legend={[
        { mark: 'bar gain', text: w.actual },
        { mark: 'hollow', text: w.model },
      ]}
      plot={(size) => columnsPlot(columns, { x: w.repeats, y: w.meanPurchases, write }, size)}
      tableLabel={w.figures}
    >
      <Table
        label={w.frequency}
        from="models.fitted"
        rows={frequencies}
        columns={[
          { header: w.repeats, cell: ({ repeats }) => nameOf(repeats) },
          { header: w.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: w.asModelled, kind: 'number', cell: (row) => f.fixed(row.expectedCustomers, 1) },
          { header: w.eachActual, kind: 'number', cell: (row) => f.fixed(row.actual, 3) },
          { header: w.eachModel, kind: 'number', cell: (row) => f.fixed(row.expected, 3) },
        ]}
      />
    </Chart>
  );
}
