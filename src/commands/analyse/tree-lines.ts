import type { ClassificationTable } from '../../models/classification-table.ts';
import type { TreeLine, TreeReport } from '../../models/tree/describe.ts';
import { percent } from '../../text/percent.ts';
import type { RowNoun } from '../../text/en/words.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';
import { worthLines } from './worth-lines.ts';

/** What was read, what a row of it is, what is told apart, and how wide a line may be. */
export interface TreeFrame extends TableStyle {
  readonly subject: string;
  readonly rows: RowNoun;
  /** The column of the classes. */
  readonly class: string;
}

/** Before a node: the branches that it hangs on. */
function branches(lines: readonly TreeLine[], at: number): string {
  const { depth } = lines[at]!;
  if (depth === 0) return '';
  const goesOn = (level: number): boolean => {
    const next = lines.slice(at + 1).find((line) => line.depth <= level);
    return next?.depth === level;
  };
  const before = Array.from({ length: depth - 1 }, (_, i) => (goesOn(i + 1) ? '│  ' : '   ')).join('');
  return `${before}${goesOn(depth) ? '├─ ' : '└─ '}`;
}

/** The tree, a line a node: its rule, its rows, its class with its share. */
function pictureLines(report: TreeReport, classes: readonly string[], style: TreeFrame): string[] {
  const rows = report.lines.map((line, i) => {
    const c = classes.indexOf(line.class);
    return [
      `${branches(report.lines, i)}${visible(line.rule)}`,
      whole(line.rows),
      line.class,
      percent(line.counts[c]! / line.rows),
      `${line.id} ${line.isLeaf ? '*' : ' '}`,
      line.isLeaf ? '' : line.improvement.toPrecision(5),
    ];
  });
  const columns = [
    { name: 'node' },
    { name: `${style.rows}s`, right: true },
    { name: 'class' },
    { name: 'share', right: true },
    { name: 'number', right: true },
    { name: 'improvement', right: true },
  ];
  return ['', ...formatTable(columns, rows, style), '', '* a leaf; share: of the class of the node among its rows'];
}

function sequenceLines({ sequence, chosen }: TreeReport, style: TreeFrame): string[] {
  const isCrossed = 'crossError' in sequence[0]!;
  const columns = ['CP', 'splits', 'error', ...(isCrossed ? ['cross error', 'standard error'] : [])].map((name) => ({ name, right: true })); // prettier-ignore
  const rows = sequence.map((step, i) => [
    step.cp.toPrecision(4),
    whole(step.splits),
    step.relativeError.toFixed(4),
    ...('crossError' in step ? [step.crossError.toFixed(4), step.crossDeviation.toFixed(4)] : []),
    i === chosen ? 'chosen' : '',
  ]);
  return [
    '',
    style.colors.bold('Pruning: errors by that of the root'),
    ...formatTable([...columns, { name: '' }], rows, style),
  ];
}

function hitLines(title: string, table: ClassificationTable, style: TreeFrame): string[] {
  const { classes, counts, hitRatio, correct, total } = table;
  const columns = [{ name: 'actual', whole: true }, ...classes.map((name) => ({ name, right: true }))];
  const rows = classes.map((label, c) => [label, ...counts[c]!.map(whole)]);
  const head = `${title}: ${whole(correct)} of ${whole(total)} in their own class, ${percent(hitRatio)}`;
  return ['', style.colors.bold(head), ...formatTable(columns, rows, style)];
}

function classLines(report: TreeReport, style: TreeFrame): string[] {
  const { classes } = report;
  const orNone = (share: number | null): string | null => (share === null ? null : percent(share));
  const columns = [{ name: 'class', whole: true }, ...[`${style.rows}s`, 'prior', 'recall', 'precision'].map((name) => ({ name, right: true }))]; // prettier-ignore
  const rows = classes.map((one) => [one.class, whole(one.rows), percent(one.prior), orNone(one.recall), orNone(one.precision)]); // prettier-ignore
  return ['', ...formatTable(columns, rows, style), ...worthLines(report.judged)];
}

function importanceLines({ importance }: TreeReport, style: TreeFrame): string[] {
  if (importance.length === 0) return [];
  const columns = [{ name: 'feature' }, ...['importance', 'share', 'splits'].map((name) => ({ name, right: true }))];
  const rows = importance.map((one) => [one.feature, one.importance.toPrecision(5), percent(one.share), whole(one.splits)]); // prettier-ignore
  return [
    '',
    style.colors.bold('Importance: what the splits by a feature improve'),
    ...formatTable(columns, rows, style),
  ];
}

/** What should be known of a tree besides its figures. */
export const treeNotes = ({ dropped, missing, warnings }: TreeReport, row: RowNoun): string[] => [
  ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the tree does without it`),
  ...missing.map(
    ({ feature, rows }) => `${feature} is missing in ${count(rows, row)}; at each split they go where it is better`,
  ),
  ...warnings,
];

/** A fitted tree as lines for people: picture, pruning, importance, hits, rules, notes. */
export function treeLines(report: TreeReport, frame: TreeFrame): string[] {
  const { resubstitution, crossValidated } = report;
  const classes = resubstitution.classes;
  const paint = frame.colors.bold;
  return [
    paint(
      `${visible(frame.subject)}: ${visible(frame.class)} of ${count(report.rows, frame.rows)} by a tree of ${count(report.leaves, 'leaf', 'leaves')}`,
    ),
    ...pictureLines(report, classes, frame),
    ...sequenceLines(report, frame),
    ...importanceLines(report, frame),
    ...hitLines('Resubstitution', resubstitution, frame),
    ...(crossValidated === null
      ? []
      : hitLines(`Cross-validation, ${crossValidated.folds} parts`, crossValidated, frame)),
    ...classLines(report, frame),
    '',
    paint('Rules'),
    ...report.rules.map(({ leaf, sentence }) => visible(`${leaf}: ${sentence}`)),
    ...treeNotes(report, frame.rows).map((line, i) => `${i === 0 ? '\n' : ''}note: ${visible(line)}`),
  ].flatMap((line) => line.split('\n'));
}
