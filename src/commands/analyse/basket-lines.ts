import type { FittedBasket } from '../../models/basket/fitted.ts';
import type { BasketRule } from '../../models/basket/read-rules.ts';
import { formatFor, none } from '../../text/format.ts';
import { formatTable, visible, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';

/** What was read, and how wide a line may be. */
export interface BasketFrame extends TableStyle {
  readonly source: string;
}

const f = formatFor('en');

const infinite = '∞';

/** Which baskets, of how many goods. */
function subjectLine({ level, counts, items }: FittedBasket, source: string): string {
  const { baskets, meanItems } = counts[level];
  const mean = meanItems === null ? '' : `, ${f.number(meanItems, 1)} on the mean`;
  return `${visible(source)}: ${count(baskets, level)} of ${count(items, 'good')}${mean}`;
}

const setsLine = ({ least, level, itemsets }: FittedBasket): string =>
  `sets of goods in ${count(least, level)} or more: ${itemsets.length === 0 ? 'none' : itemsets.map((n, i) => `${whole(n)} of ${i + 1}`).join(', ')}`;

function rulesLine({ rules, redundant, significant, told, options }: FittedBasket): string {
  const found = `${count(rules, 'rule')} with a confidence of ${f.number(options.confidence, 4)} or more`;
  return `${found}; ${whole(redundant)} hold no better than a shorter one, ${whole(significant)} of the others hold better beyond chance, among ${count(told, 'set')} of goods`;
}

/** What the rules below are. */
function shownLine({ rules, redundant, told }: FittedBasket, shown: number): string {
  const others = rules - redundant;
  const [what, all] =
    told > 0 ? ['beyond chance, the surest of each set of goods', told] : ['not beyond chance', others];
  return `Rules ${what}, by lift${shown < all ? `: the first ${shown} of ${whole(all)}` : ''}`;
}

const columns = [
  { name: 'who buys' },
  { name: 'also buys' },
  ...['n', 'support', 'confidence', 'lift', 'leverage', 'conviction', 'χ²', 'p', 'adjusted p'].map((name) => ({
    name,
    right: true,
  })),
];

const cells = (rule: BasketRule): string[] => [
  rule.left_items.join(' + '),
  rule.right_item,
  whole(rule.baskets),
  f.fixed(rule.support, 5),
  f.fixed(rule.confidence, 4),
  f.fixed(rule.lift, 3),
  f.fixed(rule.leverage, 5),
  rule.conviction === null ? infinite : f.fixed(rule.conviction, 3),
  f.fixed(rule.chi_square, 1),
  f.significant(rule.p_value),
  f.significant(rule.adjusted_p),
];

/** How pairs of goods stand to each other. */
function pairsLine({ pairs, counts }: FittedBasket): string[] {
  if (pairs === null) return [];
  const substitutes =
    counts.customer.baskets === 0 ? none : `${whole(pairs.substitutes)} pairs stand in for one another`;
  const together = `${count(pairs.complements, 'pair')} of goods go together beyond chance, in ${count(pairs.groups, 'group')}`;
  return [substitutes === none ? together : `${together}; ${substitutes}`];
}

/** Baskets, sets and rules as lines of text. */
export function basketLines(fitted: FittedBasket, rules: readonly BasketRule[], style: BasketFrame): string[] {
  const { bold } = style.colors;
  return [
    subjectLine(fitted, style.source),
    setsLine(fitted),
    rulesLine(fitted),
    ...pairsLine(fitted),
    ...(rules.length === 0
      ? []
      : ['', bold(shownLine(fitted, rules.length)), ...formatTable(columns, rules.map(cells), style)]),
  ];
}
