import type { VNode } from 'preact';
import { InUse } from '../../parts/in-use.tsx';
import { Points } from '../../parts/points.tsx';
import { Section } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { Affinities } from './affinities.tsx';
import { Groups } from './groups.tsx';
import { Preferences } from './preferences.tsx';
import { Rules } from './rules.tsx';
import { SubstituteGoods } from './substitutes.tsx';

/** Which goods go together, which stand in for one another, and who buys from which category. */
export function Baskets({ view }: { view: View }): VNode | null {
  const { t, data } = view;
  const title = t.page.sections.baskets;
  const { basket: model, baskets: found } = data;
  if (model === null) return null;
  const { baskets, leftOut, maxItems } = model.counts[model.level];
  if (baskets === 0) return <Section id="baskets" title={title} finding={t.baskets.nobody} />;
  const notes = [
    ...(leftOut === 0 ? [] : [t.baskets.leftOut(model.level, leftOut, maxItems)]),
    ...(model.stoppedAt === null ? [] : [t.baskets.stopped(model.stoppedAt)]),
  ];
  const finding = t.baskets.finding(model.level, baskets, found.told, found.rules[0] ?? null);
  return (
    <Section id="baskets" title={title} finding={finding}>
      {notes.length === 0 ? null : <Points points={notes} />}
      <Rules view={view} level={model.level} />
      <Groups view={view} />
      <SubstituteGoods view={view} />
      <Preferences view={view} />
      <Affinities view={view} />
      <InUse view={view} models={['basket']} />
    </Section>
  );
}
