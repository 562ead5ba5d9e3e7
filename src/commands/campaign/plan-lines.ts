import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import { channelWord } from './channel-word.ts';
import type { CampaignPlan } from './read-plan.ts';
import { points, showable } from './power-words.ts';

/** Why people of an audience take no part, in the order in which it is asked. */
const reasons = {
  no_consent: 'have not opted in to the channel',
  no_address: 'cannot be reached by it',
  complaint_open: 'have an open complaint',
  other_campaign: 'are in another campaign',
  contacted_often: 'were contacted too often',
  value_unknown: 'nobody knows what they would bring',
  expected_loss: 'would cost more than they bring',
  budget_ended: 'would pay, but the budget ends',
} as const;

const valueWords: Readonly<Record<string, string>> = {
  amount: 'what a purchase brings, as planned',
  order_margin: 'the margin of their usual order',
  value_to_come: 'the value to come',
  value_at_risk: 'the value at risk',
  lifetime_value: 'the lifetime value',
};

/** Whom a campaign is for, line by line down to those it contacts. */
function peopleLines(plan: CampaignPlan, style: TableStyle): string[] {
  const rows: [string, string][] = [
    ['people it is for', whole(plan.considered)],
    ...Object.entries(reasons).flatMap(([key, words]): [string, string][] => {
      const people = plan[key as keyof typeof reasons];
      return people === 0 ? [] : [[words, `−${whole(people)}`]];
    }),
    ['are left alone, to measure it (holdout)', plan.holdout === 0 ? '0' : `−${whole(plan.holdout)}`],
    ['are contacted', whole(plan.treatment)],
  ];
  return formatTable([{ name: '' }, { name: 'people', right: true }], rows, style);
}

/** What the response follows from. */
function basisOf(plan: CampaignPlan): string {
  const by = channelWord(plan.channel).toLowerCase();
  const answers = `${percent(plan.answer_rate)} answer, and ${percent(plan.purchase_share)} of the answers are followed by a purchase within 30 days`;
  const caveat =
    'nobody was left out of them: what would have been bought anyway counts, and what was bought without an answer does not';
  switch (plan.response_basis) {
    case 'stated':
      return 'as stated';
    case 'holdout': {
      const uplift = formatFor('en').signed(100 * (plan.uplift ?? 0), 1);
      return `campaigns by ${by} that are over brought ${uplift} points against those they left alone (${whole(plan.uplift_treated)} contacted, ${whole(plan.uplift_control)} left alone), drawn towards what answers say: ${answers}`;
    }
    case 'answers':
      return `by past campaigns by ${by} that are over ${answers}; ${caveat}`;
    case 'other_channels':
      return `no past campaign by ${by} is over; by those of other channels ${answers}; ${caveat}`;
    default:
      return `assumed, since no past campaign is over: ${answers}; name the response if you know better`;
  }
}

function moneyLines(plan: CampaignPlan): string[] {
  const f = formatFor('en', plan.currency);
  const cost = plan.unit_cost === null ? 'what keeping each may cost' : `${f.exactMoney(plan.unit_cost)} each`;
  const evenAt = plan.break_even_response;
  const response = `response: ${percent(plan.response, 2)} of those contacted who are customers still buy because of it (${basisOf(plan)})`;
  if (plan.treatment === 0) return [response, 'nobody is contacted'];
  const bounded = plan.value_basis === 'value_at_risk' ? '' : ', at most what is left of their lifetime value';
  return [
    `cost ${f.exactMoney(plan.cost)} (${cost}${plan.budget === null ? '' : `; budget ${f.exactMoney(plan.budget)}`})`,
    response,
    `expected: ${f.number(plan.expected_answers, 1)} answers, ${f.number(plan.expected_purchases, 1)} purchases because of it (how each has answered so far and P(alive) count); each brings ${valueWords[plan.value_basis]!}${bounded}: ${f.exactMoney(plan.expected_value)}, profit ${f.exactMoney(plan.expected_profit)}`,
    ...(evenAt === null ? [] : [`it pays where ${percent(evenAt, 2)} of them buy because of it, or more`]),
  ];
}

/** What the sizes can show. */
function powerLines(plan: CampaignPlan): string[] {
  const { base_rate: base, treated_needed: treated, holdout_needed: held, lift } = plan;
  if (base === null) return [];
  const anyway = `base rate: ${percent(base)} of them buy in these days without it`;
  if (treated === null || held === null)
    return plan.holdout_share === 0 ? [anyway, 'without a holdout nobody can tell what it brings'] : [anyway];
  return [
    anyway,
    `to show a rise of ${points(lift)} above that it takes ${whole(treated)} contacted and ${whole(held)} left alone (two-sided test of 5%, power 80%)`,
    ...(plan.power === null ? [] : [showable({ ...plan, power: plan.power })]),
  ];
}

/** A campaign as people read it; one that is only thought of has no name and no days. */
export function planLines(plan: CampaignPlan, style: TableStyle, isThought = false): string[] {
  const { campaign, title, channel, audience, status, starts_on: start, ends_on: end, new_members: fresh } = plan;
  const by = `${channelWord(channel)} to ${audience}`;
  const head = isThought
    ? [
        style.colors.bold(visible(`A thought: ${by}`)),
        'not in the pipeline; nothing is written, and nobody is contacted',
      ]
    : [
        style.colors.bold(visible(title === null ? campaign : `${campaign}  ${title}`)),
        `${by}, ${start} to ${end}: ${status}${fresh === 0 ? '' : `; ${count(fresh, 'person', 'people')} new`}`,
      ];
  return [...head, '', ...peopleLines(plan, style), '', ...moneyLines(plan), ...powerLines(plan)];
}

/** A line for each campaign, where there are several. */
export function planTable(plans: readonly CampaignPlan[], style: TableStyle): string[] {
  const numbers = ['people', 'contacted', 'holdout', 'cost', 'expected profit', 'pays from', 'power'];
  return formatTable(
    [
      { name: 'campaign', whole: true },
      { name: 'status' },
      { name: 'channel' },
      ...numbers.map((name) => ({ name, right: true })),
    ],
    plans.map((plan) => {
      const f = formatFor('en', plan.currency);
      return [
        ...[plan.campaign, plan.status, channelWord(plan.channel)],
        ...[whole(plan.considered), whole(plan.treatment), whole(plan.holdout)],
        ...[f.exactMoney(plan.cost), f.exactMoney(plan.expected_profit)],
        plan.break_even_response === null ? none : percent(plan.break_even_response, 2),
        plan.power === null ? none : percent(plan.power, 0),
      ];
    }),
    style,
  );
}
