import { phrase, type Phrase } from '../../../text/phrase.ts';
import type { OfferedFile } from '../../context.ts';
import type { Campaign } from '../../data/campaigns.ts';
import { overdueFrom } from '../../data/clv-groups.ts';
import { costliestSegment, likelyProspects, overdueCustomers, quietCustomers, topSegment } from '../../findings.ts';
import { whomOf } from '../lookalikes.tsx';
import { fileOf, ratio, rfmName, reasonLabel, segmentOf, type View } from '../../view.ts';

/** Something to do, with the file to do it with. */
export interface Action {
  readonly text: Phrase;
  readonly file?: OfferedFile | undefined;
  /** How to find in the file those that it is about, and whom to take first; left out: all of them are, in any order. */
  readonly find?: Phrase | undefined;
}

/** From what share of net revenue on a cost of handling customers is worth a look. */
const dear = 0.1;

/** How many times the average a customer of a segment must bring, for it to be named as one to keep. */
const wellAbove = 1.1;

/** What to do next: answer, contact (a few campaigns), and at most one action of each other kind: keep, call, win back, look into costs, approach, correct. */
export function actionsOf(view: View): Action[] {
  return [answer, contact, keep, callOverdue, winBack, spare, approach, correct].flatMap((kind) => kind(view) ?? []);
}

/** Customers within a larger file. */
const among = (file: OfferedFile | undefined, people: number, find: Phrase): Pick<Action, 'file' | 'find'> => ({
  file,
  ...(file?.rows === people ? {} : { find }),
});

/** The order in which customers are to be kept, and what each may cost, where that is told: columns of the files. */
function inOrder({ t, data, worth }: View, action: Pick<Action, 'file' | 'find'>): Pick<Action, 'file' | 'find'> {
  const { accounts, basis } = data.priority;
  if (action.file === undefined || accounts.length === 0 || basis === null) return action;
  const order = t.overview.byPriority(basis.is_margin && worth === 'profit');
  return { ...action, find: action.find === undefined ? order : phrase`${action.find}; ${order}` };
}

/**
 * The largest audience, with a file, whose condition holds for nobody but those that an action is about, and for at least so many of them, less those whom people keep out.
 * Whom people put in by hand belongs there.
 */
function ready(view: View, kind: 'quiet' | 'losing', least: number): Pick<Action, 'file' | 'find'> | null {
  const { t, data, context } = view;
  const fits = data.audiences
    .filter(({ customers, included, excluded, ...one }) => {
      const byCondition = customers - included;
      return byCondition > 0 && byCondition >= least - excluded && one[kind] === byCondition;
    })
    .sort((a, b) => b.customers - a.customers || (a.audience < b.audience ? -1 : 1));
  for (const { audience, title } of fits) {
    const file = context.files?.find((offered) => offered.audience === audience);
    if (file !== undefined) return { file, find: t.overview.ready(title ?? audience) };
  }
  return null;
}

/** Those who complained and wait. */
function answer(view: View): Action | null {
  const { t, data } = view;
  const { customers } = data.opinions.open;
  if (customers === 0) return null;
  const everyone = fileOf(view, { file: 'all-customers.csv' });
  return { text: t.overview.answer(customers), ...among(everyone, customers, t.overview.from('complaints_open', 1)) };
}

/** Campaigns that contact somebody tonight, those that are expected to bring most first. */
const tonight = ({ data }: View): Campaign[] =>
  data.campaigns.campaigns
    .filter(({ status, treatment }) => status === 'running' && treatment > 0)
    .sort((a, b) => b.expected_profit - a.expected_profit || (a.campaign < b.campaign ? -1 : 1));

/** So many campaigns are named. */
const mostCampaigns = 3;

const contact = (view: View): Action[] =>
  tonight(view)
    .slice(0, mostCampaigns)
    .map(({ campaign, title, treatment }) => {
      const file = view.context.files?.find((offered) => offered.campaign === campaign);
      return { text: view.t.overview.contact(title ?? campaign, file?.rows ?? treatment), file };
    });

