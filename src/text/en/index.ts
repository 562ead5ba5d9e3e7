import type { Format } from '../format.ts';
import { audiences } from './audiences.ts';
import { choice } from './choice.ts';
import { classes } from './classes.ts';
import { clusters } from './clusters.ts';
import { clv } from './clv.ts';
import { cohorts } from './cohorts.ts';
import { dictionary } from './dictionary.ts';
import { discriminant } from './discriminant.ts';
import { effects } from './effects.ts';
import { history } from './history.ts';
import { mail } from './mail.ts';
import { overview } from './overview.ts';
import { page } from './page.ts';
import { profit } from './profit.ts';
import { quality } from './quality.ts';
import { repurchase } from './repurchase.ts';
import { response } from './response.ts';
import { rfm } from './rfm.ts';
import { segments } from './segments.ts';
import { profitPage, spread } from './spread.ts';
import { status } from './status.ts';
import { terms } from './terms.ts';
import { tree } from './tree.ts';
import { account, features, nouns, reasons, worth } from './words.ts';

/** All texts in English. Another language is another function of the same type. */
export const english = (format: Format) => ({
  page: page(format),
  overview: overview(format),
  mail: mail(format),
  segments: segments(format),
  audiences: audiences(format),
  choice: choice(format),
  effects: effects(format),
  history: history(format),
  classes: classes(format),
  clusters: clusters(format),
  clv: clv(format),
  response: response(format),
  rfm: rfm(format),
  status: status(format),
  cohorts: cohorts(format),
  discriminant: discriminant(format),
  repurchase: repurchase(format),
  tree: tree(format),
  profit: profit(format),
  profitPage: profitPage(format),
  spread: spread(format),
  quality: quality(format),
  dictionary: dictionary(format),
  terms: terms as Readonly<Record<keyof typeof terms, { readonly term: string; readonly meaning: string }>>,
  features,
  account: account as Readonly<Record<keyof typeof account, string>>,
  worth,
  nouns,
  reasons,
});
