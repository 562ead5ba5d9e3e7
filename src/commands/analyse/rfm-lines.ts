import type { RfmReport } from '../../models/rfm/describe.ts';
import { rfmMeasures } from '../../models/rfm/fitted.ts';
import type { Transactions } from '../files/transactions.ts';
import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatTable, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import type { NamedGroup, RfmCell, ScoreCount } from './rfm-summary.ts';

/** What scored customers come to. */
export interface RfmFound {
  readonly grid: readonly RfmCell[];
  readonly counts: readonly ScoreCount[];
  readonly segments: readonly NamedGroup[];
}

/** What was read, up to when, and how wide a line may be. */
export interface RfmFrame extends TableStyle {
  readonly source: string;
  readonly asOf: string;
  readonly transactions: Transactions | null;
}

const f = formatFor('en');

const partOf = (part: number, all: number): string => (all === 0 ? none : percent(part / all));

const orNone = (value: number | null): string => (value === null ? none : f.number(value, 4));

const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const measures = { recency: 'recency (days)', frequency: 'frequency (orders)', monetary: 'monetary value' } as const;

/** Which values each score stands for. */
function cutLines({ binning, scores }: RfmReport, counts: readonly ScoreCount[], style: TableStyle): string[] {
  const known = scores.filter(({ within }) => within.length === 0);
  const columns = [
    { name: 'measure' },
    ...['score', 'above', 'up to', 'customers'].map((name) => ({ name, right: true })),
  ];
  const rows = rfmMeasures.flatMap((measure) => {
    const own = known.filter((row) => row.measure === measure);
    const lowest = Math.min(...own.map(({ from }) => from));
    return own.map(({ score, from, to }) => {
      const scored = counts.find((one) => one.measure === measure && one.score === score);
      return [
        measures[measure],
        String(score),
        from === lowest ? none : f.number(from, 4),
        f.number(to, 4),
        whole(scored?.customers ?? 0),
      ];
    });
  });
  const note =
    binning === 'nested'
      ? ['frequency is cut within each recency score, monetary value within both; --json has all cut-points']
      : [];
  return ['', ...formatTable(columns, rows, style), ...note];
}

function gridLines({ grid }: RfmFound, style: TableStyle): string[] {
  const scores = (of: (cell: RfmCell) => number): number[] => [...new Set(grid.map(of))].sort((a, b) => b - a);
  const [recencies, frequencies] = [scores(({ recency }) => recency), scores(({ frequency }) => frequency).reverse()];
  const columns = [
    { name: 'recency \\ frequency', whole: true },
    ...frequencies.map((score) => ({ name: String(score), right: true })),
  ];
  const table = (title: string, write: (cell: RfmCell) => string): string[] => [
    '',
    title,
    ...formatTable(
      columns,
      recencies.map((recency) => [
        String(recency),
        ...frequencies.map((frequency) => {
          const cell = grid.find((one) => one.recency === recency && one.frequency === frequency);
          return cell ? write(cell) : none;
        }),
      ]),
      style,
    ),
  ];
  return [...table('Customers:', (cell) => whole(cell.customers)), ...table('Money:', (cell) => f.whole(cell.money))];
}

function segmentLines({ segments }: RfmFound, style: TableStyle): string[] {
  const [customers, money] = [total(segments, (one) => one.customers), total(segments, (one) => one.money)];
  const names = ['customers', 'share', 'money', 'share of money', 'median days', 'median orders'];
  const columns = [{ name: 'segment', whole: true }, ...names.map((name) => ({ name, right: true }))];
  const rows = segments.map((one) => [
    one.segment,
    whole(one.customers),
    partOf(one.customers, customers),
    f.fixed(one.money, 2),
    partOf(one.money, money),
    orNone(one.recencyDays),
    orNone(one.frequency),
  ]);
  return ['', ...formatTable(columns, rows, style)];
}

/** RFM scores as lines for people: cut-points, the grid of recency and frequency, and the named segments. */
export function rfmLines(report: RfmReport, found: RfmFound, frame: RfmFrame): string[] {
  const { customers, bins, weights } = report;
  const money = total(found.segments, (one) => one.money);
  const orders = frame.transactions === null ? '' : `, ${count(frame.transactions.orders, 'order')}`;
  const weighted = rfmMeasures.every((measure) => weights[measure] === 1)
    ? []
    : [
        `rfm_score: weights ${rfmMeasures.map((measure) => weights[measure]).join(' : ')} of recency, frequency and monetary value`,
      ];
  return [
    frame.colors.bold(
      `${frame.source}: ${count(customers, 'customer')}${orders}, ${f.fixed(money, 2)} up to ${frame.asOf}`,
    ),
    `scores from 1 to at most ${bins}, the highest is best; a recency of 1 day: bought on ${frame.asOf}`,
    ...weighted,
    ...cutLines(report, found.counts, frame),
    ...gridLines(found, frame),
    ...segmentLines(found, frame),
  ];
}
