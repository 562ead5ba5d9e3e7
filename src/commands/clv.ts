import { describeClv } from '../models/clv/describe.ts';
import { fitClv } from '../models/clv/fit.ts';
import { prepareClv } from '../models/clv/prepare.ts';
import { clvScoreSql } from '../models/clv/score.sql.ts';
import { sql } from '../sql/sql.ts';
import { clvLines } from './analyse/clv-lines.ts';
import type { ClvFlags } from './analyse/clv-options.ts';
import { withPurchases, type ClvSource, type ClvSubject } from './analyse/clv-subject.ts';
import { clvPage } from './analyse/clv-page.ts';
import { readTop } from './analyse/clv-top.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { writePage } from './analyse/write-page.ts';
import { scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import { count } from './words.ts';
import { inEnglish } from '../text/remark.ts';

/** Options of `bezero clv`. */
export interface ClvCommand extends ClvFlags, ClvSource {
  readonly json: boolean;
  /** File to write the scores of every customer to. */
  readonly scores?: string;
  /** File to write a page to. */
  readonly report?: string;
  /** Of this program, for the page. */
  readonly version: string;
}

const customerScores = 'scores.clv_customer';

/** What the customers of a file of purchases, or of the current release, are worth. */
export async function clv(options: ClvCommand, effects: Effects): Promise<void> {
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  await withPurchases(options, effects, (subject) => value(subject, options, effects));
}

async function value(
  { engine, shownAs, input, options: asked, costs, remarks, currency }: ClvSubject,
  options: ClvCommand,
  effects: Effects,
): Promise<void> {
  for (const remark of remarks) effects.say(`${shownAs}: ${remark}`);
  const prepared = await prepareClv(engine, asked, input);
  for (const remark of inEnglish(prepared.remarks)) effects.say(`${shownAs}: ${remark}`);
  const done = effects.step('fitting');
  const fitted = await fitClv(engine, asked, { ...prepared, costs });
  done(count(fitted.purchases.convergence.iterations, 'iteration'));
  const scored = clvScoreSql(fitted, prepared.base);
  if (options.scores !== undefined)
    await writeScores(engine, sql`select * from (${scored}) as score order by customer_id`, options.scores, effects);
  const report = describeClv(fitted);
  if (options.report !== undefined) {
    const { buildClvPage } = await import('../reports/clv/page.tsx');
    const { readClvSpread } = await import('../reports/data/clv-spread.ts');
    const notes = [...remarks, ...inEnglish(fitted.remarks)];
    await engine.create(customerScores, scored);
    const found = { spread: await readClvSpread(engine, customerScores), top: await readTop(engine, scored) };
    const html = buildClvPage(
      clvPage(fitted, report, found, { subject: shownAs, currency, notes, version: options.version }),
    );
    await writePage(html, options.report, effects);
  }
  if (options.json) {
    const { asOf, ...model } = fitted;
    effects.print(JSON.stringify({ source: shownAs, asOf, report, model }));
    return;
  }
  const frame = { source: shownAs, width: effects.stdout.columns, colors: effects.colors };
  const top = await readTop(engine, scored);
  for (const line of clvLines(fitted, report, top, frame)) effects.print(line);
}
