import type { VNode } from 'preact';
import { Section } from '../parts/pieces.tsx';
import type { View } from '../view.ts';

/** What every word of the report means; the headers of tables link here. */
export function Terms({ view: { t } }: { view: View }): VNode {
  return (
    <Section id="terms" title={t.page.sections.terms}>
      <dl class="terms">
        {Object.entries(t.terms).map(([id, { term, meaning }]) => (
          <div id={`term-${id}`}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
