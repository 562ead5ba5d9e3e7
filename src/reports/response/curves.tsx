import type { VNode } from 'preact';
import { curvePlot } from '../charts/curves.ts';
import { Chart } from '../parts/chart.tsx';
import { Table } from '../parts/table.tsx';
import type { PagePart, PageResponse } from './data.ts';
import { LiftTable } from './lift-table.tsx';
import { head, type ResponseView } from './view.tsx';

const origin = { x: 0, y: 0 };
const corner = { x: 1, y: 1 };

/** The parts with the share of all rows that is taken with each of them. */
const takenOf = ({ centiles, rows }: PageResponse): (PagePart & { readonly taken: number })[] => {
  let taken = 0;
  return centiles.map((part) => ({ ...part, taken: (taken += part.rows) / rows }));
};

/** Hits found by taking so many. */
export function Gains({ view }: { view: ResponseView }): VNode {
  const { t, f, response } = view;
  const { hits, rows } = response;
  const curve = [origin, ...takenOf(response).map((part) => ({ x: part.taken, y: part.cumulativeGain }))];
  const half = curve.find(({ y }) => y >= 0.5)!.x;
  const share = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.gains}
      sentence={t.gainsSentence(half)}
      legend={[
        { mark: 'rule gain', text: t.model },
        { mark: 'rule soft', text: t.chanceLine },
        { mark: 'rule soft dashed', text: t.perfect },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, plain: [origin, corner], dashed: [origin, { x: hits / rows, y: 1 }, corner] },
          { domain: [0, 1], write: share, label: t.taken },
          { domain: [0, 1], write: share, label: t.found },
          size,
        )
      }
      tableLabel={t.lift}
    >
      <LiftTable view={view} />
    </Chart>
  );
}

/** Hits against others, at every cut-off. */
export function Roc({ view }: { view: ResponseView }): VNode {
  const { t, f, response } = view;
  const curve = [origin, ...response.centiles.map((part) => ({ x: part.cumulativeMisses, y: part.cumulativeGain }))];
  const share = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.roc}
      sentence={t.rocSentence(response.auc)}
      legend={[
        { mark: 'rule gain', text: t.model },
        { mark: 'rule soft', text: t.chanceLine },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, plain: [origin, corner] },
          { domain: [0, 1], write: share, label: t.falseHits },
          { domain: [0, 1], write: share, label: t.found },
          size,
        )
      }
      tableLabel={t.figures}
    >
      <Table
        label={t.roc}
        rows={response.deciles}
        columns={[
          { header: head('cut_off', t.leastScore), cell: (row) => f.fixed(row.leastScore, 4) },
          { header: t.falseHits, kind: 'number', cell: (row) => f.share(row.cumulativeMisses, 1) },
          { header: head('gain', t.found), kind: 'number', cell: (row) => f.share(row.cumulativeGain, 1) },
        ]}
      />
    </Chart>
  );
}

/** Rates seen against rates foretold. */
export function Calibration({ view }: { view: ResponseView }): VNode {
  const { t, f, response } = view;
  const curve = [...response.deciles].reverse().map((part) => ({ x: part.expectedRate, y: part.rate }));
  const most = Math.min(1, 1.1 * Math.max(...curve.flatMap(({ x, y }) => [x, y])));
  const share = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.calibration}
      sentence={t.calibrationSentence(response.calibration)}
      legend={[
        { mark: 'gain', text: t.tenth },
        { mark: 'rule soft', text: t.agreement },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, dots: true, plain: [origin, { x: most, y: most }] },
          { domain: [0, most], write: share, label: t.foretold },
          { domain: [0, most], write: share, label: t.observed },
          size,
        )
      }
      tableLabel={t.figures}
    >
      <Table
        label={t.calibration}
        rows={response.deciles}
        columns={[
          { header: t.decile, cell: (row) => f.whole(row.part) },
          { header: head('calibration', t.foretold), kind: 'number', cell: (row) => f.share(row.expectedRate, 2) },
          { header: t.observed, kind: 'number', cell: (row) => f.share(row.rate, 2) },
        ]}
      />
    </Chart>
  );
}

/** What taking so many brings, and where it brings most. */
export function Profit({ view }: { view: ResponseView }): VNode | null {
  const { t, f, noun, response } = view;
  const { stakes, bestCut, rows } = response;
  if (stakes === null || bestCut === null) return null;
  const parts = takenOf(response);
  const curve = [origin, ...parts.map((part) => ({ x: part.taken, y: part.profit ?? 0 }))];
  const values = [...curve.map(({ y }) => y), bestCut.profit];
  const room = 0.12 * (Math.max(...values) - Math.min(...values)) || 1;
  return (
    <Chart
      title={t.profitChart}
      sentence={t.profitSentence(bestCut, noun)}
      points={[t.stakes(stakes.cost, stakes.benefit)]}
      legend={[
        { mark: 'rule gain', text: t.profit },
        { mark: 'hollow', text: t.best },
      ]}
      plot={(size) =>
        curvePlot(
          { curve, marked: [{ x: bestCut.rows / rows, y: bestCut.profit, text: f.number(bestCut.profit, 2) }] },
          { domain: [0, 1], write: (value) => f.share(value), label: t.taken },
          {
            domain: [Math.min(...values) - room, Math.max(...values) + room],
            write: (value) => f.number(value, 2),
            label: t.profit,
          },
          size,
        )
      }
      tableLabel={t.figures}
    >
      <Table
        label={t.profitChart}
        rows={parts.filter((_, i) => (i + 1) % Math.ceil(parts.length / 20) === 0)}
        columns={[
          { header: t.taken, cell: (row) => f.share(row.taken, 1) },
          { header: head('cut_off', t.leastScore), kind: 'number', cell: (row) => f.fixed(row.leastScore, 4) },
          { header: t.cumulativeProfit, kind: 'number', cell: (row) => f.number(row.profit ?? 0, 2) },
        ]}
      />
    </Chart>
  );
}
