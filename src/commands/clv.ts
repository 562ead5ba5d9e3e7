import { describeClv } from '../models/clv/describe.ts';
import { fitClv } from '../models/clv/fit.ts';
import { prepareClv } from '../models/clv/prepare.ts';
import { clvScoreSql } from '../models/clv/score.sql.ts';
import { sql } from '../sql/sql.ts';
import { percent } from '../text/percent.ts';
import { clvLines } from './analyse/clv-lines.ts';
import { readClvOptions, type ClvFlags } from './analyse/clv-options.ts';
import { withPurchases, type ClvSource, type ClvSubject } from './analyse/clv-subject.ts';
import { readTop } from './analyse/clv-top.ts';
import { refuseOverwriting } from './analyse/targets.ts';
import { scoresFormat, writeScores } from './analyse/write-scores.ts';
import type { Effects } from './effects.ts';
import { count } from './words.ts';

/** Options of `bezero clv`. */
export interface ClvCommand extends ClvFlags, ClvSource {
  readonly json: boolean;
  /** File to write the scores of every customer to. */
  readonly scores?: string;
}

/** What the customers of a file of purchases, or of the current release, are worth. */
export async function clv(options: ClvCommand, effects: Effects): Promise<void> {
  const asked = readClvOptions(options);
  if (options.scores !== undefined) scoresFormat(options.scores);
  refuseOverwriting(options, effects);
  await withPurchases(options, effects, (subject) => value(subject, options, asked, effects));
}

async function value(
  { engine, shownAs, input, margin }: ClvSubject,
  options: ClvCommand,
  given: ReturnType<typeof readClvOptions>,
  effects: Effects,
): Promise<void> {
  const known = given.margin ?? (margin !== null && margin > 0 ? margin : undefined);
  const asked = { ...given, ...(known === undefined ? {} : { margin: known }) };
  if (known === undefined)
    effects.say(`${shownAs}: no cost is known, so value is in spend; --margin 30% makes it margin`);
  else if (given.margin === undefined)
    effects.say(`${shownAs}: by the costs that are known, ${percent(known)} of the spend is margin`);
  const prepared = await prepareClv(engine, asked, input);
  for (const remark of prepared.remarks) effects.say(`${shownAs}: ${remark}`);
  const done = effects.step('fitting');
  const fitted = await fitClv(engine, asked, prepared);
  done(count(fitted.purchases.convergence.iterations, 'iteration'));
  const scored = clvScoreSql(fitted, prepared.base);
  if (options.scores !== undefined)
    await writeScores(engine, sql`select * from (${scored}) as score order by customer_id`, options.scores, effects);
  const report = describeClv(fitted);
  if (options.json) {
    const { asOf, ...model } = fitted;
    effects.print(JSON.stringify({ source: shownAs, asOf, report, model }));
    return;
  }
  const frame = { source: shownAs, width: effects.stdout.columns, colors: effects.colors };
  const top = await readTop(engine, scored);
  for (const line of clvLines(fitted, report, top, frame)) effects.print(line);
}
