import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import type { Agreed } from './agreement.ts';
import type { Found, Night, Stage } from './night.ts';

/** All that was measured of a company of one size. */
export interface Measured {
  readonly customers: number;
  readonly lines: number;
  readonly contacts: number;
  readonly night: Night;
  /** The night after, with one order line and one contact more for every hundred. */
  readonly next: Night;
  readonly agreed: Agreed;
  /** Left out where it was not run. */
  readonly peer?: Night & { readonly found: Found };
}

const whole = (value: number): string => value.toLocaleString('en');
const seconds = (value: number): string => value.toFixed(1);
const times = (value: number): string => value.toFixed(2);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const cost = ({ seconds: clock, processor, megabytes }: Stage): string[] => [
  seconds(clock),
  seconds(processor),
  whole(Math.round(megabytes)),
];

/** The stages of one size, of both sides. */
function stagesTable({ customers, lines, contacts, night, next, peer }: Measured): string[] {
  const header = ['stage', 'seconds', 'processors', 'MB so far', 'next night: seconds'];
  const theirs = peer ? ['pandas & co.: seconds', 'processors', 'MB so far', 'times as long'] : [];
  const other = (name: string): string[] => {
    if (!peer) return [];
    const found = name === 'whole' ? peer.whole : peer.stages.find(({ stage }) => stage === name);
    const mine = name === 'whole' ? night.whole : night.stages.find(({ stage }) => stage === name)!;
    return found ? [...cost(found), times(found.seconds / mine.seconds)] : ['', '', '', ''];
  };
  const line = (stage: Stage, after: Stage): string =>
    row([stage.stage, ...cost(stage), seconds(after.seconds), ...other(stage.stage)]);
  return [
    `## ${whole(customers)} customers, ${whole(lines)} order lines, ${whole(contacts)} contacts`,
    '',
    row([...header, ...theirs]),
    row([...header, ...theirs].map((_, i) => (i === 0 ? '---' : '--:'))),
    ...night.stages.map((stage, i) => line(stage, next.stages[i]!)),
    line(night.whole, next.whole),
    '',
  ];
}

const ratios = ({ customers, lines, night, next, peer }: Measured): string => {
  const load = (of: Night): number => of.stages.find(({ stage }) => stage === 'load')!.seconds;
  return row([
    whole(customers),
    seconds(night.whole.seconds),
    peer ? seconds(peer.whole.seconds) : '',
    peer ? times(peer.whole.seconds / night.whole.seconds) : '',
    peer ? times(peer.whole.processor / night.whole.processor) : '',
    peer ? times(night.whole.megabytes / peer.whole.megabytes) : '',
    times((1e6 * night.whole.seconds) / lines),
    times(load(next) / load(night)),
    times(next.whole.seconds / night.whole.seconds),
  ]);
};

const version = (name: string): string =>
  (
    JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
      version: string;
    }
  ).version;

/** The page of `npm run bench:nightly`, in Markdown. */
export function pageOf(measured: readonly Measured[]): string {
  const [cpu] = cpus();
  const found = measured.find(({ peer }) => peer)?.peer?.found;
  const header = [
    'customers',
    'seconds',
    'pandas & co.',
    'times as fast',
    'by processors',
    'share of its memory',
    'seconds per million lines',
    'next night: load',
    'next night: whole',
  ];
  return [
    '# The nightly job against pandas, scikit-learn and SciPy',
    '',
    'Written by `npm run bench:nightly`; do not edit. Both sides are cold processes that read the same CSV files of a made-up shop: ten order lines and five contacts a customer, in',
    'two years (`bench/nightly/company.ts`). This side is `bezero run` with `bench/nightly/nightly.yaml`; the other, `bench/peer/nightly.py`, is the job as an analyst writes it. They agree on',
    'revenue, margin and profit to the cent; the inertia of the segments is at most 1.001 times that of scikit-learn at the same k, and the log-likelihoods are at least those of SciPy less 1e-4, or',
    'nothing is written here. This side also writes what the other has no name for: rejects, attribution, origins, priorities, audits, a file a segment, a report. The next night adds one order',
    'line and one contact for every hundred.',
    '',
    `Machine: ${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}. Node.js ${process.versions.node}, DuckDB ${version('@duckdb/node-api')}${
      found
        ? `; ${Object.entries(found.versions)
            .map((pair) => pair.join(' '))
            .join(', ')}`
        : ''
    }.`,
    '',
    row(header),
    row(header.map(() => '--:')),
    ...measured.map(ratios),
    '',
    ...measured.flatMap(stagesTable),
  ].join('\n');
}
