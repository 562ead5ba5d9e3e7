import { promises, whySilent, type Promised } from './promises.ts';
import type { Kept } from './figures.ts';

/** What the last runs measured, by test: `docs/promises.json`. */
export type Measured = Readonly<Record<string, Kept & { readonly day: string; readonly machine: string }>>;

const told = (kept: Measured[string] | undefined): string =>
  kept === undefined
    ? 'not measured yet'
    : `${Object.entries(kept.figures)
        .map(([what, count]) => `${what} ${typeof count === 'number' ? count.toLocaleString('en') : count}`)
        .join(', ')}${kept.level === 'full' ? '' : ' (in short)'}`;

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
  ...(tests.length === 0 ? [] : ['| test | what it tries | figures of the last run |', '| --- | --- | --- |']),
  ...tests.flatMap(({ file, tries, figures = [] }) =>
    (figures.length === 0 ? [null] : figures).map((name, i) => {
      const part = name?.startsWith('damage-') ? `${name.slice('damage-'.length).replaceAll('-', ' ')}: ` : '';
      const [of, what] = i === 0 ? [`\`${file}\``, tries] : ['', ''];
      return `| ${of} | ${what} | ${name === null ? 'passes or fails' : part + told(all[name])} |`;
    }),
  ),
  ...(tests.length === 0 ? [] : ['']),
  ...(open === undefined ? [] : [`Not held: ${open}`, '']),
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
    'The tests run nights of a shop of 200 customers: the third night is disturbed, and compared byte by byte with an undisturbed one. `npm test` tries a few points of each kind, the continuous integration 40 kills and every 24th file operation. `npm run test:faults -- --seed N` makes another choice; `--only kill` tries one file.',
    '',
    ...promises.flatMap((promise) => section(promise, measured)),
    ...silent(measured),
  ].join('\n');
