import type { VNode } from 'preact';
import { Section, Unfold } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Table } from '../parts/table.tsx';
import type { PagePair } from './data.ts';
import { className, head, testColumns, type DiscriminantView } from './pieces.tsx';

/** More pairs would not be read. */
const most = 100;
const open = 10;

/** How far any two classes are apart, the nearest first. */
export function Pairs({ view }: { view: DiscriminantView }): VNode | null {
  const { t, f, page } = view;
  const pairs = [...page.pairs].sort(
    (a, b) => a.squaredDistance - b.squaredDistance || a.classes[0] - b.classes[0] || a.classes[1] - b.classes[1],
  );
  const [nearest] = pairs;
  if (nearest === undefined) return null;
  const name = (place: 0 | 1): string => page.classes[nearest.classes[place]]!.name;
  const shown = pairs.slice(0, most);
  const table = (
    <Table
      label={t.pairs}
      rows={shown}
      columns={[
        {
          header: head('mahalanobis', t.pairColumn),
          cell: (row) => (
            <>
              {className(view, row.classes[0])} · {className(view, row.classes[1])}
            </>
          ),
        },
        { header: t.distance, kind: 'number', cell: (row) => f.fixed(Math.sqrt(row.squaredDistance), 2) },
        { header: t.squaredDistance, kind: 'number', cell: (row) => f.fixed(row.squaredDistance, 3) },
        ...testColumns(view, (row: PagePair) => row.test),
      ]}
    />
  );
  return (
    <Section
      id="pairs"
      title={t.pairs}
      finding={t.pairsFinding(name(0), name(1), Math.sqrt(nearest.squaredDistance), pairs.length)}
    >
      {shown.length <= open ? table : <Unfold label={t.unfold(t.pairs, shown.length)}>{table}</Unfold>}
      {shown.length === pairs.length ? null : (
        <p class="small soft">
          <Rich text={t.nearestPairs(shown.length, pairs.length)} />
        </p>
      )}
    </Section>
  );
}
