import type { ClvReport } from '../../models/clv/describe.ts';
import { familyTitles } from '../../models/clv/families.ts';
import type { FittedClv, Total } from '../../models/clv/fitted.ts';
import type { Validation } from '../../models/clv/validation.ts';
import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatParts, visible, type Part, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import type { PageCustomer } from '../../reports/clv/data.ts';
import { inEnglish } from '../../text/remark.ts';

/** What was read, and how wide a line may be. */
export interface ClvFrame extends TableStyle {
  readonly source: string;
}

const f = formatFor('en');
const right = (name: string) => ({ name, right: true });
const orNone = (value: number | null, digits: number): string => (value === null ? none : f.fixed(value, digits));

const period = ({ length, unit }: { readonly length: number; readonly unit: string }): string => count(length, unit);

const between = ({ low, high }: Total, digits: number): string =>
  low === null || high === null ? '' : ` (${f.fixed(low, digits)} to ${f.fixed(high, digits)})`;

/** The stated rules by which histories were made. */
export function clvRules({ options, facts }: FittedClv): string[] {
  const returns = {
    net: `taken off the purchase they follow${facts.returnsOfNothing > 0 ? `, ${whole(facts.returnsOfNothing)} before any purchase left out` : ''}`,
    drop: 'passed over',
    refuse: 'refused',
  }[options.returns];
  return [
    `purchases of one day are one; returns (on ${count(facts.returnDays, 'day')} of customers) are ${returns}; ` +
      `purchases of no value ${options.zero === 'keep' ? `count (${whole(facts.zeroPurchases)})` : 'do not count'}`,
    `times are in ${options.unit}s; a month is ${f.number(options.month_days, 4)} days`,
  ];
}

function parameterPart({ parameters, models }: ClvReport, unit: string): Part {
  return {
    title: `Parameters, times in ${unit}s`,
    columns: [
      { name: 'model', whole: true },
      { name: 'parameter', whole: true },
      ...['estimate', 'standard error', '95% from', 'to'].map(right),
    ],
    rows: parameters.map(({ model, parameter, value, standardError, low, high }, i) => [
      i === 0 || parameters[i - 1]!.model !== model ? model : '',
      parameter,
      ...[value, standardError, low, high].map((figure) => orNone(figure, models.length > 0 ? 4 : 3)),
    ]),
  };
}

const fitLines = ({ models }: ClvReport): string[] =>
  models.map(
    ({ model, logLikelihood, converged, iterations, starts, agreed, reason, customers }) =>
      `${model}: ln L ${f.fixed(logLikelihood, 4)} of ${count(customers, 'customer')}; ` +
      `${converged ? 'converged' : 'did not converge'} after ${count(iterations, 'iteration')}: ${reason}; ${agreed} of ${starts} starts agree`,
  );

const worth = ({ options, costs }: FittedClv): string =>
  options.margin === undefined
    ? 'spend'
    : costs === null
      ? `margin (${percent(options.margin)} of the spend)`
      : `margin after goods and fulfilment, by the costs that are known for ${percent(costs.known)} of net revenue`;

const discountOf = ({ rate, per }: FittedClv['options']['discount']): string =>
  rate === 0 ? 'not discounted' : `discounted at ${percent(rate)} per ${per}`;

function totalLines(fitted: FittedClv, report: ClvReport): string[] {
  const { totals, newCustomer, options, facts } = fitted;
  const correlation =
    report.correlation === null ? '' : `; frequency and mean spend correlate with ${f.fixed(report.correlation, 3)}`;
  return [
    '',
    options.bootstrap === 0
      ? `In the next ${period(options.horizon)}:`
      : `In the next ${period(options.horizon)}, in brackets 95% of ${count(options.bootstrap, 'bootstrap sample')} (what the models may be off by, not what chance adds):`,
    `  still customers     ${f.fixed(totals.alive, 1)} of ${whole(facts.customers)}`,
    `  purchases           ${f.fixed(totals.purchases.value, 1)}${between(totals.purchases, 1)}`,
    `  lifetime value      ${f.fixed(totals.value.value, 2)}${between(totals.value, 2)}, in ${worth(fitted)}, ${discountOf(options.discount)}`,
    `  a new customer      ${f.fixed(newCustomer.purchases, 3)} repeat purchases, value ${f.fixed(newCustomer.value, 2)} with the first purchase`,
    `  a purchase          ${f.fixed(report.meanSpend, 2)} on average${correlation}`,
  ];
}

/** So many weeks are shown of those tracked. */
const shownWeeks = 10;

