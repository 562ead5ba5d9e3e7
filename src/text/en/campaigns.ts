import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Campaigns of the pipeline, what they bring, and past ones. */
export const campaigns = (f: Format) => ({
  none: phrase`The pipeline plans no campaigns, and no past one is known.`,
  noneRuns: phrase`No campaign runs today.`,
  finding: (campaigns: number, contacted: number, control: number, profit: number): Phrase =>
    phrase`${figure(f.count(campaigns, nouns.campaign))} ${f.plural(campaigns, { one: 'contacts', other: 'contact' })} ${figure(f.count(contacted, nouns.people))} and ${f.plural(campaigns, { one: 'leaves', other: 'leave' })} ${figure(f.whole(control))} alone, to measure what contacting the others brings: ${figure(f.money(profit))} are expected beyond the cost.`,
  keep: (customers: number, budget: number): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))} ${f.plural(customers, { one: 'is', other: 'are' })} worth more than usual and likelier than usual to leave: keeping them may cost ${figure(f.money(budget))} in all. The section on profit names the first of them, and the column retention_budget of the CSV files the budget of each.`,
  plans: 'Campaigns of the pipeline',
  /** How the expected profit comes about. */
  plansHow: phrase`What is expected: for each person the probability that they buy because of the contact, times what that order leaves, less the cost of the contact. The probability is what past campaigns of the channel brought against those they left alone; where there are none, the share who answered times the share of answers that a purchase followed within 30 days: what would have been bought anyway counts, and what was bought without an answer does not. It is higher for whoever has answered more often than others, and lower for whoever is hardly a customer any more (P(alive)). What an order leaves is drawn towards the margin of everybody, and is at most what is left of the lifetime value. Whoever has an open complaint is left in peace, unless the pipeline says otherwise.`,
  plansSentence: phrase`Those who pay are taken, best first, until the budget ends; nobody is in two campaigns at a time. Chance decides who is in the control group, once and for good; they are in no file of the campaign.`,
  campaign: 'Campaign',
  statuses: { planned: 'planned', running: 'running', ended: 'over' } as Readonly<Record<string, string>>,
  span: (status: string, from: string, to: string): string => `${status}, ${f.day(from)} to ${f.day(to)}`,
  contacted: 'Contacted',
  control: 'Control group',
  cost: 'Cost',
  expectedPurchases: 'Purchases because of it, expected',
  expectedProfit: 'Expected profit',
  expectedBeyondCost: 'Expected beyond the cost',
  canShow: 'What the control group will show',
  shows: (points: number): string => `a rise of ${f.number(points)} points or more`,
  showsMaybe: (people: number, points: number): string =>
    `perhaps nothing: ${f.count(people, nouns.people)} would be needed for ${f.number(points)} points`,
  showsNothing: (people: number, points: number): string =>
    `nothing: ${f.count(people, nouns.people)} would be needed for ${f.number(points)} points`,
  results: 'What campaigns brought',
  tooEarly: phrase`It is too early to tell: those in the campaigns were taken today.`,
  noControl: phrase`Without a control group nobody can tell what a campaign brings.`,
  resultsSentence: (clear: number, all: number): Phrase =>
    clear === 0
      ? phrase`No campaign has shown an effect so far: every interval holds 0.`
      : phrase`${figure(f.whole(clear))} of ${f.count(all, nouns.campaign)} ${f.plural(clear, { one: 'has', other: 'have' })} shown an effect: the interval leaves out 0.`,
  resultsHow: phrase`The share who bought among those contacted, less that of the control group, in percentage points; the line is the 95% interval (Newcombe’s score interval). An effect that is smaller than what a campaign can show may be there, unseen. Of twenty such intervals one leaves out 0 by chance where there is no effect, and more where one looks each night until it does: what holds at the end counts.`,
  boughtContacted: 'Bought, contacted',
  boughtControl: 'Bought, control group',
  difference: 'Difference, points',
  interval: '95% interval',
  profit: 'Incremental profit',
  broughtBeyondCost: 'Brought beyond the cost',
  profitInterval: 'Its 95% interval (Welch)',
  range: (from: string, to: string): string => `${from} to ${to}`,
  past: 'Past campaigns by answers',
  pastSentence: (shown: number, all: number): Phrase =>
    phrase`${shown < all ? phrase`The first ${figure(f.whole(shown))} of ${f.whole(all)}. ` : ''}In the order of the lower end of the interval of their answers (Wilson), so that a few people are not on top by chance. Nobody was left out of them, so what people bought afterwards is no proof of an effect.`,
  reached: 'Reached',
  answered: 'Answered',
  costPerAnswer: 'Cost per answer',
  buyers: 'Bought within 30 days',
});
