import { languageOf, type Language } from '../../text/messages.ts';
import { judgeTable, type TableJudgement } from '../classification-table.ts';
import type { FittedTree } from './fitted.ts';
import { answerOf } from './conditions.ts';
import { classRules, leafRules, type ClassRules, type LeafRule } from './leaf-rules.ts';
import { sayCondition } from './sentence.ts';
import { inEnglish } from '../../text/remark.ts';

/** A feature by what its splits bring. */
export interface ImportanceRow {
  readonly feature: string;
  /** Sum of the improvements of its splits. */
  readonly importance: number;
  readonly share: number;
  readonly splits: number;
}

/** A class of the report, judged by the cross-validated table, or by resubstitution where there is none. */
export interface TreeClassRow {
  readonly class: string;
  readonly rows: number;
  readonly prior: number;
  readonly recall: number | null;
  readonly precision: number | null;
}

/** A node of the picture of a tree. */
export interface TreeLine {
  readonly id: number;
  readonly depth: number;
  /** What its parent asks and it answers, in words; `all` for the root. */
  readonly rule: string;
  readonly rows: number;
  readonly class: string;
  readonly counts: readonly number[];
  readonly probabilities: readonly number[];
  readonly isLeaf: boolean;
  readonly improvement: number;
}

/** A tree as a report shows it. */
export interface TreeReport {
  readonly rows: number;
  readonly leaves: number;
  readonly depth: number;
  readonly lines: readonly TreeLine[];
  /** The most important first; all that split. */
  readonly importance: readonly ImportanceRow[];
  /** By cross-validation, or by resubstitution where there is none. */
  readonly classes: readonly TreeClassRow[];
  readonly rules: readonly LeafRule[];
  readonly classRules: readonly ClassRules[];
  readonly sequence: FittedTree['sequence'];
  readonly chosen: number;
  readonly resubstitution: FittedTree['resubstitution'];
  readonly crossValidated: FittedTree['crossValidated'];
  readonly chance: FittedTree['chance'];
  /** What both tables are worth. */
  readonly judged: { readonly resubstitution: TableJudgement; readonly crossValidated: TableJudgement | null };
  readonly missing: readonly { readonly feature: string; readonly rows: number }[];
  readonly dropped: FittedTree['dropped'];
  readonly warnings: readonly string[];
}

/** Sums of the improvements of the splits, by feature (Breiman et al. 1984, 5.3, without surrogates). */
function importanceOf({ nodes, features }: FittedTree): ImportanceRow[] {
  const all = nodes.reduce((sum, { improvement }) => sum + improvement, 0);
  return features
    .map(({ feature }, i) => {
      const own = nodes.filter(({ split }) => split?.feature === i);
      const importance = own.reduce((sum, { improvement }) => sum + improvement, 0);
      return { feature, importance, share: importance / all, splits: own.length };
    })
    .filter(({ splits }) => splits > 0)
    .sort((a, b) => b.importance - a.importance);
}

function classRows({ classes, crossValidated, resubstitution }: FittedTree): TreeClassRow[] {
  const judged = judgeTable(crossValidated ?? resubstitution).classes;
  return classes.map(({ class: label, rows, prior }, c) => {
    const { recall, precision } = judged[c]!;
    return { class: label, rows, prior, recall, precision };
  });
}

function linesOf(language: Language, fitted: FittedTree): TreeLine[] {
  const lines: TreeLine[] = [];
  const visit = (at: number, depth: number, rule: string): void => {
    const { id, rows, class: label, counts, probabilities, children, improvement } = fitted.nodes[at]!;
    const isLeaf = children === null;
    lines.push({ id, depth, rule, rows, class: label, counts, probabilities, isLeaf, improvement });
    for (const child of children ?? [])
      visit(child, depth + 1, sayCondition(language, answerOf(fitted, at, child), fitted.row));
  };
  visit(0, 0, 'all');
  return lines;
}

/** The report of a fitted tree, in English. */
export function describeTree(fitted: FittedTree): TreeReport {
  const language = languageOf('en');
  const lines = linesOf(language, fitted);
  return {
    rows: fitted.rows,
    leaves: lines.filter(({ isLeaf }) => isLeaf).length,
    depth: Math.max(...lines.map(({ depth }) => depth)),
    lines,
    importance: importanceOf(fitted),
    classes: classRows(fitted),
    rules: leafRules(language, fitted),
    classRules: classRules(language, fitted),
    sequence: fitted.sequence,
    chosen: fitted.chosen,
    resubstitution: fitted.resubstitution,
    crossValidated: fitted.crossValidated,
    chance: fitted.chance,
    judged: {
      resubstitution: judgeTable(fitted.resubstitution),
      crossValidated: fitted.crossValidated && judgeTable(fitted.crossValidated),
    },
    missing: fitted.features.flatMap(({ feature, missing }) => (missing > 0 ? [{ feature, rows: missing }] : [])),
    dropped: fitted.dropped,
    warnings: inEnglish(fitted.warnings),
  };
}