function keep(view: View): Action | null {
  const { t, data, worth } = view;
  const top = topSegment(data);
  const average = ratio(data.total[worth], data.total.buyers);
  if (top === null || average <= 0) return null;
  const each = ratio(top[worth], top.customers);
  if (each < wellAbove * average) return null;
  return {
    text: t.overview.keep(worth, top.name, each, each / average),
    ...inOrder(view, { file: fileOf(view, { segment: top.segment }) }),
  };
}

/** Whom no campaign of tonight is for: its people would hear twice, and its control group would not be left alone. */
function winBack(view: View): Action | null {
  const { t, data } = view;
  const { customers, segments } = quietCustomers(data);
  if (customers === 0) return null;
  const audience = ready(view, 'quiet', 1);
  if (audience !== null && tonight(view).some((one) => one.audience === audience.file?.audience)) return null;
  const everyone = fileOf(view, { file: 'all-customers.csv' });
  const names = segments.map((segment) => rfmName(view, segment));
  const whole = among(everyone, customers, t.overview.where('rfm_segment', names));
  return { text: t.overview.winBack(names), ...inOrder(view, audience ?? whole) };
}

function callOverdue(view: View): Action | null {
  const { t, data } = view;
  const callable = overdueCustomers(data)?.callable ?? null;
  if (callable === null) return null;
  const { customers, least } = callable;
  const everyone = fileOf(view, { file: 'all-customers.csv' });
  return {
    text: t.overview.callOverdue(customers),
    ...among(everyone, customers, t.overview.callable(overdueFrom, least)),
  };
}

/** Costs that take too much from a segment; or else the customers who cost more than they bring. */
function spare(view: View): Action | null {
  const { t, data, worth } = view;
  if (worth !== 'profit') return null;
  const costly = costliestSegment(data);
  if (costly !== null && costly.share >= dear) {
    const { segment, cost, share } = costly;
    return {
      text: t.overview.repair(segment.name, t.account[cost].toLowerCase(), share),
      file: fileOf(view, { segment: segment.segment }),
    };
  }
  const { buyers } = data.lossMakers;
  if (buyers === 0) return null;
  const everyone = fileOf(view, { file: 'all-customers.csv' });
  return {
    text: t.overview.review(buyers),
    ...(ready(view, 'losing', buyers) ?? among(everyone, buyers, t.overview.below('profit'))),
  };
}

/** Those prospects who resemble the best, in the order of their likeness; where nobody is ranked, those who resemble the segment whose members are worth most. */
function approach(view: View): Action | null {
  const { t, data, worth } = view;
  const { model, ranked } = data.lookalikes;
  if (model !== null && ranked > 0)
    return {
      text: t.overview.approachAlike(ranked, whomOf(view, model)),
      file: fileOf(view, { file: 'lookalikes.csv' }),
    };
  const each = (code: string): number => {
    const segment = segmentOf(view, code);
    return segment === undefined ? -Infinity : ratio(segment[worth], segment.customers);
  };
  const [alike] = [...likelyProspects(data)].sort((a, b) => each(b.segment) - each(a.segment));
  const likely = alike === undefined ? undefined : segmentOf(view, alike.segment);
  if (alike === undefined || likely === undefined) return null;
  const prospects = fileOf(view, { file: 'prospects.csv' });
  return {
    text: t.overview.approach(alike.prospects, likely.name),
    ...among(prospects, alike.prospects, t.overview.where('likely_segment', [alike.segment])),
  };
}

function correct(view: View): Action | null {
  const [reject] = view.data.quality.rejects;
  if (reject === undefined) return null;
  const { records, source, column_name: column, reason } = reject;
  return { text: view.t.overview.correct(records, source, column, reasonLabel(view, reason)) };
}
