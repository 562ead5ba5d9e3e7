import { mismatchBelow } from '../../math/sample-ratio.ts';
import type { Effect } from '../../models/campaign/compare.ts';
import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatParts, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import { channelWord } from './channel-word.ts';
import { showable } from './power-words.ts';
import { changeOf, differenceOf, howTold, intervalOf, level, manyNote, pValue, verdictWord } from './effect-words.ts';
import type { CampaignResult, PastCampaign, StoredEffect } from './read-result.ts';

const kindOf = ({ measure }: StoredEffect) => (measure === 'bought' ? ('rate' as const) : ('mean' as const));

const words: Readonly<Record<string, string>> = { bought: 'bought', margin: 'margin per head' };

/** The figures of an effect; null: there are too few to compare. */
function effectOf(stored: StoredEffect): Effect | null {
  const { treated, control, difference, change, uplift, lower, upper, p } = stored;
  return treated === null || p === null
    ? null
    : { treated, control: control!, difference: difference!, change, uplift: uplift!, lower: lower!, upper: upper!, p };
}

function cellsOf(stored: StoredEffect): string[] {
  const [kind, effect] = [kindOf(stored), effectOf(stored)];
  const of = [words[stored.measure]!, whole(stored.treated_members), whole(stored.control_members)];
  if (effect === null) return [...of, ...new Array<string>(6).fill(none), verdictWord(null)];
  return [
    ...of,
    ...[level(kind, effect.treated), level(kind, effect.control), differenceOf(kind, effect.difference)],
    ...[intervalOf(kind, effect), pValue(effect.p), changeOf(effect), verdictWord(effect)],
  ];
}

const columns = [
  { name: 'measure' },
  ...[...['contacted', 'held out', 'with it', 'without', 'difference', '95% interval', 'p', 'change from control']].map(
    (name) => ({ name, right: true }),
  ),
  { name: '' },
];

/** What the campaign brought beyond its cost, as an interval; null: it cannot be told. */
function profitLine(result: CampaignResult): string | null {
  const margin = result.effects.find(({ segment, measure }) => segment === null && measure === 'margin');
  const effect = margin === undefined ? null : effectOf(margin);
  if (effect === null) return null;
  const f = formatFor('en', result.currency);
  const net = (perHead: number): string => f.money(perHead * result.treatment - result.cost);
  return `incremental profit after ${f.exactMoney(result.cost)} for contacts: ${net(effect.difference)} (95% interval ${net(effect.lower)} to ${net(effect.upper)})`;
}

/** What is too early or too small to tell. */
function caveats({ status, seen_to: seen, measured_to: end, first_taken_on: first, ...of }: CampaignResult): string[] {
  if (status === 'planned') return ['it has not begun'];
  if (seen === null || first === null) return ['nobody is in it'];
  const { power } = of;
  return [
    ...(seen === first ? ['too early to tell: everybody was taken on the as-of day'] : []),
    ...(seen > first && seen < end ? [`it is measured up to ${end}; this is what was seen up to ${seen}`] : []),
    ...(of.holdout === 0 ? ['without a holdout nobody can tell what it brings'] : []),
    ...(power === null ? [] : [`${showable({ ...of, power })}; a smaller one may be there, unseen`]),
    ...(of.sample_ratio_p !== null && of.sample_ratio_p < mismatchBelow
      ? [
          `sample ratio mismatch (p = ${pValue(of.sample_ratio_p)}): do not believe the difference before you know who got lost`,
        ]
      : []),
  ];
}

/** A campaign against its holdout, as people read it. */
export function resultLines(result: CampaignResult, style: TableStyle): string[] {
  const { campaign, title, treatment, answered, effects } = result;
  const isSeen = result.seen_to !== null && result.first_taken_on !== null && result.seen_to > result.first_taken_on;
  const shown = isSeen ? effects : [];
  const overall = shown.filter(({ segment }) => segment === null);
  const within = shown.filter(({ segment, measure }) => segment !== null && measure === 'bought');
  const profit = isSeen ? profitLine(result) : null;
  const many = manyNote(within.filter((one) => effectOf(one) !== null).length);
  return [
    style.colors.bold(visible(title === null ? campaign : `${campaign}  ${title}`)),
    `${count(treatment, 'person', 'people')} contacted, ${whole(result.holdout)} held out${answered === 0 ? '' : `; ${whole(answered)} answered`}`,
    ...caveats(result),
    ...formatParts(
      [
        { title: 'Against the holdout', columns, rows: overall.map(cellsOf) },
        {
          title: 'By the segment they were in',
          columns: [{ name: 'segment' }, ...columns],
          rows: within.map((one) => [one.segment_name ?? one.segment, ...cellsOf(one)]),
        },
      ],
      style,
    ),
    '',
    ...(profit === null ? [] : [profit]),
    ...(isSeen ? [howTold.rate, howTold.mean] : []),
    ...(many === null ? [] : [many]),
    '',
  ];
}

/** Past campaigns, which nobody was held out of. */
export function historyLines(past: readonly PastCampaign[], style: TableStyle): string[] {
  if (past.length === 0) return [];
  const numbers = [
    'reached',
    'answered',
    'answer rate',
    '95% interval',
    'cost',
    'per answer',
    'bought in 30 days',
    'margin of these',
  ];
  return [
    style.colors.bold(
      'Past campaigns, by the lower end of the interval of their answers: no holdout, correlation only',
    ),
    ...formatParts(
      [
        {
          title: '',
          columns: [
            { name: 'campaign', whole: true },
            { name: 'name' },
            { name: 'channel' },
            { name: 'from' },
            ...numbers.map((name) => ({ name, right: true })),
          ],
          rows: past.map((one) => {
            const f = formatFor('en', one.currency);
            return [
              ...[one.campaign_id, one.name ?? '', channelWord(one.channel ?? ''), one.started_on ?? none],
              ...[whole(one.reached), whole(one.answered), percent(one.answered / one.reached)],
              ...[`${percent(one.answer_low)} to ${percent(one.answer_high)}`, f.exactMoney(one.cost)],
              one.answered === 0 ? none : f.exactMoney(one.cost / one.answered),
              `${whole(one.buyers)}${one.is_over === true ? '' : ' so far'}`,
              f.exactMoney(one.margin),
            ];
          }),
        },
      ],
      style,
    ).slice(2),
  ];
}
