import type { VNode } from 'preact';
import { significant } from '../../findings.ts';
import { Block } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import type { AnalysisProps } from './analysis.ts';

/** The canonical functions and what each is worth. */
export function Functions({ view: { t, f }, analysis }: AnalysisProps): VNode {
  const words = t.discriminant;
  const rows = analysis.functions.map((one, i) => ({ ...one, number: i + 1 }));
  const useful = rows.filter(({ p }) => p < significant).length;
  return (
    <Block title={words.functions} sentence={words.functionsSentence(useful, rows.length)}>
      <Table
        label={words.functions}
        from="models.fitted"
        rows={rows}
        columns={[
          { header: words.functionColumn, term: 'canonical', cell: (row) => words.functionName(row.number) },
          { header: words.eigenvalue, kind: 'number', cell: (row) => f.fixed(row.eigenvalue, 3) },
          { header: words.share, kind: 'number', cell: (row) => f.share(row.share, 1) },
          { header: words.correlation, term: 'canonical', kind: 'number', cell: (row) => f.fixed(row.correlation, 3) },
          { header: words.wilks, term: 'wilks', kind: 'number', cell: (row) => f.fixed(row.wilks, 3) },
          { header: words.significance, term: 'p_value', kind: 'number', cell: (row) => words.p(row.p) },
        ]}
      />
    </Block>
  );
}
