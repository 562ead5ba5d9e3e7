import { lanesOf } from '../../src/pipeline/lanes.ts';
import type { Night, Stage } from './night.ts';

/** What is kept of a company of one size. */
export interface Measured {
  readonly customers: number;
  readonly lines: number;
  readonly contacts: number;
  readonly night: Night;
  /** The night after, with one order line and one contact more for every hundred. */
  readonly next: { readonly stages: readonly Lasted[]; readonly whole: Lasted };
  /** Left out where it was not run. */
  readonly peer?: Night;
}

type Lasted = Pick<Stage, 'stage' | 'seconds'>;

/** All that was measured: `docs/benchmarks.json`. */
export interface Benchmarks {
  readonly day: string;
  readonly machine: string;
  readonly sizes: readonly Measured[];
}

/** Shorter stages tell no ratio: it would be one of noise. */
const leastSeconds = 0.5;

const whole = (value: number): string => value.toLocaleString('en');
const seconds = (value: number): string => value.toFixed(1);
const times = (value: number): string => value.toFixed(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Two numbers of seconds as a ratio; a dash where both are too short to tell. */
const ratio = (dividend: number, divisor: number): string =>
  Math.max(dividend, divisor) < leastSeconds ? '–' : times(dividend / divisor);

const tableOf = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isText: (i: number) => boolean = (i) => i === 0,
) => [row(header), row(header.map((_, i) => (isText(i) ? '---' : '--:'))), ...rows.map(row), ''];

const cost = ({ seconds: clock, processor, megabytes }: Stage): string[] => [
  seconds(clock),
  seconds(processor),
  whole(Math.round(megabytes)),
];

const columnsOf = (who: string): string[] => ['seconds', 'processor seconds', 'MB so far'].map((of) => `${who}: ${of}`);

/** The stages of one size, of both sides. */
function stagesTable({ customers, lines, contacts, night, next, peer }: Measured): string[] {
  const header = [
    ...['stage', ...columnsOf('bezero'), 'bezero, next night: seconds'],
    ...(peer ? [...columnsOf('pandas & co.'), 'bezero is times as fast'] : []),
  ];
  const line = (mine: Stage, after: Lasted, theirs: Stage | undefined): string[] => [
    ...[mine.stage, ...cost(mine), seconds(after.seconds)],
    ...(theirs ? [...cost(theirs), ratio(theirs.seconds, mine.seconds)] : peer ? ['', '', '', ''] : []),
  ];
  return [
    `## ${whole(customers)} customers, ${whole(lines)} order lines, ${whole(contacts)} contacts`,
    '',
    ...tableOf(header, [
      ...night.stages.map((stage, i) =>
        line(
          stage,
          next.stages[i]!,
          peer?.stages.find((other) => other.stage === stage.stage),
        ),
      ),
      line(night.whole, next.whole, peer?.whole),
    ]),
    ...(lanesOf(2, customers + lines + contacts) > 1
      ? [
          'Steps of several stages ran at the same time here: what passes between two lines that a run says is counted to the stage of the line that ends it.',
        ]
      : []),
    '“MB so far” is the most memory that the process had held by the end of the stage. The stages stand in the order of pandas & co.; bezero ends them in another.',
    ...(peer ? [`A dash: both sides took less than ${leastSeconds} seconds.`] : []),
    '',
  ];
}

const loadOf = ({ stages }: { readonly stages: readonly Lasted[] }): number =>
  stages.find(({ stage }) => stage === 'load')!.seconds;

const summary = ({ customers, lines, night, next, peer }: Measured): string[] => [
  whole(customers),
  seconds(night.whole.seconds),
  peer ? seconds(peer.whole.seconds) : '',
  peer ? times(peer.whole.seconds / night.whole.seconds) : '',
  peer ? times(peer.whole.processor / night.whole.processor) : '',
  peer ? times(night.whole.megabytes / peer.whole.megabytes) : '',
  times((1e6 * night.whole.seconds) / lines),
  times(loadOf(next) / loadOf(night)),
  times(next.whole.seconds / night.whole.seconds),
];

