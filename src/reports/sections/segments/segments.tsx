import type { VNode } from 'preact';
import { EffectScale } from '../../parts/effect-scale.tsx';
import { InUse } from '../../parts/in-use.tsx';
import { Section } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { Audiences } from './audiences.tsx';
import { Balance } from './balance.tsx';
import { SegmentCard } from './card.tsx';
import { Choice } from './choice.tsx';
import { Moves } from './moves.tsx';
import { OverTime } from './over-time.tsx';
import { Profile } from './profile.tsx';

/** More segments than these have a sentence each instead of a card. */
const cards = 12;

/** Who the segments are: how large, what they bring, what sets them apart. */
export function Segments({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { segments } = data;
  const title = t.page.sections.segments;
  if (segments.length === 0)
    return (
      <Section id="segments" title={title} finding={t.segments.none}>
        <Audiences view={view} />
      </Section>
    );
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  return (
    <Section id="segments" title={title} finding={t.segments.finding(segments.length, customers, data.explained)}>
      {segments.length > cards ? (
        <ul class="points">
          {segments.map(({ segment, name, description }) => (
            <li>
              <span class="soft">{segment}</span> <strong>{name}</strong>: <bdi>{description}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <>
          {segments.every(({ features }) => features.length === 0) ? null : <EffectScale t={t} />}
          <ul class="cards">
            {segments.map((segment) => (
              <SegmentCard view={view} segment={segment} />
            ))}
          </ul>
        </>
      )}
      <Balance view={view} />
      <Profile view={view} />
      <div class="pair">
        <OverTime view={view} />
        <Moves view={view} />
      </div>
      <Audiences view={view} />
      {data.choice === null ? null : <Choice words={view} choice={data.choice} />}
      <InUse view={view} models={['kmeans']} />
    </Section>
  );
}
