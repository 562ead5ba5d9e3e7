import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { audiences } from './audiences.ts';
import { campaigns } from './campaigns.ts';
import { choice } from './choice.ts';
import { clv } from './clv.ts';
import { cohorts } from './cohorts.ts';
import { conditions } from './conditions.ts';
import { discriminant } from './discriminant.ts';
import { effects } from './effects.ts';
import { history } from './history.ts';
import { mail } from './mail.ts';
import { naming } from './naming.ts';
import { overview } from './overview.ts';
import { page } from './page.ts';
import { profit } from './profit.ts';
import { quality } from './quality.ts';
import { repurchase } from './repurchase.ts';
import { rfm } from './rfm.ts';
import { segments } from './segments.ts';
import { spread } from './spread.ts';
import { status } from './status.ts';
import { terms } from './terms.ts';
import { columnMeanings, workbook } from './workbook.ts';
import { account, features, nouns, reasons, worth } from './words.ts';

/** All that a release says, in Hebrew. */
export const hebrew = (format: Format): Messages => ({
  page: page(format),
  overview: overview(format),
  mail: mail(format),
  workbook: workbook(format),
  columns: columnMeanings,
  segments: segments(format),
  naming: naming(format),
  conditions: conditions(format),
  audiences: audiences(format),
  campaigns: campaigns(format),
  choice: choice(format),
  effects: effects(format),
  history: history(format),
  clv: clv(format),
  rfm: rfm(format),
  status: status(format),
  cohorts: cohorts(format),
  discriminant: discriminant(format),
  repurchase: repurchase(format),
  profit: profit(format),
  spread: spread(format),
  quality: quality(format),
  terms,
  features,
  account,
  worth,
  nouns,
  reasons,
});
