import type { VNode } from 'preact';
import { Foretold } from '../clv/holdout.tsx';
import { Alive, ValueBands, ValueTenths } from '../clv/spread.tsx';
import { Cumulated, Weekly } from '../clv/tracking.tsx';
import type { ClvModel, NoClv } from '../data/clv.ts';
import { overdueFrom, type ClvGroup } from '../data/clv-groups.ts';
import { FileLink } from '../parts/file-link.tsx';
import { InUse } from '../parts/in-use.tsx';
import { Block, Measure, Section, SegmentName, Unfold } from '../parts/pieces.tsx';
import { dayValue, Table } from '../parts/table.tsx';
import { fileOf, ratio, segmentName, segmentOf, type View } from '../view.ts';

interface PartProps {
  readonly view: View;
  readonly model: ClvModel;
}

/** How well the model foretold days that it did not see. */
function Holdout({ view, model }: PartProps): VNode {
  const w = view.t.clv;
  const { validation, facts } = model;
  if (validation === null) return <Block title={w.holdout} sentence={w.notHeldOut} />;
  const tracked = { words: view, validation, firstDay: facts.firstDay };
  return (
    <>
      <Block title={w.holdout} sentence={w.grade(validation.top, validation.until)} />
      <Cumulated {...tracked} />
      <Weekly {...tracked} />
      <Foretold words={view} validation={validation} />
    </>
  );
}

/** What the customers of each segment are worth. */
function BySegment({ view, model }: PartProps): VNode | null {
  const { f, data } = view;
  const w = view.t.clv;
  const rows = data.clvGroups;
  const whole = rows.reduce((sum, { value }) => sum + value, 0);
  if (rows.length === 0 || whole <= 0) return null;
  const best = rows.reduce((top, row) => (row.value > top.value ? row : top));
  const money = f.moneyLike(rows.map(({ value }) => value));
  const name = ({ segment }: ClvGroup): VNode =>
    segment === null ? (
      <>{w.noSegment}</>
    ) : (
      <SegmentName index={segmentOf(view, segment)?.index ?? 0} name={segmentName(view, segment)} />
    );
  return (
    <Block
      title={w.bySegment}
      sentence={w.bySegmentSentence(
        best.segment === null ? null : segmentName(view, best.segment),
        ratio(best.value, whole),
        model.options.margin === undefined ? 'none' : model.costs === null ? 'one' : 'own',
      )}
    >
      <Table
        label={w.bySegment}
        rows={rows}
        columns={[
          { header: w.segment, term: 'segment', cell: name },
          { header: w.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: w.still, term: 'p_alive', kind: 'number', cell: (row) => f.whole(row.alive) },
          { header: w.expected, kind: 'number', cell: (row) => f.whole(row.purchases) },
          { header: w.value, term: 'lifetime_value', kind: 'number', cell: (row) => money(row.value) },
          {
            header: w.shareOfValue,
            kind: 'number',
            cell: (row) => <Measure value={ratio(row.value, whole)} text={f.share(ratio(row.value, whole), 1)} />,
          },
        ]}
      />
    </Block>
  );
}

/** Who of the most valuable should have bought again. */
function Overdue({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const w = t.clv;
  const { valuable, customers, value, first } = data.overdue;
  if (valuable === 0) return null;
  if (customers === 0) return <Block title={w.overdueTitle} sentence={w.overdueNone(valuable)} />;
  const file = fileOf(view, { file: 'all-customers.csv' });
  return (
    <Block title={w.overdueTitle} sentence={w.overdueSentence(customers, valuable, value, overdueFrom)}>
      {file === undefined ? null : (
        <p class="small">
          {w.overdueFile} <FileLink file={file} t={t} />
        </p>
      )}
      <Unfold label={w.overdueFirst}>
        <Table
          label={w.overdueFirst}
          rows={first}
          columns={[
            { header: w.customer, cell: ({ customer_id: id }) => <bdi>{id}</bdi> },
            { header: w.value, kind: 'number', cell: (row) => f.exactMoney(row.value) },
            { header: w.pAlive, term: 'p_alive', kind: 'number', cell: ({ alive }) => f.share(alive) },
            { header: w.last, kind: 'number', value: ({ last }) => dayValue(last), cell: ({ last }) => f.day(last) },
            { header: w.overdue, term: 'overdue', kind: 'number', cell: ({ overdue }) => f.share(overdue) },
          ]}
        />
      </Unfold>
    </Block>
  );
}

/** Why nobody is valued. */
const reasonOf = ({ t }: View, { why, reason }: NoClv): string => t.whyNot(why ?? { code: 'unfitted', reason });

/** What customers are worth, how far that can be trusted, who holds the value, and who of them should have bought again. */
export function Clv({ view }: { view: View }): VNode | null {
  const { data } = view;
  const w = view.t.clv;
  const title = view.t.page.sections.clv;
  const model = data.clv;
  if (model === null) return null;
  if ('reason' in model) return <Section id="clv" title={title} finding={w.tooFew(reasonOf(view, model))} />;
  const { facts, options, totals } = model;
  return (
    <Section
      id="clv"
      title={title}
      finding={w.finding(
        facts.customers,
        options.horizon,
        totals.purchases,
        totals.value,
        options.margin,
        model.costs?.known ?? null,
        options.discount,
      )}
    >
      <Holdout view={view} model={model} />
      <BySegment view={view} model={model} />
      <ValueTenths words={view} spread={data.clvSpread} />
      <ValueBands words={view} spread={data.clvSpread} />
      <Alive words={view} spread={data.clvSpread} expected={totals.alive} />
      <Overdue view={view} />
      <InUse view={view} models={['clv']} />
    </Section>
  );
}
