import type { VNode } from 'preact';
import type { TermId } from '../../text/messages.ts';
import { Section } from '../parts/pieces.tsx';
import type { View } from '../view.ts';

/** Terms of an account with costs. */
const ofCosts: ReadonlySet<string> = new Set<TermId>([
  'cost_of_goods',
  'gross_margin',
  'fulfilment',
  'cost_to_serve',
  'profit',
  'margin',
  'loss_maker',
  'whale_curve',
]);

/** What every word of the report means; the headers of tables link here. */
export function Terms({ view: { t, worth } }: { view: View }): VNode {
  return (
    <Section id="terms" title={t.page.sections.terms}>
      <dl class="terms">
        {Object.entries(t.terms)
          .filter(([id]) => worth === 'profit' || !ofCosts.has(id))
          .map(([id, { term, meaning }]) => (
            <div id={`term-${id}`}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
