import type { VNode } from 'preact';
import { formatFor } from '../../text/format.ts';
import { pageTexts } from '../../text/en/pages/index.ts';
import type { Phrase } from '../../text/phrase.ts';
import { AnalysisPage, type AnalysisPart } from '../parts/analysis-page.tsx';
import { renderDocument } from '../parts/document.tsx';
import type { Definition, TileProps } from '../parts/pieces.tsx';
import { Classification } from './classification.tsx';
import { Covariances } from './covariances.tsx';
import type { PageResponse } from '../response/data.ts';
import { Response } from '../response/section.tsx';
import type { DiscriminantPage } from './data.ts';
import { Functions } from './functions.tsx';
import { Pairs } from './pairs.tsx';
import { level, type DiscriminantView } from './pieces.tsx';
import { Places } from './places.tsx';
import { Predictors } from './predictors.tsx';
import { SelectionHistory } from './selection.tsx';
import { Structure } from './structure.tsx';

function tilesOf({ t, f, page }: DiscriminantView): TileProps[] {
  const { heldOut, chance, overall, predictors, response } = page;
  return [
    { label: t.tiles.hit, value: f.share(heldOut.hitRatio, 1), note: t.tiles.folds(heldOut.folds) },
    { label: t.tiles.maximum, value: f.share(chance.maximum, 1), note: t.tiles.maximumNote },
    { label: t.tiles.proportional, value: f.share(chance.proportional, 1), note: t.tiles.proportionalNote },
    {
      label: t.tiles.wilks,
      value: f.fixed(overall.wilks, 3),
      note: t.test(overall.f, overall.df1, overall.df2, overall.p),
    },
    { label: t.tiles.predictors, value: f.whole(predictors.length) },
    ...(response === null ? [] : [{ label: t.tiles.auc, value: f.fixed(response.auc, 3) }]),
  ];
}

/** The order of the probabilities is better than chance, by two standard errors. */
const isOrdered = (response: PageResponse | null): response is PageResponse =>
  response !== null && response.auc - 2 * response.aucError > 0.5;

/** The hit ratio against chance, and whether the classes differ at all. */
function findingOf({ t, page }: DiscriminantView): Phrase {
  const { heldOut, chance, overall, noun, response } = page;
  return [
    ...t.finding(heldOut.hitRatio, chance.maximum, chance.proportional, noun),
    ...(heldOut.hitRatio > chance.maximum ? [] : t.noBetter),
    ...(heldOut.hitRatio <= chance.maximum && isOrdered(response) ? t.butOrdered(response.hit) : []),
    ...t.difference(overall.wilks, overall.p, level),
  ];
}

/** The parts there are. */
function partsOf(view: DiscriminantView): AnalysisPart[] {
  const { t, r, f, page } = view;
  const { noun, response } = page;
  const part = (id: string, title: string, body: VNode, is = true): AnalysisPart[] => (is ? [{ id, title, body }] : []);
  return [
    ...part('places', t.places, <Places view={view} />),
    ...part('structure', t.structure, <Structure view={view} />, page.functions.length > 0),
    ...part('predictors', t.predictors, <Predictors view={view} />),
    ...part('functions', t.functions, <Functions view={view} />),
    ...part('covariances', t.covariances, <Covariances view={view} />),
    ...part('pairs', t.pairs, <Pairs view={view} />, page.pairs.length > 0),
    ...part('classification', t.classification, <Classification view={view} />),
    ...part('selection', t.selection, <SelectionHistory view={view} />, page.selection !== null),
    ...(response === null
      ? []
      : part('response', r.title(response.hit), <Response view={{ t: r, f, noun, response }} />)),
  ];
}

function definitionsOf({ t, r, page }: DiscriminantView): Definition[] {
  const all = { ...t.definitions, ...(page.response === null ? {} : r.definitions) };
  return Object.entries(all).map(([id, [term, meaning]]) => [id, term, meaning]);
}

function Page({ view, contents }: { view: DiscriminantView; contents: string }): VNode {
  const { t, f, page } = view;
  return (
    <AnalysisPage
      {...{ f, t, contents }}
      title={t.documentTitle(page.subject, page.column)}
      eyebrow={t.eyebrow(page.subject, t.kinds[page.kind], page.column, page.asOf)}
      headline={t.headline(page.rows, page.noun, page.classes.length)}
      finding={findingOf(view)}
      tiles={tilesOf(view)}
      notes={page.notes}
      parts={partsOf(view)}
      definitions={definitionsOf(view)}
      version={page.version}
    />
  );
}

/** The page of one discriminant analysis: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildDiscriminantPage(page: DiscriminantPage): string {
  const f = formatFor('en');
  const t = pageTexts(f);
  return renderDocument(<Page view={{ t: t.classes, r: t.response, f, page }} contents={t.page.contents} />);
}
