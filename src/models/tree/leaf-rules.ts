import { show } from '../../sql/sql.ts';
import type { Language } from '../../text/messages.ts';
import { conditionsSql } from './condition.sql.ts';
import { conditionsOf } from './conditions.ts';
import type { FittedTree } from './fitted.ts';
import { sayConditions } from './sentence.ts';

/** A leaf as a rule. */
export interface LeafRule {
  /** The number of the leaf, as scores have it. */
  readonly leaf: number;
  readonly class: string;
  /** Rows that it holds for. */
  readonly rows: number;
  readonly support: number;
  /** Share of them that are of the class. */
  readonly purity: number;
  /** Share of the class that it holds for. */
  readonly coverage: number;
  /** How many times as frequent the class is here as among all. */
  readonly lift: number;
  /** As SQL, to stand behind `where` in a select from the table that was fitted: it selects the rows. */
  readonly condition: string;
  /** The same in words: `days since last purchase above 90 and orders at most 2` */
  readonly words: string;
  /** `days since last purchase above 90 and orders at most 2: 82% of 140 are Lapsed` */
  readonly sentence: string;
}

/** A node as a rule for a class. */
export function ruleFor(language: Language, fitted: FittedTree, at: number, label: string): LeafRule {
  const { nodes, classes, rows: all } = fitted;
  const { id, rows, counts } = nodes[at]!;
  const c = classes.findIndex((one) => one.class === label);
  const conditions = conditionsOf(fitted, at);
  const purity = counts[c]! / rows;
  const isNearEnd = (purity > 0 && purity < 0.01) || (purity > 0.99 && purity < 1);
  const words = sayConditions(language, conditions, fitted.row);
  return {
    ...{ leaf: id, class: label, rows, support: rows / all, purity },
    coverage: classes[c]!.rows === 0 ? 0 : counts[c]! / classes[c]!.rows,
    lift: classes[c]!.rows === 0 ? 0 : purity / (classes[c]!.rows / all),
    condition: show(conditionsSql(conditions, fitted)),
    words,
    sentence: language.t.conditions.rule(words, purity, isNearEnd ? 1 : 0, rows, label),
  };
}

/** Every leaf as a rule for its class, in the order of the tree. */
export const leafRules = (language: Language, fitted: FittedTree): LeafRule[] =>
  fitted.nodes.flatMap(({ split, class: label }, at) => (split === null ? [ruleFor(language, fitted, at, label)] : []));

/** The rules that describe a class. */
export interface ClassRules {
  readonly class: string;
  readonly rules: readonly LeafRule[];
}

/**
 * The leaves that describe each class best: those of the class, the one that holds for most of it first; of a class without a leaf the one where it is most
 * frequent against all.
 *
 * @param most rules of a class
 */
export function classRules(language: Language, fitted: FittedTree, most = 3): ClassRules[] {
  const leaves = fitted.nodes.flatMap(({ split }, at) => (split === null ? [at] : []));
  return fitted.classes.map(({ class: label }) => {
    const rules = leaves.map((at) => ruleFor(language, fitted, at, label));
    const own = rules.filter((_, i) => fitted.nodes[leaves[i]!]!.class === label);
    if (own.length > 0)
      return { class: label, rules: own.sort((a, b) => b.coverage - a.coverage || a.leaf - b.leaf).slice(0, most) };
    const nearest = rules.filter(({ purity }) => purity > 0).sort((a, b) => b.lift - a.lift || a.leaf - b.leaf);
    return { class: label, rules: nearest.slice(0, 1) };
  });
}
