import type { Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';
import { printTable } from '../table.ts';
import { whole } from '../words.ts';
import { onOneLine, readAudiences } from './known.ts';

/** Options of `bezero audiences list`. */
export interface ListAudiencesOptions {
  readonly store?: string;
  readonly json: boolean;
}

/** Each audience of the current release with its customers. */
export async function listAudiences(options: ListAudiencesOptions, effects: Effects): Promise<void> {
  const audiences = await withCurrent(findStore(options.store, effects), readAudiences);
  if (options.json) {
    effects.print(JSON.stringify(audiences));
    return;
  }
  printTable(
    [
      { name: 'audience', whole: true },
      { name: 'title' },
      ...['customers', 'by condition', 'included', 'excluded'].map((name) => ({ name, right: true })),
      { name: 'condition' },
    ],
    audiences.map((one) => [
      one.audience,
      one.title ?? '',
      whole(one.customers),
      whole(one.by_condition),
      whole(one.included),
      whole(one.excluded),
      onOneLine(one.condition),
    ]),
    effects,
  );
}
