import { ConfigError } from '../../errors.ts';
import { withLock } from '../../pipeline/lock.ts';
import { changePeople } from '../../pipeline/people/file.ts';
import { nowhere } from '../../reports/moves.ts';
import { sql } from '../../sql/sql.ts';
import { isSameName, longestName, nameProblem } from '../../text/name-rule.ts';
import type { Effects } from '../effects.ts';
import { findStore } from '../store.ts';
import { findSegment, withSegments, type KnownSegment } from './known.ts';

/** Options of `bezero segments rename`. */
export interface RenameOptions {
  /** Its code or its name. */
  readonly segment: string;
  /** Left out with `automatic`. */
  readonly name?: string;
  /** Takes the name back that people gave. */
  readonly automatic: boolean;
  readonly store?: string;
  readonly json: boolean;
}

/** A name that can stand in files, tables and reports. @throws ConfigError where it cannot */
function soundName(name: string, of: KnownSegment, segments: readonly KnownSegment[]): string {
  const problem = nameProblem(name);
  if (problem !== null) throw new ConfigError(`NAME ${problem}`);
  const text = name.trim();
  const { length } = text;
  if (length === 0 || length > longestName)
    throw new ConfigError(`NAME must have 1 to ${longestName} characters, got ${length}`);
  if (/^s\d+$/i.test(text)) throw new ConfigError(`NAME must not look like the code of a segment, got "${text}"`);
  if (isSameName(text, nowhere))
    throw new ConfigError(`NAME must not be "${text}": so are customers told who are in no segment`);
  const other = segments.find(
    (one) => one.segment !== of.segment && [one.name, one.automaticName].some((known) => isSameName(known, text)),
  );
  if (other) throw new ConfigError(`NAME must be no other segment's; "${text}" is what ${other.segment} is called`);
  return text;
}

/** Gives a segment a name that stays, or takes it back. */
export async function renameSegment(options: RenameOptions, effects: Effects): Promise<void> {
  if ((options.name === undefined) !== options.automatic)
    throw new ConfigError(
      options.automatic
        ? 'NAME must be left out with --automatic'
        : 'NAME must be given, or --automatic to take one back',
    );
  const store = findStore(options.store, effects);
  const since = effects.now().toISOString();
  await withLock(store, { ...effects.process, since }, async (stillHeld) => {
    const { meant, name, elsewhere } = await withSegments({ store }, effects, ({ segments, given }) => {
      const meant = findSegment(segments, options.segment);
      const name = options.name === undefined ? null : soundName(options.name, meant, segments);
      const elsewhere = [...given].filter(
        ([segment, other]) => name !== null && segment !== meant.segment && isSameName(other, name),
      );
      return Promise.resolve({ meant, name, elsewhere: elsewhere.map(([segment]) => segment) });
    });
    const isNews = name === null ? meant.renamed : !meant.renamed || meant.name !== name;
    const now = name ?? meant.automaticName;
    if (isNews) {
      stillHeld();
      await changePeople(store, (_engine, before) => {
        const others = sql`select segment, name, named_at from ${before.table('segment_name')} as given
          where segment <> ${meant.segment}`;
        return Promise.resolve({
          segment_name:
            name === null
              ? others
              : sql`${others} union all select ${meant.segment}, ${name}, cast(${since.slice(0, 19)} as timestamp)`,
        });
      });
    }
    if (options.json) effects.print(JSON.stringify({ segment: meant.segment, from: meant.name, to: now }));
    if (!isNews) effects.say(`${meant.segment} is called "${now}" already`);
    else {
      effects.say(`${meant.segment} is called "${now}" from now on; before: "${meant.name}"`);
      for (const segment of elsewhere)
        effects.say(
          `${segment}, which is not in this release, was given that name before; where it is there again, it is told apart: "${name!} (${segment})"`,
        );
      effects.say(
        'the next "bezero run PIPELINE" writes it into tables, files and report, although nothing else changed',
      );
    }
  });
}
