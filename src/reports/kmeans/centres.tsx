import type { VNode } from 'preact';
import { Section, SegmentName } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { featureParts } from '../../text/feature.ts';
import { deviationTint } from '../tint.ts';
import type { PageFeature } from './data.ts';
import { writerOf } from './digits.ts';
import type { KmeansView } from './page.tsx';

/** Every feature of every segment, tinted by how far it is from the mean of all. */
export function Centres({ view: { t, f, words, page } }: { view: KmeansView }): VNode {
  return (
    <Section id="centres" title={t.centres} finding={t.centresSentence}>
      <Table
        label={t.centres}
        rows={page.features}
        columns={[
          {
            header: t.feature,
            cell: (row) => (
              <>
                <bdi>{row.label}</bdi>
                {featureParts(row.feature).bent ? <small>{t.logarithm}</small> : null}
              </>
            ),
          },
          { header: t.weight, kind: 'number', cell: (row) => f.number(row.weight, 4) },
          { header: t.everyone, kind: 'number', cell: (row) => writerOf(f, row.feature)(row.typical) },
          ...page.segments.map(({ segment }, i) => ({
            header: <SegmentName index={i} name={segment} />,
            kind: 'tinted' as const,
            mark: (row: PageFeature) => deviationTint(row.cells[i]!.z),
            cell: (row: PageFeature) => {
              const { typical, z } = row.cells[i]!;
              return (
                <>
                  {writerOf(f, row.feature)(typical)}
                  <small>{words.t.effects.signed(z)}</small>
                </>
              );
            },
          })),
        ]}
      />
    </Section>
  );
}
