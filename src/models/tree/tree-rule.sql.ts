import { listedSql } from '../../sql/listed.ts';
import type { Sql } from '../../sql/sql.ts';
import type { Language } from '../../text/messages.ts';
import type { FittedTree } from './fitted.ts';
import { classRules } from './leaf-rules.ts';

/**
 * `models.tree_rule`: the rules that describe each class best, the one that holds for most of it first. `condition` is SQL that
 * can stand behind `from features.customer where` and then selects those `customers`, `words` the same for people; `purity` is the share of the `customers` it holds for that are of the
 * class, `coverage` the share of the class that it holds for, `support` that of all. Without a tree it has no rows.
 */
export const treeRuleSql = (language: Language, fitted: FittedTree | null): Sql =>
  listedSql(
    {
      class: 'varchar',
      rank: 'integer',
      leaf: 'bigint',
      words: 'varchar',
      condition: 'varchar',
      customers: 'bigint',
      support: 'double',
      purity: 'double',
      coverage: 'double',
      lift: 'double',
    },
    (fitted === null ? [] : classRules(language, fitted)).flatMap(({ class: label, rules }) =>
      rules.map(({ leaf, rows, words, condition, support, purity, coverage, lift }, i) => ({
        ...{ class: label, rank: i + 1, leaf, words, condition, customers: rows },
        ...{ support, purity, coverage, lift },
      })),
    ),
  );
