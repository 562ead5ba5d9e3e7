import type { Messages } from '../en/index.ts';
import type { Format } from '../format.ts';
import { answers } from './answers.ts';
import { attribution } from './attribution.ts';
import { audiences } from './audiences.ts';
import { baskets } from './baskets.ts';
import { campaigns } from './campaigns.ts';
import { channels } from './channels.ts';
import { choice } from './choice.ts';
import { clv } from './clv.ts';
import { cohorts } from './cohorts.ts';
import { conditions } from './conditions.ts';
import { discriminant } from './discriminant.ts';
import { effects } from './effects.ts';
import { history } from './history.ts';
import { lookalikes } from './lookalikes.ts';
import { mail } from './mail.ts';
import { naming } from './naming.ts';
import { opinions } from './opinions.ts';
import { nextProduct } from './next-product.ts';
import { origins } from './origins.ts';
import { overview } from './overview.ts';
import { page } from './page.ts';
import { profit } from './profit.ts';
import { quality } from './quality.ts';
import { about, remarks } from './remarks/index.ts';
import { repurchase } from './repurchase.ts';
import { rfm } from './rfm.ts';
import { segments } from './segments.ts';
import { spread } from './spread.ts';
import { status } from './status.ts';
import { terms } from './terms.ts';
import { upkeep } from './upkeep.ts';
import { whyNot } from './why-not.ts';
import { columnMeanings, workbook } from './workbook.ts';
import { account, features, nouns, reasons, worth } from './words.ts';

/** All that a release says, in Spanish. */
export const spanish = (format: Format): Messages => ({
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
  channels,
  choice: choice(format),
  effects: effects(format),
  history: history(format),
  clv: clv(format),
  baskets: baskets(format),
  rfm: rfm(format),
  status: status(format),
  cohorts: cohorts(format),
  discriminant: discriminant(format),
  repurchase: repurchase(format),
  upkeep: upkeep(format),
  whyNot: whyNot(format),
  nextProduct: nextProduct(format),
  profit: profit(format),
  origins: origins(format),
  attribution: attribution(format),
  answers: answers(format),
  lookalikes: lookalikes(format),
  spread: spread(format),
  opinions: opinions(format),
  quality: quality(format),
  about: about(format),
  remarks: remarks(format),
  terms: terms(format),
  features,
  account,
  worth,
  nouns,
  reasons,
});
