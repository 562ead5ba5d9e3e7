import type { Format } from '../../format.ts';
import { figure, named, phrase, type Phrase } from '../../phrase.ts';
import { nouns, type RowNoun } from '../words.ts';

/** The page of one classification tree. */
export const tree = (f: Format) => ({
  documentTitle: (subject: string): string => `${subject}: classification tree`,
  headline: (rows: number, noun: RowNoun, leaves: number): string =>
    `${f.count(rows, nouns[noun])} in ${f.count(leaves, { one: 'leaf', other: 'leaves' })}`,
  eyebrow: (subject: string, label: string, asOf: string | null): Phrase =>
    asOf === null
      ? phrase`${named(subject)} · classification tree of ${named(label)}`
      : phrase`${named(subject)} · classification tree of ${named(label)} · as of ${f.day(asOf)}`,
  skip: 'Skip to the tree',
  glance: 'At a glance',
  hitRatio: 'In their own class',
  hitNote: (folds: number | null): string =>
    folds === null
      ? 'of the rows that the tree was made from: it flatters'
      : `by trees that do not know them, ${folds} parts`,
  maximum: 'All in the largest class',
  proportional: 'At random by size',
  leaves: 'Leaves',
  notes: 'What to know',
  tree: 'The tree',
  finding: (feature: string | null, share: number): Phrase =>
    feature === null
      ? phrase`No split is worth its complexity.`
      : phrase`Most is told by ${named(feature)}, with ${figure(f.share(share))} of what all splits improve.`,
  picture: 'The tree as a picture',
  pictureLabel: (leaves: number): string =>
    `Classification tree with ${f.count(leaves, { one: 'leaf', other: 'leaves' })}; its rules stand in the table below`,
  tooLarge: 'The tree is too large for a picture; its rules stand below.',
  node: (rows: number, label: string, share: number): string => `${label} ${f.share(share)} of ${f.whole(rows)}`,
  rules: 'Rules',
  rule: 'Rule',
  class: 'Class',
  rows: { row: 'Rows', customer: 'Customers' } as Readonly<Record<RowNoun, string>>,
  purity: 'Purity',
  coverage: 'Of the class',
  lift: 'Lift',
  leaf: 'Leaf',
  condition: 'As SQL',
  importance: 'Importance',
  importanceSentence: phrase`What the splits by a feature improve, as a share of all splits.`,
  feature: 'Feature',
  share: 'Share',
  splits: 'Splits',
  hits: 'Who is put where',
  resubstitution: 'Resubstitution',
  crossValidation: 'Cross-validation',
  hitsSentence: (correct: number, total: number, share: number): Phrase =>
    phrase`${figure(f.whole(correct))} of ${f.whole(total)} are put into their own class: ${figure(f.share(share, 1))}. Rows: what they are; columns: what they are taken for.`,
  recall: 'Recall',
  precision: 'Precision',
  prior: 'Prior',
  pruning: 'Pruning',
  pruningSentence: phrase`Each row is the best tree from its complexity up; errors by that of the root alone.`,
  complexity: 'Complexity',
  error: 'Error',
  crossError: 'Error in cross-validation',
  deviation: 'Standard error',
  chosen: 'chosen',
  terms: 'Terms',
  definitions: [
    ['leaf', 'Leaf', 'A group at the end of the tree: the rows for which all rules on the way to it hold.'],
    ['purity', 'Purity', 'Share of the rows of a leaf that are of its class.'],
    ['coverage', 'Of the class', 'Share of all rows of the class that lie in the leaf.'],
    ['rule_lift', 'Lift of a rule', 'How many times as frequent the class is in the leaf as among all.'],
    ['recall', 'Recall', 'Share of the rows of a class that are put into it.'],
    ['precision', 'Precision', 'Share of the rows put into a class that belong there.'],
    [
      'complexity',
      'Complexity',
      'What a further split must take off the error, as a share of the error of the root, to be kept.',
    ],
    [
      'cross-validation',
      'Cross-validation',
      'The rows are divided into parts; each part is put into classes by a tree that was grown without it.',
    ],
  ] as const,
  footer: (version: string): Phrase =>
    phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
});
