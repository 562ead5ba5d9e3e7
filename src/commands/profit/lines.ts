import { bottomOf, costOf } from '../../reports/data/money.ts';
import { account as labels, lossReasons } from '../../text/en/words.ts';
import { sayGap } from '../../text/en/cost-gap.ts';
import { formatFor, none, type Format } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatParts, visible, type Part, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import type { ProfitGroup, ProfitGroups } from './groups.ts';
import { month } from './columns.ts';
import type { AccountFound } from './read-account.ts';

/** What the account is of, and how wide a line may be. */
export interface ProfitFrame extends TableStyle {
  readonly source: string;
  readonly asOf: string;
  /** ISO 4217; null: that of a file is not known. */
  readonly currency: string | null;
}

const f = formatFor('en');

/** Lines of the account that are taken off. */
const taken: readonly string[] = [
  ...['returns', 'discounts', 'cost_of_goods', 'fulfilment', 'cost_to_serve', 'campaign_cost', 'acquisition_cost'],
];
const results: readonly string[] = ['revenue', 'net_revenue', 'gross_margin', 'profit'];
const points: readonly number[] = [1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** Groups that are shown one by one; --json has all. */
const shown = 20;

const share = (part: number, all: number): string => (all === 0 ? none : percent(part / all));
const right = (...names: readonly string[]) => names.map((name) => ({ name, right: true }));

type Write = (value: number) => string;

function accountPart({ account, nobody }: AccountFound, money: Write): Part {
  const isSomebodys = Object.values(nobody).every((amount) => amount === 0);
  const signed = (line: string, amount: number): number => (taken.includes(line) && amount !== 0 ? -amount : amount);
  return {
    title: 'From revenue to profit',
    columns: [
      { name: 'line', whole: true },
      ...right('amount', 'of net revenue', ...(isSomebodys ? [] : ['anonymous'])),
    ],
    rows: Object.entries(labels)
      .filter(([line]) => results.includes(line) || account[line as keyof typeof labels] !== 0)
      .map(([line, label]) => {
        const amount = signed(line, account[line as keyof typeof labels]);
        return [
          label,
          money(amount),
          share(amount, account.net_revenue),
          ...(isSomebodys ? [] : [money(signed(line, nobody[line as keyof typeof labels]))]),
        ];
      }),
  };
}

const sumUp = (groups: readonly ProfitGroup[]): ProfitGroup => ({
  ...{ member: null, customers: null, orders: null },
  members: groups.reduce((all, { members }) => all + members, 0),
  account: Object.fromEntries(
    Object.keys(groups[0]!.account).map((line) => [line, groups.reduce((all, one) => all + one.account[line]!, 0)]),
  ),
});

function groupsPart({ by, groups, notAttributed }: ProfitGroups, money: Write): Part {
  const bottom = bottomOf(groups.map(({ account }) => account));
  const lines = ['net_revenue', ...(bottom === 'gross_margin' ? [] : ['gross_margin']), bottom] as const;
  const others = notAttributed === null ? 0 : -costOf(notAttributed);
  const kept = by === month || groups.length <= shown + 1 ? groups : groups.slice(0, shown);
  const rest = groups.filter((group) => !kept.includes(group));
  const all = rest.length === 0 ? [] : [sumUp(rest)];
  const isCounted = groups.some(({ customers }) => customers !== null);
  const total = groups.reduce((sum, { account }) => sum + account[bottom]!, others);
  const label = ({ member, members }: ProfitGroup): string =>
    members > 1 ? `${whole(members)} others` : (member ?? none);
  return {
    title: `By ${by.replaceAll('_', ' ')}`,
    columns: [
      { name: by },
      ...right(
        ...(isCounted ? ['customers', 'orders'] : []),
        ...lines.map((line) => line.replaceAll('_', ' ')),
        'margin',
        `of ${others === 0 ? bottom.replaceAll('_', ' ') : 'profit'}`,
      ),
    ],
    rows: [
      ...[...kept, ...all].map((group) => [
        label(group),
        ...(isCounted ? [group.customers, group.orders].map((one) => (one === null ? none : whole(one))) : []),
        ...lines.map((line) => money(group.account[line]!)),
        share(group.account[bottom]!, group.account['net_revenue']!),
        share(group.account[bottom]!, total),
      ]),
      ...(others === 0
        ? []
        : [
            [
              by === month ? 'campaigns without a first day' : 'contacts and campaigns, of customers',
              ...lines.map((line) => (line === bottom ? money(others) : none)),
              ...[none, share(others, total)],
            ],
          ]),
    ],
  };
}

function whaleLines({ whale }: AccountFound, money: Write): string[] {
  const { peak_share_of_customers: best, peak_ratio: ratio, peak_profit: peak, eroded } = whale;
  if (best === null) return [];
  const of = ratio === null ? money(peak) : `${percent(ratio)} of the profit`;
  return [
    eroded === 0
      ? 'whale curve: nobody costs more than they bring'
      : `whale curve: the profitable ${percent(best)} earn ${of}, ${money(peak)}; the others take ${money(eroded)} away; ${money(whale.profit)} is left`,
  ];
}

function curvePart({ curve, lorenz }: AccountFound, money: Write): Part {
  const at = <P extends { readonly percentile: number }>(list: readonly P[], percentile: number): P | undefined =>
    list.find((point) => point.percentile === percentile);
  const orNone = (value: number | null | undefined): string => (value == null ? none : percent(value));
  return {
    title: 'Whale curve and Lorenz curve',
    columns: right('percent', 'the best, cumulated profit', 'of the profit', 'those who bring least, of net revenue'),
    rows: points.map((percentile) => {
      const best = at(curve, percentile);
      return [
        `${percentile}%`,
        best === undefined ? none : money(best.cumulative_profit),
        orNone(best?.share_of_profit),
        orNone(at(lorenz, percentile)?.share_of_net_revenue),
      ];
    }),
  };
}

function concentrationLines({ concentration }: AccountFound): string[] {
  const { gini, below_zero: below, top_1_share: one, top_10_share: ten, top_20_share: twenty } = concentration;
  if (gini === null) return [];
  const negative = below === 0 ? '' : `; ${count(below, 'customer')} below 0 counted as 0`;
  return [
    `net revenue: Gini ${f.fixed(gini, 4)}; the best 1%, 10% and 20% of customers bring ${[one, ten, twenty].map((value) => percent(value ?? 0)).join(', ')}${negative}`,
  ];
}

const decilePart = ({ deciles, whale }: AccountFound, money: Write): Part => ({
  title: 'Tenths of the customers, the most profitable first',
  columns: right('decile', 'customers', 'net revenue', 'profit', 'of the profit', 'from', 'to'),
  rows: deciles.map((one) => [
    String(one.decile),
    whole(one.customers),
    money(one.net_revenue),
    money(one.profit),
    whale.profit > 0 ? percent(one.profit / whale.profit) : none,
    money(one.least_profit),
    money(one.most_profit),
  ]),
});

const reasonOf = (code: string): string => (lossReasons[code] ?? code).toLowerCase();

const lossParts = ({ lossReasons: reasons, lossMakers }: AccountFound, money: Write): Part[] => [
  {
    title: 'Loss makers, by the line that most exceeds what is usual for their revenue',
    columns: [{ name: 'reason', whole: true }, ...right('customers', 'loss', 'above the usual')],
    rows: reasons.map((one) => [reasonOf(one.reason), whole(one.customers), money(one.profit), money(one.excess)]),
  },
  {
    title: 'The largest losses',
    columns: [
      { name: 'customer', whole: true },
      ...right('orders', 'revenue', 'profit'),
      { name: 'reason', whole: true },
      ...right('amount', 'usual', 'profit at the usual'),
    ],
    rows: lossMakers.map((one) => [
      one.customer_id,
      whole(one.orders),
      money(one.revenue),
      money(one.profit),
      reasonOf(one.reason),
      ...[one.amount, one.usual_amount, one.profit_at_usual].map(money),
    ]),
  },
];

const moneyOf = (currency: string | null): { readonly f: Format; readonly money: Write } => {
  const format = currency === null ? f : formatFor('en', currency);
  return { f: format, money: currency === null ? (value) => format.fixed(value, 2) : format.exactMoney };
};

/** An account as lines for people: down to profit, what nobody told, by what was asked for, and how profit is spread. */
export function profitLines(found: AccountFound, groups: readonly ProfitGroups[], frame: ProfitFrame): string[] {
  const { money, ...words } = moneyOf(frame.currency);
  const { customers, orders, lines } = found.counts;
  const sold = `${count(customers, 'customer')}, ${count(orders, 'order')}, ${count(lines, 'line')} up to ${frame.asOf}`;
  return [
    frame.colors.bold(visible(`${frame.source}: ${sold}`)),
    ...formatParts([accountPart(found, money)], frame),
    ...found.gaps.map((gap) => visible(sayGap(gap, words.f, money))),
    ...formatParts(
      groups.map((one) => groupsPart(one, money)),
      frame,
    ),
    '',
    ...whaleLines(found, money),
    ...concentrationLines(found),
    ...formatParts([curvePart(found, money), decilePart(found, money), ...lossParts(found, money)], frame),
  ];
}
