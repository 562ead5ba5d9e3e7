import type { VNode } from 'preact';
import { Section } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Table } from '../parts/table.tsx';
import type { PageCriteria } from './data.ts';
import type { KmeansView } from './page.tsx';

/** Why this number of segments: everything that was measured of each, and the rule. */
export function Choice({ view: { t, f, page } }: { view: KmeansView }): VNode | null {
  const { choice } = page;
  if (choice === null) return null;
  const { chosen, sample, rule, smallestShare, criteria } = choice;
  const best = criteria.find(({ k }) => k === chosen)!;
  const figure = (value: number | null, places: number): string => (value === null ? '' : f.fixed(value, places));
  const verdict = (row: PageCriteria): string =>
    [
      ...(row.k === chosen ? [t.chosen] : []),
      ...(row.stable ? [] : [t.unstable]),
      ...(row.largeEnough ? [] : [t.small]),
    ].join(', ');
  const column = (header: string, cell: (row: PageCriteria) => string) => ({ header, kind: 'number' as const, cell });
  return (
    <Section
      id="choice"
      title={t.choice}
      finding={t.choiceSentence(chosen, sample, page.noun, best.stable && best.largeEnough)}
    >
      <Table
        label={t.choice}
        rows={criteria}
        emphasis={(row) => row.k === chosen}
        columns={[
          { header: 'k', cell: (row) => f.whole(row.k) },
          column(t.silhouette, (row) => f.fixed(row.silhouette, 3)),
          column(t.calinskiHarabasz, (row) => figure(row.calinskiHarabasz, 1)),
          column(t.daviesBouldin, (row) => figure(row.daviesBouldin, 3)),
          column(t.gap, (row) => (row.gap === null ? '' : `${f.fixed(row.gap, 3)} ± ${figure(row.gapError, 3)}`)),
          column(t.rand, (row) => f.fixed(row.rand, 3)),
          column(t.least, (row) => f.fixed(Math.min(...row.jaccard), 3)),
          column(t.smallest, (row) => f.share(row.smallestShare, 1)),
          { header: t.verdict, cell: verdict },
        ]}
      />
      <p class="small">
        <Rich text={t.rule(rule, smallestShare)} />
      </p>
    </Section>
  );
}
