import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { phrase, type Phrase } from '../../text/phrase.ts';
import { binsPlot } from '../charts/columns.ts';
import { Chart } from '../parts/chart.tsx';
import { Block } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import type { Words } from '../view.ts';
import type { ClvPage, PageBand, PageParameter } from './data.ts';

interface ModelsProps {
  readonly words: Words;
  readonly page: ClvPage;
}

/** Customers by bands of a figure, as the model has them. */
function Bands({
  words: { t, f },
  bands,
  title,
  sentence,
  label,
  write,
}: {
  readonly words: Words;
  readonly bands: readonly PageBand[];
  readonly title: string;
  readonly sentence: Phrase;
  readonly label: string;
  readonly write: (value: number) => string;
}): VNode {
  const w = t.clv;
  return (
    <Chart
      title={title}
      sentence={sentence}
      plot={(size) =>
        binsPlot(
          bands.map(({ from, to, share }) => ({ from, to, value: share })),
          { x: label, y: w.shareOfCustomers, write: (value) => f.share(value), writeX: write },
          size,
        )
      }
      tableLabel={w.figures}
    >
      <Table
        label={title}
        from="models.fitted"
        rows={bands}
        columns={[
          { header: label, cell: ({ from, to }) => w.band(write(from), to === null ? null : write(to)) },
          { header: w.shareOfCustomers, kind: 'number', cell: ({ share }) => f.share(share, 1) },
        ]}
      />
    </Chart>
  );
}

/** The band that holds the most customers. */
const fullest = (bands: readonly PageBand[]): PageBand =>
  bands.reduce((most, band) => (band.share > most.share ? band : most));

/** How customers differ in how often they buy and how readily they stop. */
export function Differences({ words, page: { population } }: ModelsProps): VNode {
  const { t, f } = words;
  const w = t.clv;
  const { pace, stop } = population;
  const paced = (value: number): string => f.number(value, 3);
  const likely = (value: number): string => f.share(value);
  const bandOf = ({ from, to }: PageBand, write: (value: number) => string): string =>
    w.band(write(from), to === null ? null : write(to));
  const usual = fullest(pace.bands);
  const usualStop = stop === null ? null : fullest(stop.bands);
  return (
    <>
      <Bands
        words={words}
        bands={pace.bands}
        title={w.paces}
        sentence={w.pacesSentence(pace.mean, bandOf(usual, paced), usual.share)}
        label={w.pace}
        write={paced}
      />
      {stop === null || usualStop === null ? (
        <Block title={w.stops} sentence={w.nobodyStops} />
      ) : (
        <Bands
          words={words}
          bands={stop.bands}
          title={w.stops}
          sentence={w.stopsSentence(stop.mean, stop.per, bandOf(usualStop, likely), usualStop.share)}
          label={w.stop[stop.per]}
          write={likely}
        />
      )}
    </>
  );
}

/** The parameters, what they say, and how well they are known. */
export function Parameters({ words: { t, f }, page }: ModelsProps): VNode {
  const w = t.clv;
  const number = (header: string, of: (row: PageParameter) => number | null): TableColumn<PageParameter> => ({
    header,
    kind: 'number',
    cell: (row) => {
      const value = of(row);
      return value === null ? none : f.fixed(value, 4);
    },
  });
  const correlation = page.correlation === null ? phrase`` : phrase` ${w.correlation(page.correlation)}`;
  return (
    <Block title={w.parameters} sentence={[...w.parametersSentence(page.model.options.unit), ...correlation]}>
      <Table
        label={w.parameters}
        from="models.fitted"
        rows={page.parameters}
        columns={[
          {
            header: w.parameter,
            cell: ({ model, parameter }) => (
              <>
                {w.parameterNames[parameter] ?? parameter}
                <small>{model}</small>
              </>
            ),
          },
          number(w.estimate, ({ value }) => value),
          number(w.standardError, ({ standardError }) => standardError),
          number(w.from, ({ low }) => low),
          number(w.to, ({ high }) => high),
          { header: w.meaning, cell: ({ parameter }) => <div class="prose">{w.meanings[parameter] ?? none}</div> },
        ]}
      />
      <ul class="points small">
        {page.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </Block>
  );
}
