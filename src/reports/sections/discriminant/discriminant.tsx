import type { VNode } from 'preact';
import { Section } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { CentroidMap } from './centroid-map.tsx';
import { Classification } from './classification.tsx';
import { Functions } from './functions.tsx';
import { Prospects } from './prospects.tsx';
import { Structure } from './structure.tsx';
import { Summary } from './summary.tsx';

/** What attributes tell the segments apart, how well, and where prospects belong. */
export function Discriminant({ view }: { view: View }): VNode {
  const { t, data } = view;
  const analysis = data.discriminant;
  const title = t.page.sections.discriminant;
  if (analysis === null) return <Section id="discriminant" title={title} finding={t.discriminant.none} />;
  return (
    <Section id="discriminant" title={title} finding={t.discriminant.finding(analysis.hitRatio, analysis.chance)}>
      <Summary view={view} analysis={analysis} />
      <CentroidMap view={view} analysis={analysis} />
      <Structure view={view} analysis={analysis} />
      <Classification view={view} analysis={analysis} />
      <Functions view={view} analysis={analysis} />
      <Prospects view={view} />
    </Section>
  );
}
