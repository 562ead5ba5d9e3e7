import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import type { FittedBasket } from '../../src/models/basket/fitted.ts';
import type { BasketRule } from '../../src/models/basket/read-rules.ts';
import { recordingEffects, type RecordingEffects } from '../support/effects.ts';
import { sharedFolder } from '../support/running.ts';

const folder = sharedFolder();

async function basket(...argv: readonly string[]): Promise<RecordingEffects & { readonly code: number }> {
  const effects = recordingEffects(folder, { stdout: { isTerminal: false, columns: Infinity } });
  return { ...effects, code: await main(['basket', ...argv], effects) };
}

/** Goods that would act in a table or a terminal if they could: tea and cups go together, in 40 of 200 baskets. */
const tea = '=cmd|A0';
const cups = '\u001b[31m<b>, "cups"';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = Array.from({ length: 200 }, (_, i) => [
  ...(i < 40 ? [`${i};${quoted(tea)};c${i % 50}`, `${i};${quoted(cups)};c${i % 50}`] : []),
  `${i};other ${i % 7};c${i % 50}`,
]).flat();
writeFileSync(join(folder, 'lines.csv'), ['order;good;who', ...lines, ';lost;c1', '200;;c1', ''].join('\n'));
const columns = ['--basket', 'order', '--item', 'good'];

describe('bezero basket FILE', () => {
  it('prints sets and rules, with what counts nowhere', async () => {
    const { code, printed, said } = await basket('lines.csv', ...columns);
    expect(code).toBe(0);
    const text = printed.join('\n');
    expect(text).toMatch(/^lines\.csv: 200 baskets of 10 goods, 1\.4 on the mean$/m);
    expect(text).toMatch(/^sets of goods in 5 baskets or more: 9 of 1, \d+ of 2/m);
    expect(text).toMatch(/=cmd\|A0 +.*40 +0\.20000 +1\.0000 +5\.000 +0\.16000 +∞ +200\.0/);
    expect(text).not.toContain('\u001b[31m');
    expect(said.join('\n')).toContain('lines.csv: 1 row without good left out');
    expect(said.join('\n')).toContain('lines.csv: 1 row without order left out');
  });

  it('counts what was bought, not what came back', async () => {
    const pieces = [3, 1, -1, 0].map((n, i) => `${i};${['tea', 'cups', 'tea', 'rug'][i]!};${n}`);
    writeFileSync(join(folder, 'pieces.csv'), ['order;good;pieces', ...pieces, '4;tea;'].join('\n'));
    const { code, printed, said } = await basket('pieces.csv', ...columns, '--quantity', 'pieces');
    expect(code).toBe(0);
    expect(printed[0]).toBe('pieces.csv: 2 baskets of 2 goods, 1 on the mean');
    expect(said.join('\n')).toContain('pieces.csv: 1 row without a number in pieces left out');
    expect(said.join('\n')).toContain('2 rows in which nothing was bought (pieces of 0 or less) left out');
  });

  it('gives the model and the rules as JSON, and writes all rules', async () => {
    const { code, printed } = await basket(
      'lines.csv',
      ...columns,
      '--rules',
      'rules.csv',
      '--json',
      '--confidence',
      '50%',
    );
    expect(code).toBe(0);
    const { model, rules } = JSON.parse(printed.join('')) as { model: FittedBasket; rules: BasketRule[] };
    expect(rules[0]).toMatchObject({ baskets: 40, lift: 5, conviction: null, is_significant: true });
    expect(new Set(rules.slice(0, 2).flatMap((rule) => [...rule.left_items, rule.right_item]))).toEqual(
      new Set([tea, cups]),
    );
    const written = readFileSync(join(folder, 'rules.csv'), 'utf8').trim().split('\n');
    expect(written[0]).toMatch(/^rule,left_items,right_item,length,baskets,/);
    expect(written).toHaveLength(model.rules + 1);
  });

  it('takes all that a customer bought as a basket', async () => {
    const { code, printed } = await basket('lines.csv', '--customer', 'who', '--item', 'good', '--level', 'customer');
    expect(code).toBe(0);
    expect(printed[0]).toMatch(/^lines\.csv: 50 customers of 10 goods/);
  });

  it.each([
    [
      ['lines.csv', '--item', 'good'],
      2,
      '--basket must name the column of lines.csv that tells the baskets apart; its columns are order, good, who',
    ],
    [['lines.csv', '--basket', 'orders', '--item', 'good'], 2, 'there is no orders; did you mean order?'],
    [
      ['lines.csv', ...columns, '--level', 'customer'],
      2,
      '--customer must name the column of lines.csv that says who bought',
    ],
    [
      ['lines.csv', ...columns, '--support', 'two'],
      2,
      '--support must be a share above 0, 1 at most, like 0.01 or 1%, got "two"',
    ],
    [['lines.csv', ...columns, '--rules', 'lines.csv'], 2, '--rules must be another file than the one that is read'],
    [['lines.csv', ...columns, '--rules', 'rules.xlsx'], 2, '--rules must end in .csv or .parquet, got "rules.xlsx"'],
    [['--store', 'store', '--item', 'good'], 2, '--item must be left out with a store: it speaks of a file'],
  ])('refuses %j in a sentence', async (argv, code, sentence) => {
    const outcome = await basket(...argv);
    expect(outcome.code).toBe(code);
    expect(outcome.said.join('\n')).toContain(sentence);
  });
});
