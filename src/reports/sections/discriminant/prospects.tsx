import type { VNode } from 'preact';
import { likelyProspects } from '../../findings.ts';
import { Block, Measure, SegmentName } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { segmentOf, type View } from '../../view.ts';

/** How many prospects resemble each segment. */
export function Prospects({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const words = t.discriminant;
  const rows = data.prospects;
  const count = rows.reduce((sum, row) => sum + row.prospects, 0);
  const [first] = rows;
  if (first === undefined) return <Block title={words.prospects} sentence={words.noProspects} />;
  const name = (code: string): string => segmentOf(view, code)?.name ?? code;
  return (
    <Block
      title={words.prospects}
      sentence={
        likelyProspects(data).length === 0
          ? words.prospectsGuess(count)
          : words.prospectsSentence(count, name(first.segment), first.prospects / count)
      }
    >
      <Table
        label={words.prospects}
        rows={rows}
        columns={[
          {
            header: words.segment,
            term: 'segment',
            cell: (row) => <SegmentName index={segmentOf(view, row.segment)?.index ?? 0} name={name(row.segment)} />,
          },
          { header: words.assigned, term: 'prospect', kind: 'number', cell: (row) => f.whole(row.prospects) },
          {
            header: words.assignedShare,
            kind: 'number',
            cell: (row) => <Measure value={row.prospects / count} text={f.share(row.prospects / count, 1)} />,
          },
          { header: words.meanProbability, kind: 'number', cell: (row) => f.share(row.probability, 1) },
        ]}
      />
    </Block>
  );
}
