import type { Format } from '../../format.ts';
import { english } from '../index.ts';
import { classes } from './classes.ts';
import { clusters } from './clusters.ts';
import { dictionary } from './dictionary.ts';
import { profitPage } from './profit.ts';
import { response } from './response.ts';
import { tree } from './tree.ts';

/** The texts of the pages that commands write, beside those of the report. Commands and their pages speak English, whatever the language of a pipeline. */
export const pageTexts = (format: Format) => ({
  ...english(format),
  classes: classes(format),
  clusters: clusters(format),
  dictionary: dictionary(format),
  profitPage: profitPage(format),
  response: response(format),
  tree: tree(format),
});

/** All of them. */
export type PageTexts = ReturnType<typeof pageTexts>;
