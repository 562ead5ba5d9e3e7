import type { TableJudgement } from '../../models/classification-table.ts';
import { percent } from '../../text/percent.ts';
import { fixed, pValue } from './discriminant/figures.ts';

/** What classification tables are worth beside guessing: of rows held out where there are such, else of those fitted. */
export function worthLines(judged: {
  readonly resubstitution: TableJudgement;
  readonly crossValidated: TableJudgement | null;
}): string[] {
  const { resubstitution, crossValidated } = judged;
  const { maximumChance, proportionalChance, pressQ } = crossValidated ?? resubstitution;
  const held = crossValidated === null ? '' : `, ${percent(crossValidated.hitRatio)} of those held out`;
  return [
    '',
    `right: ${percent(resubstitution.hitRatio)} of those fitted${held}; ` +
      `everyone in the largest class ${percent(maximumChance)}, at random by size ${percent(proportionalChance)}`,
    `Press's Q of those ${crossValidated === null ? 'fitted, which flatters,' : 'held out'} ${fixed(pressQ.chiSquare)}, df 1, p ${pValue(pressQ.p)}`,
  ];
}
