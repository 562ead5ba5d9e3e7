import type { VNode } from 'preact';
import type { DictionaryColumn, DictionaryTable } from '../../dictionary/table.ts';
import { formatFor } from '../../text/format.ts';
import { pageTexts, type PageTexts } from '../../text/en/pages/index.ts';
import { Contents } from '../parts/contents.tsx';
import { Document, renderDocument } from '../parts/document.tsx';
import { Section, Unfold } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { Table } from '../parts/table.tsx';

type Words = PageTexts['dictionary'];
type Layer = keyof Words['layers'];

const layerOf = ({ id }: Pick<DictionaryTable, 'id'>): string => id.split('.')[0]!;

/** Tables as links, by their names. */
const Links = ({ ids }: { ids: readonly string[] }): VNode => (
  <>
    {ids.map((id, i) => (
      <>
        {i === 0 ? '' : ', '}
        <a href={`#${id}`}>{id}</a>
      </>
    ))}
  </>
);

/** A line on a table, where there is anything to say. */
function Line({ label, ids }: { label: string; ids: readonly string[] }): VNode | null {
  if (ids.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Links ids={ids} />
      </dd>
    </div>
  );
}

function One({ t, table, roots }: { t: Words; table: DictionaryTable; roots: readonly string[] }): VNode {
  const { id, meaning, grain, reads, feeds, columns, holds, sql, isView } = table;
  return (
    <div class="block" id={id}>
      <h3>{id}</h3>
      <p>{meaning}</p>
      {isView ? <p class="small">{t.isView}</p> : null}
      <dl class="lineage">
        {grain.length === 0 ? null : (
          <div>
            <dt>{t.oneRow}</dt>
            <dd>{grain.join(', ')}</dd>
          </div>
        )}
        <Line label={t.reads} ids={reads} />
        <Line label={t.roots} ids={reads.every((read) => roots.includes(read)) ? [] : roots} />
        <Line label={t.feeds} ids={feeds} />
      </dl>
      <Table<DictionaryColumn>
        label={id}
        rows={columns}
        columns={[
          { header: t.column, cell: ({ name }) => <code id={`${id}.${name}`}>{name}</code> },
          { header: t.definition, cell: ({ definition }) => <span class="prose">{definition}</span> },
          { header: t.unit, cell: ({ unit }) => unit ?? '' },
          { header: t.type, cell: ({ type }) => type.toLowerCase() },
        ]}
      />
      {holds.length === 0 ? null : (
        <Unfold label={t.holds}>
          <pre>{holds.join('\n')}</pre>
        </Unfold>
      )}
      {sql === null ? null : (
        <Unfold label={t.sql}>
          <pre>{sql}</pre>
        </Unfold>
      )}
    </div>
  );
}

/** Of each table the tables of the files that it comes from. */
function rootsOf(tables: readonly DictionaryTable[]): ReadonlyMap<string, readonly string[]> {
  const tableOf = new Map(tables.map((table) => [table.id, table]));
  const known = new Map<string, ReadonlySet<string>>();
  const find = (id: string): ReadonlySet<string> => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, new Set());
    const found = new Set(
      (tableOf.get(id)?.reads ?? []).flatMap((read) => (read.startsWith('raw.') ? [read] : [...find(read)])),
    );
    known.set(id, found);
    return found;
  };
  return new Map(tables.map(({ id }) => [id, [...find(id)].sort()]));
}

/** The data dictionary as one HTML file that needs nothing else. */
export function buildDictionaryPage(tables: readonly DictionaryTable[], version: string): string {
  const f = formatFor('en', 'XXX');
  const { dictionary: t } = pageTexts(f);
  const layers = [...new Set(tables.map(layerOf))];
  const ordered = (Object.keys(t.layers) as Layer[]).filter((layer) => layers.includes(layer));
  const roots = rootsOf(tables);
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  return renderDocument(
    <Document f={f} title={t.title} skip={{ text: t.skip, to: ordered[0] ?? 'top' }}>
      <header class="masthead">
        <p class="eyebrow">
          <Rich text={t.eyebrow} />
        </p>
        <h1>{t.headline(tables.length, columns)}</h1>
      </header>
      <Contents label={t.contents} entries={ordered.map((layer) => [layer, layer])} />
      <main>
        <Section id="overview" title={t.title} finding={t.intro} quiet />
        {ordered.map((layer) => {
          const own = tables.filter((table) => layerOf(table) === layer).sort((a, b) => (a.id < b.id ? -1 : 1));
          return (
            <Section id={layer} title={layer} finding={t.layers[layer]}>
              <Unfold label={t.tables(own.length)}>
                <p>
                  <Links ids={own.map(({ id }) => id)} />
                </p>
              </Unfold>
              {own.map((table) => (
                <One t={t} table={table} roots={roots.get(table.id) ?? []} />
              ))}
            </Section>
          );
        })}
      </main>
      <footer>
        <p>
          <Rich text={t.footer(version)} />
        </p>
      </footer>
    </Document>,
  );
}
