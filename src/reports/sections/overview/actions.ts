import type { Phrase } from '../../../text/phrase.ts';
import type { OfferedFile } from '../../context.ts';
import { costliestSegment, knowsCosts, quietCustomers, topSegment } from '../../findings.ts';
import { fileOf, ratio, reasonLabel, segmentOf, type View } from '../../view.ts';

/** Something to do, with the file to do it with. */
export interface Action {
  readonly text: Phrase;
  readonly file?: OfferedFile | undefined;
}

/** From what share of net revenue on a cost of handling customers is worth a look. */
const dear = 0.1;

/** What to do next, at most one action of each kind: keep, win back, look into costs, approach, correct. */
export function actionsOf(view: View): Action[] {
  const { t, data } = view;
  const { total, lossMakers, quality } = data;
  const words = t.overview;
  const found: Action[] = [];
  const everyone = fileOf(view, { file: 'all-customers.csv' });

  const top = topSegment(data);
  const average = ratio(total.profit, total.buyers);
  if (top !== null && average > 0 && knowsCosts(data)) {
    const each = ratio(top.profit, top.customers);
    found.push({ text: words.keep(top.name, each, each / average), file: fileOf(view, { segment: top.segment }) });
  }
  const quiet = quietCustomers(data);
  if (quiet.customers > 0) found.push({ text: words.winBack(quiet.customers), file: everyone });

  const costly = costliestSegment(data);
  if (costly !== null && costly.share >= dear) {
    const { segment, cost, share } = costly;
    found.push({
      text: words.repair(segment.name, t.account[cost].toLowerCase(), share),
      file: fileOf(view, { segment: segment.segment }),
    });
  } else if (lossMakers.customers > 0) {
    found.push({ text: words.review(lossMakers.customers), file: everyone });
  }
  const [alike] = [...data.prospects].sort((a, b) => worth(view, b.segment) - worth(view, a.segment));
  const likely = alike === undefined ? undefined : segmentOf(view, alike.segment);
  if (alike !== undefined && likely !== undefined) {
    found.push({ text: words.approach(alike.prospects, likely.name), file: fileOf(view, { file: 'prospects.csv' }) });
  }
  const [reject] = quality.rejects;
  if (reject !== undefined)
    found.push({
      text: words.correct(reject.records, reject.source, reject.column_name, reasonLabel(view, reject.reason)),
    });
  return found;
}

/** Profit of each member of a segment. */
const worth = (view: View, code: string): number => {
  const segment = segmentOf(view, code);
  return segment === undefined ? -Infinity : ratio(segment.profit, segment.customers);
};
