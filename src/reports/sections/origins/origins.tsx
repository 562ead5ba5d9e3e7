import type { VNode } from 'preact';
import { Section } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { AdvertiseNext } from './advertise-next.tsx';
import { Attribution } from './attribution.tsx';
import { Organic } from './organic.tsx';
import { OriginIndex } from './origin-index.tsx';

/** Where customers come from, who among them is worth most, and where to look for more. */
export function Origins({ view }: { view: View }): VNode {
  const { t, data } = view;
  const title = t.page.sections.origins;
  const { paid, organic, hasLifetime } = data.origins;
  if (data.origins.dimension === null)
    return (
      <Section id="origins" title={title} finding={t.origins.none}>
        <Attribution view={view} />
      </Section>
    );
  const most = [...paid, ...organic].toSorted(
    (a, b) => b.expected_value - a.expected_value || (a.member < b.member ? -1 : 1),
  );
  const [best, worst] = [most[0], most.at(-1)];
  return (
    <Section
      id="origins"
      title={title}
      finding={
        best === undefined || worst === undefined || best === worst
          ? undefined
          : t.origins.finding(
              best.member,
              best.expected_value,
              worst.member,
              worst.expected_value,
              best.value_base,
              hasLifetime,
            )
      }
    >
      <OriginIndex view={view} />
      <AdvertiseNext view={view} />
      <Organic view={view} />
      <Attribution view={view} />
    </Section>
  );
}
