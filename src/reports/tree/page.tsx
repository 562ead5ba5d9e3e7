import type { VNode } from 'preact';
import { formatFor, type Format } from '../../text/format.ts';
import { pageTexts, type PageTexts } from '../../text/en/pages/index.ts';
import { segmentClass } from '../charts/palette.ts';
import { AnalysisPage, type AnalysisPart } from '../parts/analysis-page.tsx';
import { Legend } from '../parts/chart.tsx';
import { renderDocument } from '../parts/document.tsx';
import { Block, Measure, Section, SegmentName, type Definition, type TileProps } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { Response } from '../response/section.tsx';
import type { PageStep, PageTable, TreePage } from './data.ts';
import { mostLeaves, Picture } from './picture.tsx';

/** What every part of the page is made from. */
export interface TreeView {
  readonly t: PageTexts['tree'];
  /** Of two classes. */
  readonly r: PageTexts['response'];
  readonly f: Format;
  readonly page: TreePage;
}

function tilesOf({ t, f, page: { report } }: TreeView): TileProps[] {
  const { crossValidated, resubstitution, chance, leaves } = report;
  return [
    {
      label: t.hitRatio,
      value: f.share((crossValidated ?? resubstitution).hitRatio, 1),
      note: t.hitNote(crossValidated?.folds ?? null),
    },
    { label: t.maximum, value: f.share(chance.maximum, 1) },
    { label: t.proportional, value: f.share(chance.proportional, 1) },
    { label: t.leaves, value: f.whole(leaves) },
  ];
}

/** Of cells that hold sentences. */
const prose = (): string => 'prose';

function Rules({ view: { t, f, page } }: { view: TreeView }): VNode {
  const { report, noun } = page;
  const index = (label: string): number => report.resubstitution.classes.indexOf(label);
  return (
    <Section id="rules" title={t.rules}>
      <Table
        label={t.rules}
        rows={report.rules}
        columns={[
          { header: t.leaf, cell: (row) => String(row.leaf) },
          { header: t.class, cell: (row) => <SegmentName index={index(row.class)} name={row.class} /> },
          { header: t.rule, mark: prose, cell: (row) => <bdi>{row.sentence}</bdi> },
          { header: t.rows[noun], kind: 'number', cell: (row) => f.whole(row.rows) },
          {
            header: t.purity,
            kind: 'number',
            cell: (row) => <Measure value={row.purity} text={f.share(row.purity, 1)} />,
          },
          {
            header: t.coverage,
            kind: 'number',
            cell: (row) => <Measure value={row.coverage} text={f.share(row.coverage, 1)} />,
          },
          { header: t.lift, kind: 'number', cell: (row) => f.fixed(row.lift, 2) },
          { header: t.condition, mark: prose, cell: (row) => <code>{row.condition}</code> },
        ]}
      />
    </Section>
  );
}

function Hits({ view: { t, f }, title, table }: { view: TreeView; title: string; table: PageTable }): VNode {
  const rows = table.classes.map((label, c) => ({ label, c, counts: table.counts[c]! }));
  return (
    <Block title={title} sentence={t.hitsSentence(table.correct, table.total, table.hitRatio)}>
      <Table
        label={title}
        rows={rows}
        columns={[
          { header: t.class, cell: (row) => <SegmentName index={row.c} name={row.label} /> },
          ...table.classes.map((label, c) => ({
            header: <bdi>{label}</bdi>,
            kind: 'number' as const,
            cell: (row: { readonly counts: readonly number[] }) => f.whole(row.counts[c]!),
          })),
        ]}
      />
    </Block>
  );
}

function Classes({ view: { t, f, page } }: { view: TreeView }): VNode {
  const share = (value: number | null): string => (value === null ? '–' : f.share(value, 1));
  return (
    <Table
      label={t.class}
      rows={page.report.classes.map((row, index) => ({ ...row, index }))}
      columns={[
        { header: t.class, cell: (row) => <SegmentName index={row.index} name={row.class} /> },
        { header: t.rows[page.noun], kind: 'number', cell: (row) => f.whole(row.rows) },
        { header: t.prior, kind: 'number', cell: (row) => f.share(row.prior, 1) },
        { header: t.recall, kind: 'number', cell: (row) => share(row.recall) },
        { header: t.precision, kind: 'number', cell: (row) => share(row.precision) },
      ]}
    />
  );
}

