import type { VNode } from 'preact';
import type { TermId } from '../../text/messages.ts';
import { Definitions, Section, Unfold, type Definition } from '../parts/pieces.tsx';
import type { View } from '../view.ts';

/** Terms of an account with costs. */
const ofCosts: ReadonlySet<string> = new Set<TermId>([
  'cost_of_goods',
  'gross_margin',
  'fulfilment',
  'contribution_margin',
  'cost_to_serve',
  'campaign_cost',
  'acquisition_cost',
  'profit',
  'margin',
  'loss_maker',
  'whale_curve',
]);

/** Terms of the choice of the number of segments. */
const ofChoice: ReadonlySet<string> = new Set<TermId>([
  'silhouette',
  'adjusted_rand',
  'jaccard',
  'calinski_harabasz',
  'davies_bouldin',
  'gap',
  'smallest_share',
]);

/** Terms of lifetime value. */
const ofClv: ReadonlySet<string> = new Set<TermId>([
  'lifetime_value',
  'p_alive',
  'holdout',
  'pace_so_far',
  'grade',
  'mae',
  'rmse',
  'bias',
  'overdue',
  'next_purchase',
]);

/** Terms of where customers come from. */
const ofOrigins: ReadonlySet<string> = new Set<TermId>([
  'best_customer',
  'origin_index',
  'expected_value',
  'value_to_cost',
  'payback',
]);

/** Terms of what preceded purchases. */
const ofAttribution: ReadonlySet<string> = new Set<TermId>(['touch', 'removal_effect']);

/** Whether the report speaks of what the term means. */
const isUsed = ({ data, worth }: View, id: string): boolean =>
  (worth === 'profit' || !ofCosts.has(id)) &&
  (data.origins.dimension !== null || !ofOrigins.has(id)) &&
  (data.attribution.touches.length > 0 || !ofAttribution.has(id)) &&
  (data.answers.channels.length > 0 || id !== 'best_channel') &&
  (data.campaigns.campaigns.length > 0 || id !== 'control_group') &&
  (data.choice !== null || !ofChoice.has(id)) &&
  ((data.clv !== null && !('reason' in data.clv)) || !ofClv.has(id));

/** What every word of the report means; the headers of tables link here. */
export function Terms({ view }: { view: View }): VNode {
  const { t } = view;
  const used = Object.entries(t.terms)
    .filter(([id]) => isUsed(view, id))
    .map(([id, { term, meaning }]): Definition => [id, term, meaning]);
  return (
    <Section id="terms" title={t.page.sections.terms}>
      <Unfold label={t.page.definitions(used.length)}>
        <Definitions definitions={used} />
      </Unfold>
    </Section>
  );
}
