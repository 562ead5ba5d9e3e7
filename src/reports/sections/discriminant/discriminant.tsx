import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import type { Discriminant as Analysis } from '../../data/discriminant.ts';
import { beatsChance, isSignificant } from '../../findings.ts';
import { InUse } from '../../parts/in-use.tsx';
import { Section, Unfold } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { CentroidMap } from './centroid-map.tsx';
import { Classification } from './classification.tsx';
import { Functions } from './functions.tsx';
import { Prospects } from './prospects.tsx';
import { Structure } from './structure.tsx';
import { Summary } from './summary.tsx';

/** How often the analysis is right beside what guessing would reach, and what that is worth. */
function findingOf({ t, data }: View, analysis: Analysis): Phrase {
  const words = t.discriminant;
  const { hitRatio, chance, functions, overall } = analysis;
  const assigns = data.prospectModels[0]?.model === 'discriminant';
  const finding = words.finding(hitRatio, chance.maximum, chance.proportional);
  if (!isSignificant(analysis)) return [...finding, ...words.notSignificant(functions[0]?.p ?? overall.p, assigns)];
  return beatsChance(analysis) ? finding : [...finding, ...words.notBetter(assigns)];
}

/** What attributes tell the segments apart, how well, and where prospects belong. */
export function Discriminant({ view }: { view: View }): VNode {
  const { t, data } = view;
  const analysis = data.discriminant;
  const title = t.page.sections.discriminant;
  if (analysis === null)
    return (
      <Section id="discriminant" title={title} finding={t.discriminant.none}>
        {data.prospectModels.length === 0 ? null : <Prospects view={view} />}
        <InUse view={view} models={['tree']} />
      </Section>
    );
  return (
    <Section id="discriminant" title={title} finding={findingOf(view, analysis)}>
      <Summary view={view} analysis={analysis} />
      <CentroidMap view={view} analysis={analysis} />
      <Prospects view={view} />
      <Unfold label={t.discriminant.detail}>
        <Structure view={view} analysis={analysis} />
        <Classification view={view} analysis={analysis} />
        <Functions view={view} analysis={analysis} />
      </Unfold>
      <InUse view={view} models={['discriminant', 'tree']} />
    </Section>
  );
}
