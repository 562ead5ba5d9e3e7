import type { VNode } from 'preact';
import { Points } from '../../parts/points.tsx';
import { Block, Unfold } from '../../parts/pieces.tsx';
import type { View } from '../../view.ts';
import { AdviceTable, expectedBetween } from './advice-table.tsx';

/** Origins that nobody can pay for more of. */
export function Organic({ view }: { view: View }): VNode | null {
  const t = view.t.origins;
  const { organic } = view.data.origins;
  const [first] = organic;
  if (first === undefined) return null;
  return (
    <Block title={t.organic} sentence={t.organicSentence(first.member, first.expected_value, expectedBetween(first))}>
      <Points points={[t.organicMeaning]} />
      <Unfold label={view.t.page.figures}>
        <AdviceTable view={view} label={t.organic} rows={organic} />
      </Unfold>
    </Block>
  );
}
