import type { VNode } from 'preact';
import type { Messages } from '../../text/messages.ts';
import { fullEffect, leastEffect } from '../charts/fingerprint.ts';

/** What the bars of the segments are, once, where they are first seen. */
export function EffectScale({ t }: { t: Messages }): VNode {
  return (
    <p class="small soft">
      <a href="#term-effect_size">{t.effects.term}</a> {t.effects.scale(leastEffect, fullEffect)}
    </p>
  );
}
