import { attachPeople } from '../../pipeline/people/file.ts';
import { releasedAudiences, type ReleasedAudience } from '../../pipeline/release-audiences.ts';
import type { Effects } from '../effects.ts';
import { findStore, withCurrent } from '../store.ts';
import { printTable } from '../table.ts';
import { count, whole } from '../words.ts';
import { onOneLine, readAudiences, readDecided } from './known.ts';

/** Options of `bezero audiences list`. */
export interface ListAudiencesOptions {
  readonly store?: string;
  readonly json: boolean;
}

/** Each audience of the current release with its customers. */
export async function listAudiences(options: ListAudiencesOptions, effects: Effects): Promise<void> {
  const store = findStore(options.store, effects);
  const { audiences, former } = await withCurrent(store, async (engine) => {
    const released = await releasedAudiences(engine);
    const decided = await readDecided(engine, await attachPeople(engine, store));
    const kept = decided.filter(({ audience }) => !released.some((one) => one.audience === audience));
    return { audiences: kept.length > 0 ? released : await readAudiences(engine), former: kept };
  });
  if (options.json) effects.print(JSON.stringify(audiences));
  else if (audiences.length > 0) printAudiences(audiences, effects);
  if (former.length === 0) return;
  const told = former.map(({ audience, decided }) => `${audience} (${count(decided, 'customer')})`);
  effects.say(
    `decisions by hand are kept on audiences that the release does not have: ${told.join(', ')}; "bezero audiences show ${former[0]!.audience}" lists them`,
  );
}

function printAudiences(audiences: readonly ReleasedAudience[], effects: Effects): void {
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
