import type { ClvReport } from '../../models/clv/describe.ts';
import { familyTitles } from '../../models/clv/families.ts';
import type { FittedClv } from '../../models/clv/fitted.ts';
import type { ClvPage } from '../../reports/clv/data.ts';
import { clvRules } from './clv-lines.ts';

/** A fitted lifetime value as its page shows it. */
export const clvPage = (
  fitted: FittedClv,
  { parameters, correlation, meanSpend, population }: ClvReport,
  found: Pick<ClvPage, 'spread' | 'top'>,
  frame: Pick<ClvPage, 'subject' | 'currency' | 'notes' | 'version'>,
): ClvPage => ({
  ...frame,
  ...found,
  ...{ parameters, correlation, meanSpend, population },
  model: fitted,
  family: familyTitles[fitted.purchases.family],
  rules: clvRules(fitted),
});
