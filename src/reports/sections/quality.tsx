import type { VNode } from 'preact';
import { Block, Section, Unfold } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { reasonLabel, type View } from '../view.ts';

const counts = ['records', 'loaded', 'rejected', 'skipped', 'rounded'] as const;

function Loads({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { loads, all } = data.quality;
  return (
    <Block title={t.quality.loads} sentence={t.quality.loadsSentence}>
      <Unfold label={t.page.figures}>
        <Table
          label={t.quality.loads}
          rows={loads}
          sums={[{ source: t.page.total, table_name: '', ...all }]}
          columns={[
            { header: t.quality.source, cell: (row) => <bdi>{row.source}</bdi> },
            { header: t.quality.table, cell: (row) => row.table_name },
            { header: t.quality.files, kind: 'number', cell: (row) => f.whole(row.files) },
            ...counts.map((key) => ({
              header: t.quality[key],
              term: key === 'rejected' || key === 'skipped' || key === 'rounded' ? key : undefined,
              kind: 'number' as const,
              mark: (row: (typeof loads)[number]) => (key === 'rejected' && row.rejected > 0 ? 'negative' : undefined),
              cell: (row: (typeof loads)[number]) => f.whole(row[key]),
            })),
          ]}
        />
      </Unfold>
    </Block>
  );
}

function Rejects({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { rejects } = data.quality;
  const [first] = rejects;
  if (first === undefined) return <Block title={t.quality.rejects} sentence={t.quality.noRejects} />;
  return (
    <Block title={t.quality.rejects} sentence={t.quality.rejectsSentence(first.source)}>
      <Table
        label={t.quality.rejects}
        rows={rejects}
        columns={[
          { header: t.quality.reason, term: 'rejected', cell: (row) => <bdi>{reasonLabel(view, row.reason)}</bdi> },
          { header: t.quality.column, cell: (row) => <bdi>{row.column_name ?? t.page.none}</bdi> },
          { header: t.quality.source, cell: (row) => <bdi>{row.source}</bdi> },
          { header: t.quality.table, cell: (row) => row.table_name },
          { header: t.quality.records, kind: 'number', cell: (row) => f.whole(row.records) },
        ]}
      />
    </Block>
  );
}

function Warnings({ view }: { view: View }): VNode {
  const { t, context } = view;
  const warnings = [...(context.warnings ?? []), ...(context.remarks ?? [])];
  if (warnings.length === 0) return <Block title={t.quality.warnings} sentence={t.quality.noWarnings} />;
  return (
    <Block title={t.quality.warnings}>
      {warnings.map((warning) => (
        <p class="note-box warning">
          <bdi>{warning}</bdi>
        </p>
      ))}
    </Block>
  );
}

function Audits({ view }: { view: View }): VNode | null {
  const { t, f, context } = view;
  const audits = context.audits ?? [];
  if (audits.length === 0) return null;
  const failed = audits.filter(({ bad }) => bad > 0);
  return (
    <Block title={t.quality.audits} sentence={t.quality.auditsSentence(audits.length, failed.length)}>
      {failed.length === 0 ? null : (
        <Table
          label={t.quality.audits}
          rows={failed}
          columns={[
            { header: t.quality.relation, cell: (row) => row.relation },
            { header: t.quality.rule, cell: (row) => row.rule },
            { header: t.quality.bad, kind: 'number', cell: (row) => f.whole(row.bad) },
          ]}
        />
      )}
    </Block>
  );
}

/** What the figures rest on: what was loaded, what was rejected and why, what the run warns of. */
export function Quality({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { records, files, loaded, rejected, skipped } = data.quality.all;
  return (
    <Section
      id="quality"
      title={t.page.sections.quality}
      finding={records === 0 ? t.quality.none : t.quality.finding(records, files, loaded, rejected, skipped)}
    >
      {records === 0 ? null : <Loads view={view} />}
      {records === 0 ? null : <Rejects view={view} />}
      <Warnings view={view} />
      <Audits view={view} />
    </Section>
  );
}