function Importance({ view: { t, f, page } }: { view: TreeView }): VNode {
  return (
    <Section id="importance" title={t.importance} finding={t.importanceSentence}>
      <Table
        label={t.importance}
        rows={page.report.importance}
        columns={[
          { header: t.feature, cell: (row) => <bdi>{row.feature}</bdi> },
          {
            header: t.share,
            kind: 'number',
            cell: (row) => <Measure value={row.share} text={f.share(row.share, 1)} />,
          },
          { header: t.importance, kind: 'number', cell: (row) => f.fixed(row.importance, 3) },
          { header: t.splits, kind: 'number', cell: (row) => f.whole(row.splits) },
        ]}
      />
    </Section>
  );
}

function Pruning({ view: { t, f, page } }: { view: TreeView }): VNode {
  const { sequence, chosen } = page.report;
  const fixed = (value: number | undefined): string => (value === undefined ? '–' : f.fixed(value, 4));
  return (
    <Section id="pruning" title={t.pruning} finding={t.pruningSentence}>
      <Table
        label={t.pruning}
        rows={sequence}
        emphasis={(row: PageStep) => row === sequence[chosen]}
        columns={[
          { header: t.complexity, cell: (row) => f.fixed(row.cp, 6) },
          { header: t.splits, kind: 'number', cell: (row) => f.whole(row.splits) },
          { header: t.error, kind: 'number', cell: (row) => fixed(row.relativeError) },
          { header: t.crossError, kind: 'number', cell: (row) => fixed(row.crossError) },
          { header: t.deviation, kind: 'number', cell: (row) => fixed(row.crossDeviation) },
          { header: '', cell: (row) => (row === sequence[chosen] ? t.chosen : '') },
        ]}
      />
    </Section>
  );
}

function definitionsOf({ t, r, page }: TreeView): Definition[] {
  const further = page.response === null ? [] : Object.entries(r.definitions);
  return [...t.definitions, ...further.map(([id, [term, meaning]]): Definition => [id, term, meaning])];
}

function TreeSection({ view }: { view: TreeView }): VNode {
  const { t, page } = view;
  const { report } = page;
  const [best] = report.importance;
  return (
    <Section id="tree" title={t.tree} finding={t.finding(best?.feature ?? null, best?.share ?? 0)}>
      <Legend entries={report.resubstitution.classes.map((label, c) => ({ mark: segmentClass(c), text: label }))} />
      {report.leaves > mostLeaves ? <p>{t.tooLarge}</p> : <Picture view={view} />}
    </Section>
  );
}

function HitsSection({ view }: { view: TreeView }): VNode {
  const { t, page } = view;
  const { crossValidated, resubstitution } = page.report;
  return (
    <Section id="hits" title={t.hits}>
      <Classes view={view} />
      {crossValidated === null ? null : <Hits view={view} title={t.crossValidation} table={crossValidated} />}
      <Hits view={view} title={t.resubstitution} table={resubstitution} />
    </Section>
  );
}

function partsOf(view: TreeView): AnalysisPart[] {
  const { t, r, f, page } = view;
  const { report, noun, response } = page;
  return [
    { id: 'tree', title: t.tree, body: <TreeSection view={view} /> },
    { id: 'rules', title: t.rules, body: <Rules view={view} /> },
    ...(report.importance.length === 0
      ? []
      : [{ id: 'importance', title: t.importance, body: <Importance view={view} /> }]),
    { id: 'hits', title: t.hits, body: <HitsSection view={view} /> },
    ...(response === null
      ? []
      : [{ id: 'response', title: r.title(response.hit), body: <Response view={{ t: r, f, noun, response }} /> }]),
    { id: 'pruning', title: t.pruning, body: <Pruning view={view} /> },
  ];
}

function Page({ view, contents }: { view: TreeView; contents: string }): VNode {
  const { t, f, page } = view;
  const { report } = page;
  return (
    <AnalysisPage
      {...{ f, t, contents }}
      title={t.documentTitle(page.subject)}
      eyebrow={t.eyebrow(page.subject, page.class, page.asOf)}
      headline={t.headline(report.rows, page.noun, report.leaves)}
      tiles={tilesOf(view)}
      notes={page.notes}
      parts={partsOf(view)}
      definitions={definitionsOf(view)}
      version={page.version}
    />
  );
}

/** The page of one classification tree: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildTreePage(page: TreePage): string {
  const f = formatFor('en', 'EUR');
  const { tree: t, response: r, page: words } = pageTexts(f);
  return renderDocument(<Page view={{ t, r, f, page }} contents={words.contents} />);
}
