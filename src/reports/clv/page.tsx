import type { VNode } from 'preact';
import { english } from '../../text/en/index.ts';
import { phrase } from '../../text/phrase.ts';
import { formatOf } from '../amounts.ts';
import { AnalysisPage, type AnalysisPart } from '../parts/analysis-page.tsx';
import { renderDocument } from '../parts/document.tsx';
import { Section, type Definition, type TileProps } from '../parts/pieces.tsx';
import type { Words } from '../view.ts';
import type { ClvPage } from './data.ts';
import { ByFrequency, Foretold } from './holdout.tsx';
import { Differences, Parameters } from './models.tsx';
import { Alive, ValueBands, ValueTenths } from './spread.tsx';
import { Top } from './top.tsx';
import { Cumulated, Weekly } from './tracking.tsx';

interface PartProps {
  readonly words: Words;
  readonly page: ClvPage;
}

function Holdout({ words, page: { model } }: PartProps): VNode {
  const { validation, facts } = model;
  const w = words.t.clv;
  if (validation === null) return <Section id="holdout" title={w.holdout} finding={w.notHeldOut} />;
  const tracked = { words, validation, firstDay: facts.firstDay };
  return (
    <Section id="holdout" title={w.holdout} finding={w.grade(validation.top, validation.until)}>
      <Foretold words={words} validation={validation} />
      <Cumulated {...tracked} />
      <Weekly {...tracked} />
      <ByFrequency words={words} validation={validation} />
    </Section>
  );
}

function tilesOf({ t, f }: Words, { model }: ClvPage): TileProps[] {
  const w = t.clv;
  const { totals, options, facts, validation, newCustomer } = model;
  return [
    {
      label: w.value,
      value: f.largeMoney(totals.value.value),
      note: w.range(totals.value, f.largeMoney) ?? w.valueNote(options.margin),
    },
    { label: w.expected, value: f.whole(totals.purchases.value), note: w.range(totals.purchases, f.whole) },
    { label: w.still, value: f.whole(totals.alive), note: w.ofCustomers(facts.customers) },
    ...(validation === null
      ? []
      : [{ label: w.gradeTile, value: validation.top.grade, note: w.gradeNote[validation.top.grade] }]),
    { label: w.newTile, value: f.money(newCustomer.value), note: w.newNote(newCustomer.purchases) },
  ];
}

/** The terms that the page speaks of. */
const defined = [
  ...(['lifetime_value', 'p_alive', 'holdout', 'grade', 'pace_so_far'] as const),
  ...(['mae', 'rmse', 'bias', 'overdue', 'next_purchase'] as const),
] as const;

function Page({ words, page }: PartProps): VNode {
  const { t, f } = words;
  const w = t.clv;
  const { model, spread } = page;
  const { totals, options, facts, newCustomer } = model;
  const finding = w.finding(
    facts.customers,
    options.horizon,
    totals.purchases,
    totals.value,
    options.margin,
    model.costs?.known ?? null,
    options.discount,
  );
  const part = (id: string, title: string, body: VNode): AnalysisPart => ({ id, title, body });
  return (
    <AnalysisPage
      {...{ f, t: w, contents: t.page.contents }}
      title={w.documentTitle(page.subject)}
      eyebrow={w.eyebrow(page.subject, page.family, model.asOf)}
      headline={w.headline(totals.value.value, options.margin, facts.customers, options.horizon)}
      finding={phrase`${finding} ${w.alreadyBought}${totals.value.low === null ? '' : phrase` ${w.intervals(options.bootstrap)}`}`}
      tiles={tilesOf(words, page)}
      notes={page.notes}
      parts={[
        part('holdout', w.holdout, <Holdout words={words} page={page} />),
        part(
          'worth',
          w.worth,
          <Section
            id="worth"
            title={w.worth}
            finding={w.newCustomer(
              page.meanSpend,
              newCustomer.value,
              newCustomer.purchases,
              options.horizon,
              options.margin,
            )}
          >
            <ValueTenths words={words} spread={spread} />
            <ValueBands words={words} spread={spread} />
          </Section>,
        ),
        part(
          'alive',
          w.aliveTitle,
          <Section id="alive" title={w.aliveTitle}>
            <Alive words={words} spread={spread} expected={totals.alive} />
          </Section>,
        ),
        part(
          'models',
          w.models,
          <Section id="models" title={w.models}>
            <Differences words={words} page={page} />
            <Parameters words={words} page={page} />
          </Section>,
        ),
        part(
          'top',
          w.top,
          <Section id="top" title={w.top} finding={w.topSentence}>
            <Top words={words} top={page.top} />
          </Section>,
        ),
      ]}
      definitions={defined.map((id): Definition => [id, t.terms[id].term, t.terms[id].meaning])}
      version={page.version}
    />
  );
}

/** The page of one lifetime value: one HTML file that needs nothing else. The same data give the same bytes. */
export function buildClvPage(page: ClvPage): string {
  const f = formatOf(page.currency);
  return renderDocument(<Page words={{ t: english(f), f }} page={page} />);
}
