import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import type { ProspectModel } from '../../data/prospect-models.ts';
import { isProspectModelTrusted } from '../../findings.ts';
import { Block, Measure, SegmentName } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, segmentOf, type View } from '../../view.ts';

/** How often a model is right with customers left out of its fit; null: not measured. */
function hitsOf({ customers, measured, correct, hit_ratio: share }: ProspectModel) {
  if (share === null || measured === null || correct === null) return null;
  return { share, known: measured < customers ? { measured, share: ratio(correct, measured) } : null };
}

/** Which model says so, and how often it and the others are right. */
function modelSentences({ t, data }: View): Phrase {
  const [used, ...others] = data.prospectModels;
  if (used === undefined) return [];
  return [
    ...t.discriminant.prospectModel(used.model, used.customers, hitsOf(used)),
    ...others.flatMap((other) => t.discriminant.otherModel(other.model, hitsOf(other))),
  ];
}

/** How many prospects resemble each segment, by which model, and how often it is right. */
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
      sentence={[
        ...(isProspectModelTrusted(data)
          ? words.prospectsSentence(count, name(first.segment), first.prospects / count)
          : words.prospectsGuess(count, data.prospectModels[0]?.hit_ratio != null)),
        ...modelSentences(view),
      ]}
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
