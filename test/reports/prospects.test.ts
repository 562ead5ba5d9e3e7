import { expect, it } from 'vitest';
import { company, reportOf } from './support.ts';

const [linear] = company['models.prospect_model'];

/** A tree, beside the analysis or alone. */
const tree = (correct: number | null) => ({
  model: 'tree',
  customers: 100,
  measured: correct === null ? null : 100,
  correct,
  hit_ratio: correct === null ? null : correct / 100,
  chance: 0.41,
  is_used: true,
});

const without = company['models.fitted'].filter(({ model }) => model !== 'discriminant');

it('names the tree where it assigns prospects, with its hit ratio and that of the analysis', async () => {
  const { textOf } = await reportOf({
    ...company,
    'models.prospect_model': [tree(80), { ...linear!, is_used: false }],
  });
  expect(textOf('#discriminant')).toContain(
    'to the segment Passers-by. The classification tree says so: of the 100 customers with a segment, each left out of its fit, it puts 80.0% into their own. ' +
      'The discriminant analysis puts 65.0% (68.4% of the 95 whose attributes are known) there.',
  );
});

it('shows where prospects belong without a discriminant analysis, too', async () => {
  const { textOf } = await reportOf({ ...company, 'models.fitted': without, 'models.prospect_model': [tree(80)] });
  expect(textOf('#discriminant')).toContain('No discriminant analysis was made');
  expect(textOf('#discriminant')).toContain('it puts 80.0% into their own.');
  expect(textOf('#overview')).toMatch(/resembles? the segment/);
});

it.each([
  [41, 'but no better than by chance. The classification tree says so: of the 100'],
  [null, 'but how often that is right was not measured. The classification tree says so.'],
])('gives nobody a reason to act by a tree that is right for %s of 100', async (correct, told) => {
  const { textOf } = await reportOf({ ...company, 'models.fitted': without, 'models.prospect_model': [tree(correct)] });
  expect(textOf('#discriminant')).toContain(`3 prospects could be assigned by their attributes, ${told}`);
  expect(textOf('#overview')).not.toContain('resemble');
});

it('says nothing of acting on prospects that no model assigns', async () => {
  const weak = { ...(JSON.parse(company['models.fitted'][0]!.fitted) as object) };
  const crossValidated = { ...(weak as { crossValidated: object }).crossValidated, hitRatio: 0.41 };
  const fitted = { ...company['models.fitted'][0]!, fitted: JSON.stringify({ ...weak, crossValidated }) };
  const { textOf } = await reportOf({ ...company, 'models.fitted': [fitted], 'models.prospect_model': [] });
  expect(textOf('#discriminant .finding')).toMatch(/everyone into the largest segment\.$/);
  expect(textOf('#overview')).not.toContain('resemble');
});
