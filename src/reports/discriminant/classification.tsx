import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { Block, Section, Unfold } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { correlationTint } from '../tint.ts';
import { ratio } from '../view.ts';
import type { PageTable } from './data.ts';
import { className, head, mostColumns, type DiscriminantView } from './pieces.tsx';

interface Row {
  readonly own: number;
  readonly counts: readonly number[];
  readonly all: number;
}

const rowsOf = ({ counts }: PageTable): Row[] =>
  counts.map((row, own) => ({ own, counts: row, all: row.reduce((sum, count) => sum + count, 0) }));

/** Rows are own classes, columns the ones they are put into; shares of the row below the counts. */
function Counts({ view, label, table }: { view: DiscriminantView; label: string; table: PageTable }): VNode {
  const { t, f, page } = view;
  const shareOf = (value: number | null): string => (value === null ? none : f.share(value, 1));
  const shown = page.classes.length > mostColumns ? [] : page.classes;
  return (
    <>
      {shown.length > 0 ? null : (
        <p class="small soft">
          <Rich text={t.onlyJudged(page.classes.length)} />
        </p>
      )}
      <Table
        label={label}
        rows={rowsOf(table)}
        columns={[
          { header: t.own, cell: ({ own }) => className(view, own) },
          ...shown.map((_, c): TableColumn<Row> => ({
            header: className(view, c),
            kind: 'tinted',
            mark: ({ own, counts, all }) => correlationTint((own === c ? 1 : -1) * ratio(counts[c]!, all)),
            cell: ({ counts, all }) => (
              <>
                {f.whole(counts[c]!)}
                <small>{f.share(ratio(counts[c]!, all), 1)}</small>
              </>
            ),
          })),
          { header: t.rows[page.noun], kind: 'number', cell: ({ all }) => f.whole(all) },
          { header: head('recall', t.recall), kind: 'number', cell: ({ own }) => shareOf(table.recall[own]!) },
          {
            header: head('precision', t.precision),
            kind: 'number',
            cell: ({ own }) => shareOf(table.precision[own]!),
          },
        ]}
      />
    </>
  );
}

/** Who is put where: rows held out, and the fitted ones. */
export function Classification({ view }: { view: DiscriminantView }): VNode {
  const { t, page } = view;
  const { heldOut, fitted, chance } = page;
  const rows = rowsOf(heldOut);
  const recallOf = ({ own }: Row): number => heldOut.recall[own] ?? 0;
  const known = rows.filter(({ all }) => all > 0);
  const hardest = (known.length === 0 ? rows : known).reduce((least, row) =>
    recallOf(row) < recallOf(least) ? row : least,
  );
  const others = hardest.counts.map((count, c) => (c === hardest.own ? -1 : count));
  const most = Math.max(...others);
  const other = most > 0 ? page.classes[others.indexOf(most)]!.name : null;
  return (
    <Section
      id="classification"
      title={t.classification}
      finding={t.classificationFinding(
        page.classes[hardest.own]!.name,
        recallOf(hardest),
        other,
        ratio(most, hardest.all),
      )}
    >
      <Block title={t.heldOut(heldOut.folds)} sentence={t.heldOutSentence(heldOut.hitRatio)}>
        <Counts view={view} label={t.heldOut(heldOut.folds)} table={heldOut} />
        <p class="small soft">
          <Rich text={t.pressQ(chance.pressQ.chiSquare, chance.pressQ.p)} />
        </p>
      </Block>
      <Unfold label={t.fitted}>
        <p>
          <Rich text={t.fittedSentence(fitted.hitRatio)} />
        </p>
        <Counts view={view} label={t.fitted} table={fitted} />
      </Unfold>
    </Section>
  );
}
