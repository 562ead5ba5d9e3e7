import { legend, mustBeZero, partNames, partsOf, promises, whySilent, type Promised } from './promises.ts';
import type { Kept } from './figures.ts';

/** What the last runs measured, by test: `docs/promises.json`. */
export type Measured = Readonly<Record<string, Kept & { readonly day: string; readonly machine: string }>>;

const notMeasured = 'not measured yet';

const counted = (what: string, count: number | string): string =>
  `${what} ${typeof count === 'number' ? count.toLocaleString('en') : count}`;

/** The figures of a test in words, what adds up to another one behind it. */
function inWords(name: string, figures: Kept['figures']): string {
  const { whole, parts } = partsOf[name] ?? { whole: '', parts: [] };
  return Object.entries(figures)
    .filter(([what]) => !parts.includes(what))
    .map(([what, count]) => {
      const of = parts.flatMap((part) => (part in figures ? [counted(part, figures[part]!)] : []));
      return what === whole ? `${counted(what, count)}: ${of.join(', ')};` : `${counted(what, count)},`;
    })
    .join(' ')
    .slice(0, -1);
}

const told = (name: string, kept: Measured[string] | undefined): string =>
  kept === undefined ? notMeasured : `${inWords(name, kept.figures)}${kept.level === 'full' ? '' : ' (in short)'}`;

const isBroken = (name: string, { figures }: Kept): boolean =>
  name !== 'kill-control' && mustBeZero.some((what) => (figures[what] ?? 0) !== 0);

/** Whether what was measured holds a promise, and how much of what is asked for was tried. */
export function verdictOf({ tests }: Promised, all: Measured): string {
  const names = [...new Set(tests.flatMap(({ figures = [] }) => figures))];
  if (names.length === 0) return 'held, as its tests pass';
  const known = names.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  const broken = known.filter(([name, kept]) => isBroken(name, kept)).map(([name]) => name);
  if (broken.length > 0) return `not held: ${broken.join(', ')}`;
  if (known.length === 0)
    return tests.every(({ figures }) => figures) ? notMeasured : `${notMeasured}, but for what passes or fails`;
  const short = known.filter(([, { level }]) => level !== 'full').length;
  const lacking = names.length - known.length;
  if (short === 0 && lacking === 0) return 'held, in all that is asked for';
  const rest = [
    ...(short > 0 ? [`${short} of ${names.length} ${short === 1 ? 'is' : 'are'} measured in short only`] : []),
    ...(lacking > 0 ? [`${lacking} of ${names.length} ${lacking === 1 ? 'is' : 'are'} not measured yet`] : []),
  ];
  return `held as far as was tried: ${rest.join(', ')}`;
}

/** Days, seeds and machines of the figures. */
const circumstances = (measured: Measured): string =>
  [...new Set(Object.values(measured).map(({ day, seed, machine }) => `${day}, seed ${seed}; ${machine}`))]
    .sort()
    .join(' · ');

const section = ({ id, promise, tests, open }: Promised, all: Measured): string[] => [
  `## ${id}`,
  '',
  promise,
  '',
  `**${verdictOf({ id, promise, tests }, all)}**`.replace(/^\*\*(.)/, (_, first: string) => `**${first.toUpperCase()}`),
  '',
  '| test | what it tries | what is asked for | figures of the last run |',
  '| --- | --- | --- | --- |',
  ...tests.flatMap(({ file, tries, asks = 'that it passes', figures = [] }) =>
    (figures.length === 0 ? [null] : figures).map((name) => {
      const part = name !== null && figures.length > 1 ? `: ${partNames[name]!}` : '';
      return `| \`${file}\` | ${tries}${part} | ${asks} | ${name === null ? 'passes or fails' : told(name, all[name])} |`;
    }),
  ),
  '',
  ...(open === undefined ? [] : [`Left open: ${open}`, '']),
];

function silent(all: Measured): string[] {
  const kinds = Object.entries(all['polluted-silent']?.figures ?? {});
  const reason = (kind: string): string => whySilent.find(([pattern]) => pattern.test(kind))?.[1] ?? '';
  return [
    '## Polluted files that are read as they stand',
    '',
    'Of a polluted file, everything is read as it was meant (exact), or what is not is rejected (flagged), or the file is refused. These are none of the three: another reader finds the same cells in them, and nothing in them tells what was meant. None is bent: no cell is loaded that the file does not hold.',
    '',
    '| what was done | files | why nothing tells |',
    '| --- | ---: | --- |',
    ...(kinds.length === 0 ? ['| none so far | 0 | |'] : []),
    ...kinds.map(([kind, files]) => `| ${kind} | ${files} | ${reason(kind)} |`),
    '',
  ];
}

/** The page of promises: made of the figures alone. */
export const renderPromises = (measured: Measured): string =>
  [
    '# Promises',
    '',
    'What whoever runs bezero unattended can rely on, the tests that hold it, and what they counted. This page is written by `npm run test:faults`; a test compares it with the figures.',
    '',
    `Measured: ${circumstances(measured)}. “In short” is what the continuous integration tries.`,
    '',
    'The tests run nights of a shop of 200 customers: the third night is disturbed, and compared byte by byte with an undisturbed one. `npm test` tries a few points of each kind, the continuous integration 40 kills and every 40th file operation and statement. `npm run test:faults -- --seed N` makes another choice; `--only kill` tries one file.',
    '',
    '## The words of the figures',
    '',
    ...legend.map(([word, meaning]) => `- **${word}**: ${meaning}.`),
    '',
    ...promises.flatMap((promise) => section(promise, measured)),
    ...silent(measured),
  ].join('\n');