/** Who is faster at a size, in words. */
function verdictOf({ customers, night, peer }: Measured): string {
  const mine = `bezero takes ${seconds(night.whole.seconds)} s`;
  if (!peer) return `- ${whole(customers)} customers: ${mine}; pandas & co. were not run.`;
  const fast = peer.whole.seconds / night.whole.seconds;
  const [told, by] = fast >= 1 ? ['faster', fast] : ['slower', 1 / fast];
  const memory = times(night.whole.megabytes / peer.whole.megabytes);
  return `- ${whole(customers)} customers: bezero is **${told}**: ${mine}, pandas & co. ${seconds(peer.whole.seconds)} s (${times(by)} times ${fast >= 1 ? 'as fast' : 'as long'}), with ${memory} of their memory.`;
}

/** The aims beside what the largest size shows that both sides ran. */
function aimsTable(sizes: readonly Measured[]): string[] {
  const largest = sizes.findLast(({ peer }) => peer);
  if (!largest?.peer) return [];
  const { customers, night, next, peer } = largest;
  const aim = (what: string, found: number, isMet: boolean): string[] => [
    what,
    times(found),
    isMet ? 'met' : 'not met',
  ];
  const fast = peer.whole.seconds / night.whole.seconds;
  const memory = night.whole.megabytes / peer.whole.megabytes;
  const load = loadOf(next) / loadOf(night);
  const again = next.whole.seconds / night.whole.seconds;
  const twice = sizes.find((size) => size.customers === 2 * customers);
  const growth = twice && twice.night.whole.seconds / night.whole.seconds;
  return tableOf(
    ['aim', `at ${whole(customers)} customers`, ''],
    [
      aim('8 times as fast as pandas & co.', fast, fast >= 8),
      aim('at most half of their memory', memory, memory <= 1 / 2),
      aim('the load of the next night at most 1/20 (0.05) of that of the first', load, load <= 1 / 20),
      aim('the whole of the next night at most 1/3 (0.33) of the first', again, again <= 1 / 3),
      ...(growth ? [aim('twice the lines in 1.7 to 2.3 times the time', growth, growth >= 1.7 && growth <= 2.3)] : []),
    ],
    (i) => i !== 1,
  );
}

/** The page of `npm run bench:nightly`, in Markdown: made of the figures alone. */
export const pageOf = ({ day, machine, sizes }: Benchmarks): string =>
  [
    '# The nightly job against pandas, scikit-learn and SciPy',
    '',
    'Written by `npm run bench:nightly` from `docs/benchmarks.json`; do not edit. Both sides are cold processes that read the same CSV files of a made-up shop: ten order lines and five contacts a customer, in',
    'two years (`bench/nightly/company.ts`). This side is `bezero run` with `bench/nightly/nightly.yaml`; the other, “pandas & co.” (`bench/peer/nightly.py`), is the job as an analyst writes it. They agree on',
    'revenue, margin and profit to the cent; the inertia of the segments is at most 1.001 times that of scikit-learn at the same k, and the log-likelihoods are at least those of SciPy less 1e-4, or',
    'nothing is written here. This side also writes what the other has no name for: rejects, attribution, origins, priorities, audits, a file a segment, a report. The next night adds one order',
    'line and one contact for every hundred.',
    '',
    `Measured on ${day}. Machine: ${machine}.`,
    '',
    '## Who is faster',
    '',
    ...sizes.map(verdictOf),
    '',
    ...aimsTable(sizes),
    ...tableOf(
      [
        ...['customers', 'bezero: seconds', 'pandas & co.: seconds', 'bezero is times as fast'],
        ...['times as fast by processor seconds', 'memory: bezero / pandas & co.', 'bezero: seconds per million lines'],
        ...['load: next night / first', 'whole: next night / first'],
      ],
      sizes.map(summary),
      () => false,
    ),
    '“Times as fast” is the seconds of pandas & co. divided by those of bezero: above 1 bezero is faster, below 1 slower. “By processor seconds” divides the time that the processors worked, all',
    'together, instead of the time that passed: it does not count that one side uses two cores at once.',
    '',
    ...sizes.flatMap(stagesTable),
  ].join('\n');