function trackingPart({ tracking, until, holdoutDays }: Validation): Part {
  const step = Math.max(1, Math.ceil(tracking.length / shownWeeks));
  const shown = tracking.filter(({ week }) => week % step === 0 || week === tracking.length);
  const holdoutFrom = tracking.length - Math.floor(holdoutDays / 7);
  return {
    title:
      'Repeat purchases of these customers since the first day, week by week added up; the model knows here only when each first bought, so that it is not quite the total above',
    columns: [right('week'), right('actual'), right('model'), right('difference'), { name: '' }],
    rows: shown.map(({ week, actual, expected }) => [
      whole(week),
      whole(actual),
      f.fixed(expected, 1),
      actual === 0 ? none : percent(expected / actual - 1),
      week > holdoutFrom ? `after ${until}` : '',
    ]),
  };
}

const gradeWords = { A: 'clearly better', B: 'as good', C: 'worse' } as const;

function validationParts(validation: Validation): { readonly lines: string[]; readonly parts: readonly Part[] } {
  const { until, asOf, holdoutDays, customers, actual, model, pace, retention, frequencies, top, spend, title } =
    validation;
  const off = (total: number): string => (actual === 0 ? none : percent(total / actual - 1));
  return {
    lines: [
      '',
      `pace so far: everyone goes on buying as often as before, times ${percent(retention)}, the share of the customers of the first half of what was learnt from who bought in its second half`,
      `Grade ${top.grade}: of the ${count(top.customers, 'customer')} worth most after ${until}, the model found ${f.fixed(top.model, 1)} and past spend ` +
        `${f.fixed(top.baseline, 1)} (${f.change(top.gain)}): ${gradeWords[top.grade]}`,
      `spend in the holdout: ${f.fixed(spend.actual, 2)}, foretold ${f.fixed(spend.expected, 2)}`,
    ],
    parts: [
      {
        title: `Holdout: learnt up to ${until}, foretold to ${asOf} (${count(holdoutDays, 'day')}, ${count(customers, 'customer')})`,
        columns: [{ name: '', whole: true }, ...['purchases', 'off by', 'MAE', 'RMSE', 'bias'].map(right)],
        rows: [
          ['actual', whole(actual), none, none, none, none],
          ...[
            { name: title, errors: model },
            { name: 'pace so far', errors: pace },
          ].map(({ name, errors }) => [
            name,
            f.fixed(errors.total, 1),
            off(errors.total),
            ...[errors.mae, errors.rmse, errors.bias].map((figure) => f.fixed(figure, 4)),
          ]),
        ],
      },
      {
        title: 'By repeat purchases before: customers, and mean purchases in the holdout',
        columns: ['repeats', 'customers', 'as modelled', 'actual', 'model'].map(right),
        rows: frequencies.map((row, i) => [
          `${row.repeats}${i === frequencies.length - 1 ? '+' : ''}`,
          whole(row.customers),
          f.fixed(row.expectedCustomers, 1),
          f.fixed(row.actual, 4),
          f.fixed(row.expected, 4),
        ]),
      },
      trackingPart(validation),
    ],
  };
}

const topPart = (top: readonly PageCustomer[], what: string, horizon: string): Part => ({
  title: `Worth most, in ${what}`,
  columns: [
    { name: 'customer', whole: true },
    ...['value', 'P(alive)', 'purchases', 'a purchase', 'last', 'next', 'overdue'].map(right),
  ],
  rows: top.map((one) => [
    one.customer,
    f.fixed(one.value, 2),
    f.fixed(one.alive, 3),
    f.fixed(one.purchases, 2),
    f.fixed(one.spend, 2),
    one.last,
    one.next ?? `beyond ${horizon}`,
    percent(one.overdue, 0),
  ]),
});

/** A lifetime value as lines for people: rules, models, totals, how well they foretold, who is worth most, and what must be known. */
export function clvLines(
  fitted: FittedClv,
  report: ClvReport,
  top: readonly PageCustomer[],
  frame: ClvFrame,
): string[] {
  const { facts, validation, purchases } = fitted;
  const validated = validation === null ? null : validationParts(validation);
  return [
    frame.colors.bold(
      `${visible(frame.source)}: ${count(facts.customers, 'customer')}, ${whole(facts.repeatBuyers)} bought again, ${count(facts.repeats, 'repeat purchase')} from ${facts.firstDay} to ${fitted.asOf}`,
    ),
    ...clvRules(fitted),
    `${familyTitles[purchases.family]} on ${count(facts.histories, 'distinct history', 'distinct histories')}`,
    ...formatParts([parameterPart(report, fitted.options.unit)], frame),
    ...fitLines(report),
    ...totalLines(fitted, report),
    ...(validated === null ? [] : [...formatParts(validated.parts, frame), ...validated.lines]),
    ...formatParts([topPart(top, worth(fitted), period(fitted.options.horizon))], frame),
    ...inEnglish(fitted.remarks).map((line, i) => `${i === 0 ? '\n' : ''}note: ${visible(line)}`),
  ].flatMap((line) => line.split('\n'));
}
