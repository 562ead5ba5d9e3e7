import { expect, it } from 'vitest';
import type { Cause, Upkeep } from '../../src/text/en/upkeep.ts';
import { formatFor } from '../../src/text/format.ts';
import { messagesFor, spokenLanguages } from '../../src/text/messages.ts';
import { plain } from '../../src/text/phrase.ts';
import { company, reportOf } from './support.ts';

const steady: Cause = { code: 'steady', feature: 'log1p(monetary)', psi: 0.034, limit: 0.25 };
const causes: readonly Cause[] = [
  { code: 'young', days: 3 },
  { code: 'old', days: 30 },
  steady,
  { code: 'drifted', feature: 'class', psi: 0.31, limit: 0.1 },
  { code: 'within', share: 0, limit: 0.02 },
  { code: 'beyond', share: 0.05, limit: 0.02 },
  { code: 'gone', column: 'attribute:tariff' },
  ...(['always', 'version', 'unfitted', 'options', 'erased', 'segments', 'nothing'] as const).map((code) => ({ code })),
];

/** The company with what is kept of how its models came about. */
const given = (upkeeps: Readonly<Record<string, Partial<Upkeep>>>) => ({
  ...company,
  'models.fitted': company['models.fitted'].map((row) => ({
    ...row,
    upkeep: JSON.stringify({
      on: '2026-01-15',
      asOf: '2026-01-14',
      isReused: true,
      why: [steady],
      ...upkeeps[row.model],
    }),
  })),
});

it('is told in the section of each model: since when it is in use, and why it was not fitted again', async () => {
  const within: Cause = { code: 'within', share: 0.004, limit: 0.02 };
  const { textOf } = await reportOf(
    given({ kmeans: { why: [steady, within] }, discriminant: { isReused: false, why: [{ code: 'segments' }] } }),
  );
  expect(textOf('#segments')).toContain(
    'Segments (k-means): the model was fitted on 15 January 2026 with what was known up to 14 January 2026, and was used again: ' +
      'drift is small (population stability index at most 0.03, of Money spent (logarithm); limit 0.25); ' +
      '0.4% of the customers lie beyond the segments (limit 2.0%). How many segments there are, how that was chosen and how clearly they are apart are of that day; who is in which segment, and all figures of the segments, are of tonight.',
  );
  expect(textOf('#discriminant')).toContain(
    'Discriminant analysis: the model was fitted anew for this release: the segments are others.',
  );
});

it('says nothing of a first model, nor of one that is fitted every night', async () => {
  const { textOf } = await reportOf(given({ kmeans: { why: [] }, discriminant: { why: [] } }));
  for (const section of ['#segments', '#discriminant']) expect(textOf(section)).not.toContain('the model was');
});

it.each(spokenLanguages)('every reason has words of its own (%s)', async (locale) => {
  const { cause, inputs } = messagesFor(formatFor(locale)).upkeep;
  const told = causes.map((one) => plain(cause(one, (feature) => `<${feature}>`)));
  expect(new Set(told).size).toBe(causes.length);
  for (const [i, one] of causes.entries()) if ('psi' in one) expect(told[i]).toContain(`<${one.feature}>`);
  const { textOf } = await reportOf(given({ discriminant: { why: [causes[3]!] } }), { locale });
  expect(textOf('#discriminant')).toContain(inputs.class);
  if (locale !== 'en') expect(textOf('#discriminant')).not.toMatch(/drift|the model|limit/);
});
