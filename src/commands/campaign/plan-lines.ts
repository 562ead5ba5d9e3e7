import { formatFor, none } from '../../text/format.ts';
import { percent } from '../../text/percent.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import type { CampaignPlan } from './read-plan.ts';

/** Why people of an audience take no part, in the order in which it is asked. */
const reasons = {
  no_consent: 'have not opted in to the channel',
  no_address: 'cannot be reached by it',
  other_campaign: 'are in another campaign',
  contacted_often: 'were contacted too often',
  value_unknown: 'nobody knows what they would bring',
  expected_loss: 'would cost more than they bring',
  budget_ended: 'would pay, but the budget ends',
} as const;

const valueWords: Readonly<Record<string, string>> = {
  amount: 'what an answer brings, as planned',
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
    ['are left alone, to measure it (holdout)', `−${whole(plan.holdout)}`],
    ['are contacted', whole(plan.treatment)],
  ];
  return formatTable([{ name: '' }, { name: 'people', right: true }], rows, style);
}

function moneyLines(plan: CampaignPlan): string[] {
  const f = formatFor('en', plan.currency);
  const cost = plan.unit_cost === null ? 'what keeping each may cost' : `${f.exactMoney(plan.unit_cost)} each`;
  if (plan.response === null)
    return ['nobody knows how many answer: no past campaign of the channel says; name the response'];
  const evenAt = plan.break_even_response;
  return [
    `cost ${f.exactMoney(plan.cost)} (${cost}${plan.budget === null ? '' : `; budget ${f.exactMoney(plan.budget)}`})`,
    `expected: ${percent(plan.response)} answer, ${f.number(plan.expected_answers, 1)} people; each brings ${valueWords[plan.value_basis]!}: ${f.exactMoney(plan.expected_value)}, profit ${f.exactMoney(plan.expected_profit)}`,
    ...(evenAt === null ? [] : [`it pays from ${percent(evenAt, 2)} answers on`]),
  ];
}

/** What the sizes can show. */
function powerLines(plan: CampaignPlan): string[] {
  if (plan.base_rate === null || plan.treated_needed === null)
    return plan.holdout_share === 0 ? ['without a holdout nobody can tell what it brings'] : [];
  const points = (share: number): string => `${formatFor('en').number(100 * share, 1)} points`;
  return [
    `to show a rise of ${points(plan.lift)} above ${percent(plan.base_rate)} who buy anyway it takes ${whole(plan.treated_needed)} contacted and ${whole(plan.holdout_needed!)} left alone (two-sided test of 5%, power 80%)`,
    plan.power === null
      ? 'there is nobody yet'
      : `these show it with a power of ${percent(plan.power, 0)}; with 80% they show ${plan.detectable_lift === null ? 'no rise at all' : `a rise of ${points(plan.detectable_lift)} or more`}`,
  ];
}

/** A campaign as people read it. */
export function planLines(plan: CampaignPlan, style: TableStyle): string[] {
  const { campaign, title, channel, audience, status, starts_on: start, ends_on: end, new_members: fresh } = plan;
  return [
    style.colors.bold(visible(title === null ? campaign : `${campaign}  ${title}`)),
    `${channel} to ${audience}, ${start} to ${end}: ${status}${fresh === 0 ? '' : `; ${count(fresh, 'person', 'people')} new`}`,
    '',
    ...peopleLines(plan, style),
    '',
    ...moneyLines(plan),
    ...powerLines(plan),
  ];
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
        ...[plan.campaign, plan.status, plan.channel],
        ...[whole(plan.considered), whole(plan.treatment), whole(plan.holdout)],
        ...[f.exactMoney(plan.cost), f.exactMoney(plan.expected_profit)],
        plan.break_even_response === null ? none : percent(plan.break_even_response, 2),
        plan.power === null ? none : percent(plan.power, 0),
      ];
    }),
    style,
  );
}
