import { mismatchBelow } from '../../math/sample-ratio.ts';
import { none, formatFor } from '../../text/format.ts';
import { formatParts, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import { changeOf, differenceOf, howTold, intervalOf, level, manyNote, pValue, verdictWord } from './effect-words.ts';
import type { Comparison, Experiment } from './experiment.ts';

const f = formatFor('en');

/** A warning where the arms are not as large as equals would be; null: they are. */
export const mismatchOf = ({ source, sampleRatioP: p, arms }: Experiment): string | null =>
  p >= mismatchBelow
    ? null
    : `${source}: sample ratio mismatch (p ${p < 0.0001 ? '' : '= '}${pValue(p)}): arms would hardly be ${arms.map(({ n }) => whole(n)).join(' and ')} by chance (--control-share says how they were drawn); find out who got lost before you believe a difference`;

const effectColumns = [
  { name: 'measure' },
  { name: 'arm' },
  ...['treated', 'control', 'difference', '95% interval', 'p', 'change from control', 'incremental uplift'].map(
    (name) => ({ name, right: true }),
  ),
  { name: '' },
];

function cellsOf({ kind, effect }: Comparison): string[] {
  if (effect === null) return [...new Array<string>(7).fill(none), verdictWord(null)];
  return [
    level(kind, effect.treated),
    level(kind, effect.control),
    differenceOf(kind, effect.difference),
    intervalOf(kind, effect),
    pValue(effect.p),
    changeOf(effect),
    f.number(effect.uplift, kind === 'rate' ? 0 : 2),
    verdictWord(effect),
  ];
}

/** An experiment as people read it. */
export function experimentLines(found: Experiment, style: TableStyle): string[] {
  const { source, control, arms, by, comparisons } = found;
  const n = arms.reduce((sum, arm) => sum + arm.n, 0);
  const sizes = arms.map(({ arm, n }) => `${arm} ${whole(n)}${arm === control ? ' (control)' : ''}`);
  const overall = comparisons.filter((one) => one.level === null);
  const within = comparisons.filter((one) => one.level !== null);
  const kinds = (['rate', 'mean'] as const).filter((kind) => comparisons.some((one) => one.kind === kind));
  const many = manyNote(comparisons.filter(({ effect }) => effect !== null).length);
  return [
    `${source}: ${count(n, 'row')} in ${count(arms.length, 'arm')}: ${sizes.join(', ')}`,
    ...formatParts(
      [
        {
          title: `Against ${control}`,
          columns: effectColumns,
          rows: overall.map((one) => [one.measure, one.arm, ...cellsOf(one)]),
        },
        {
          title: `By ${by ?? ''}`,
          columns: [{ name: by ?? '' }, { name: 'rows', right: true }, ...effectColumns],
          rows: within.map((one) => [
            one.level === '' ? none : one.level,
            whole(one.n[0] + one.n[1]),
            one.measure,
            one.arm,
            ...cellsOf(one),
          ]),
        },
      ],
      style,
    ),
    '',
    ...kinds.map((kind) => howTold[kind]),
    ...(many === null ? [] : [many]),
  ];
}
