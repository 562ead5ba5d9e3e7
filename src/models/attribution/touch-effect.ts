import type { Engine } from '../../engine/engine.ts';
import { listedSql } from '../../sql/listed.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { attributeMarkov } from './markov.ts';
import { spreadOfEffects } from './spread.ts';

/** 50 touches, `other`, start and two ends: from 52 states to 53. */
const mostTransitions = 52 * 53;

/** What a share of 1 weighs. */
const wholeWeight = 2 ** 40;

/** The columns of `models.touch_effect`. */
export const touchEffectColumns = {
  kind: 'varchar',
  touch: 'varchar',
  conversion: 'double',
  removal_effect: 'double',
  removal_effect_low: 'double',
  removal_effect_high: 'double',
  share: 'double',
  share_low: 'double',
  share_high: 'double',
  weight: 'bigint',
} as const;

const shape = { from_kind: 'text', from_touch: 'text', to_kind: 'text', to_touch: 'text', paths: 'integer' } as const;

/** `models.touch_effect`: the removal effect of every touch. Reads `marts.touch_transition`; without an order after a touch it is empty. */
export async function touchEffectSql(engine: Engine): Promise<Sql> {
  const rows = await engine.rows(
    sql`select from_kind, from_touch, to_kind, to_touch, paths from marts.touch_transition
      order by from_kind, from_touch, to_kind, to_touch`,
    shape,
    mostTransitions,
  );
  const transitions = rows.map(({ from_kind, from_touch, to_kind, to_touch, paths }) => ({
    from: from_kind === 'start' ? null : JSON.stringify([from_kind, from_touch]),
    to:
      to_kind === 'order' || to_kind === 'none'
        ? { converted: to_kind === 'order' }
        : JSON.stringify([to_kind, to_touch]),
    count: paths,
  }));
  const { conversion, effects } = attributeMarkov(transitions);
  if (conversion === 0) return listedSql(touchEffectColumns, []);
  const spread = spreadOfEffects(transitions);
  return listedSql(
    touchEffectColumns,
    effects.map(({ touch: key, effect, share }) => {
      const [kind, touch] = JSON.parse(key) as [string, string];
      const [low, high] = spread.get(key)?.effect ?? [null, null];
      const [shareLow, shareHigh] = spread.get(key)?.share ?? [null, null];
      return {
        ...{ kind, touch, conversion },
        ...{ removal_effect: effect, removal_effect_low: low, removal_effect_high: high },
        ...{ share, share_low: shareLow, share_high: shareHigh, weight: Math.round(share * wholeWeight) },
      };
    }),
  );
}
