import type { VNode } from 'preact';
import type { TermId } from '../../../text/messages.ts';
import { criteriaPlot, type CriterionRow } from '../../charts/criteria.ts';
import { leastJaccard, ruledK, type JudgedK, type KChoice } from '../../data/choice.ts';
import { Chart } from '../../parts/chart.tsx';
import { Rich } from '../../parts/rich.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import type { RowNoun } from '../../../text/en/words.ts';
import type { Words } from '../../view.ts';

/** A criterion: its value, how people read it, and the decimals that it is written with. */
interface Criterion {
  readonly key: keyof Words['t']['choice']['columns'];
  readonly term: TermId;
  readonly of: (judged: JudgedK) => number | null;
  readonly up: boolean;
  readonly digits: number;
}

const criteria: readonly Criterion[] = [
  { key: 'silhouette', term: 'silhouette', of: (one) => one.silhouette, up: true, digits: 3 },
  { key: 'rand', term: 'adjusted_rand', of: (one) => one.rand, up: true, digits: 2 },
  { key: 'jaccard', term: 'jaccard', of: leastJaccard, up: true, digits: 2 },
  { key: 'calinskiHarabasz', term: 'calinski_harabasz', of: (one) => one.calinskiHarabasz, up: true, digits: 1 },
  { key: 'daviesBouldin', term: 'davies_bouldin', of: (one) => one.daviesBouldin, up: false, digits: 3 },
  { key: 'gap', term: 'gap', of: (one) => one.gap, up: true, digits: 3 },
];

function rowsOf({ t, f }: Words, choice: KChoice): CriterionRow[] {
  const rows = criteria.map(({ key, of, up, digits }): CriterionRow => ({
    key,
    label: t.choice.criteria[key],
    up,
    write: (value) => f.fixed(value, digits),
    points: choice.criteria.flatMap((judged) => {
      const value = of(judged);
      const error = key === 'gap' ? (judged.gapError ?? 0) : 0;
      return value === null ? [] : [{ k: judged.k, value, error, admissible: judged.admissible }];
    }),
  }));
  return rows.filter(({ points }) => points.length > 0);
}

function verdictOf({ t }: Words, { largeEnough, stable, admissible }: JudgedK): string {
  if (admissible) return t.choice.admissible;
  if (!largeEnough && !stable) return t.choice.both;
  return largeEnough ? t.choice.unstable : t.choice.small;
}

/** Every k that was tried, with all that is known of it; the chosen one stands out. */
function ChoiceTable({ words, choice }: ChoiceProps): VNode {
  const { t, f } = words;
  return (
    <Table
      label={t.choice.title(choice.chosen)}
      from="models.fitted"
      rows={choice.criteria}
      emphasis={({ k }) => k === choice.chosen}
      columns={[
        { header: t.choice.k, cell: ({ k }) => f.whole(k) },
        ...criteria.map(({ key, term, of, digits }): TableColumn<JudgedK> => ({
          header: t.choice.columns[key],
          term,
          kind: 'number',
          cell: (judged) => {
            const value = of(judged);
            if (value === null) return t.page.none;
            return key === 'gap' ? t.choice.gap(value, judged.gapError ?? 0) : f.fixed(value, digits);
          },
        })),
        {
          header: t.choice.smallest,
          term: 'smallest_share',
          kind: 'number',
          cell: ({ smallestShare }) => f.share(smallestShare, 1),
        },
        {
          header: t.choice.verdict,
          cell: (judged) => (
            <>
              {verdictOf(words, judged)}
              {judged.k === choice.chosen ? <small>{t.choice.chosen}</small> : null}
            </>
          ),
        },
      ]}
    />
  );
}

interface ChoiceProps {
  readonly words: Words;
  readonly choice: KChoice;
  /** What was told apart. */
  readonly noun?: RowNoun;
}

/** How the number of segments was chosen: the criteria over k, the rule, the table of every k; needs no warehouse. */
export function Choice({ words, choice, noun = 'customer' }: ChoiceProps): VNode | null {
  const { t } = words;
  const chosen = choice.criteria.find(({ k }) => k === choice.chosen);
  const ruled = ruledK(choice);
  if (chosen === undefined || ruled === undefined) return null;
  const sentence = t.choice.sentence({
    from: choice.from,
    to: choice.to,
    chosen: chosen.k,
    silhouette: chosen.silhouette,
    ruled: ruled.k,
    pool: choice.criteria.filter(({ admissible }) => admissible).length,
    among: ruled.admissible ? 'admissible' : ruled.largeEnough ? 'large' : 'all',
    smallest: choice.smallestShare,
    noun,
  });
  const { legend } = t.choice;
  const contest = choice.contest ? t.choice.contest(chosen.k, ruled.k, choice.contest) : null;
  return (
    <Chart
      title={t.choice.title(chosen.k)}
      sentence={sentence}
      points={contest === null ? [] : [contest]}
      legend={[
        { mark: 'gain', text: legend.admissible },
        { mark: 'hollow', text: legend.not },
        { mark: 'bar gain pale', text: legend.chosen },
      ]}
      plot={(size) => criteriaPlot(rowsOf(words, choice), choice.chosen, t.choice.axis, size)}
      tableLabel={t.page.figures}
    >
      <ChoiceTable words={words} choice={choice} />
      {[t.choice.sample(choice.sample, noun), t.choice.rule(choice.rule)].map((note) => (
        <p class="small soft">
          <Rich text={note} />
        </p>
      ))}
    </Chart>
  );
}
