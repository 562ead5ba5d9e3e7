import { nowhere } from '../../reports/moves.ts';
import { sayFeature } from '../../segments/words.ts';
import { plainFeature } from '../../text/feature.ts';
import { valueWriter } from '../../text/feature-value.ts';
import { formatFor, none, type Format } from '../../text/format.ts';
import type { Effects } from '../effects.ts';
import { noProfit, whole } from '../words.ts';
import { percent } from '../../text/percent.ts';
import { formatParts, visible, type Part, type TableColumn } from '../table.ts';
import { withSegments } from './known.ts';
import { readSegment, type SegmentCard } from './read-segment.ts';
import { languageOf } from '../../text/messages.ts';

const { t: english } = languageOf('en');

/** Options of `bezero segments show`. */
export interface ShowSegmentOptions {
  /** Code or name. */
  readonly segment: string;
  readonly store?: string;
  readonly json: boolean;
}

/** Days of its size that people are shown. */
const lastDays = 8;

const right = (names: readonly string[]): TableColumn[] => names.map((name) => ({ name, right: true }));

function written(feature: string, values: readonly (number | null)[], f: Format): string[] {
  const write = valueWriter(feature, values, f, 'table');
  return values.map((value) => (value === null ? none : write(value)));
}

const index = (value: number | null): string => (value === null ? none : whole(Math.round(value)));

const featurePart = ({ features }: SegmentCard, f: Format): Part => ({
  title: 'What sets it apart: the features of the model, by effect size, beside all customers with a segment',
  columns: [{ name: 'feature' }, ...right(['mean', 'of all', 'median', 'of all', 'index', 'effect'])],
  rows: features.map((row) => [
    sayFeature(english, row.feature),
    ...written(row.feature, [row.mean, row.base_mean, row.median, row.base_median], f),
    index(row.index),
    row.effect_size === null ? none : f.fixed(row.effect_size, 2),
  ]),
});

/** What is told of customers besides the features of the model. */
function profilePart({ features, profile }: SegmentCard, f: Format): Part {
  const told = new Set(features.map(({ feature }) => plainFeature(feature)));
  return {
    title: 'Besides the model',
    columns: [{ name: 'feature' }, ...right(['mean', 'of all', 'median', 'index'])],
    rows: profile
      .filter(({ feature }) => !told.has(feature))
      .map((row) => [
        sayFeature(english, row.feature),
        ...written(row.feature, [row.mean, row.base_mean, row.median], f),
        index(row.index),
      ]),
  };
}

const sizePart = ({ sizes }: SegmentCard): Part => ({
  title: 'Size',
  columns: [{ name: 'as of', whole: true }, ...right(['customers', 'entered', 'left'])],
  rows: sizes
    .slice(-lastDays)
    .map((day) => [
      day.as_of,
      whole(day.customers),
      ...[day.entered, day.left].map((moved) => (moved === null ? none : whole(moved))),
    ]),
});

const movePart = ({ moves }: SegmentCard): Part => ({
  title: 'Since the run before',
  columns: [{ name: '' }, ...right(['customers']), { name: 'from or to', whole: true }, { name: 'name' }],
  rows: moves.map((move) => [move.way, whole(move.customers), move.other ?? nowhere, move.name ?? '']),
});

function facts(card: SegmentCard, f: Format): string[] {
  const { nearest, typical, rules } = card;
  const money = (amount: number, share: number | null): string =>
    share === null ? f.money(amount) : `${f.money(amount)} (${percent(share)} of all segments)`;
  return [
    ...(card.renamed && card.name !== card.automaticName
      ? [`named by hand; automatic name: ${card.automaticName}`]
      : []),
    ...(card.nameNow === null
      ? []
      : [
          `its features would make another automatic name by now: ${card.nameNow} ("bezero segments rename" changes it)`,
        ]),
    card.description,
    `net revenue ${money(card.net_revenue, card.net_revenue_share)}, ` +
      (card.profit === null ? noProfit : `profit ${money(card.profit, card.profit_share)}`),
    ...rules.flatMap(({ words, condition, customers, purity, coverage }) => [
      `rule: ${words}: ${percent(purity)} of ${whole(customers)} are in it, ${percent(coverage)} of it`,
      `  as SQL: select customer_id from features.customer where ${condition}`,
    ]),
    ...(nearest === null ? [] : [`nearest segment: ${nearest.segment} ${nearest.name ?? ''}`.trimEnd()]),
    ...(typical.length === 0 ? [] : [`typical customers: ${typical.join(', ')}`]),
  ];
}

/** Tells all that is known of a segment. */
export async function showSegment(options: ShowSegmentOptions, effects: Effects): Promise<void> {
  const card = await withSegments(options, effects, (of) => readSegment(of, options.segment));
  if (options.json) {
    effects.print(JSON.stringify(card));
    return;
  }
  const { colors, stdout } = effects;
  const f = formatFor('en', card.currency);
  effects.print(colors.bold(visible(`${card.segment}  ${card.name}`)));
  for (const fact of facts(card, f)) effects.print(visible(fact));
  const parts = [featurePart(card, f), profilePart(card, f), sizePart(card), movePart(card)];
  for (const line of formatParts(parts, { width: stdout.columns, colors })) effects.print(line);
}
