import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { KmeansPage } from '../../src/reports/kmeans/data.ts';
import { buildKmeansPage } from '../../src/reports/kmeans/page.tsx';
import { choice } from './given-segments.ts';

const page: KmeansPage = {
  subject: 'people.csv',
  noun: 'row',
  asOf: null,
  rows: 10,
  explained: 0.5,
  calinskiHarabasz: 12,
  daviesBouldin: 0.7,
  converged: true,
  iterations: 3,
  segments: [
    { segment: 's1', name: 'Older', rows: 6, meanDistance: 1, farthest: 2, silhouette: 0.5, jaccard: 0.9 },
    { segment: 's2', name: 'Younger', rows: 4, meanDistance: 1, farthest: 2, silhouette: 0.5, jaccard: 0.9 },
  ],
  features: [
    {
      feature: 'age',
      label: 'age',
      weight: 1,
      typical: 40,
      cells: [
        { typical: 50.5, z: 0.5, effect: 1.25 },
        { typical: 30, z: -0.5, effect: -1.25 },
      ],
    },
  ],
  choice,
  notes: ['a note'],
  version: '0.1.0',
};

const documentOf = (more: Partial<KmeansPage> = {}): Document =>
  parseHTML(buildKmeansPage({ ...page, ...more })).document;

describe('the page of one k-means', () => {
  it('names its effect sizes and how large is large, before the first card, and defines them', () => {
    const document = documentOf();
    const scale = document.querySelector('.cards')!.previousElementSibling!;
    expect(scale.textContent).toContain('Effect size (Cohen’s d)');
    expect(scale.textContent).toContain('0.2 is small, 0.5 medium, 0.8 or more large');
    expect(document.querySelector('#term-effect_size')!.textContent).toContain('Cohen 1988');
    expect(document.querySelector('.cards svg')!.textContent).toBe('age 50.50 (all: 40)+1.25');
    expect(document.querySelector('.cards svg')!.getAttribute('aria-label')).toContain('effect size (Cohen’s d)');
  });

  it('calls a feature by what its values are of, and tells levels as shares', () => {
    const cells = [
      { typical: 0.1496, z: 0.5, effect: 1.25 },
      { typical: 0.5, z: -0.5, effect: -1.25 },
    ];
    const features = ['log1p(spent)', 'Education=PhD'].map((feature, i) => ({
      ...{ feature, label: i === 0 ? 'spent' : feature, weight: 1, typical: 0.2, cells },
    }));
    const text = documentOf({ features }).querySelector('#centres')!.textContent;
    expect(text).toContain('spentlogarithm in the model, value brought back10.20000.1496+0.50');
    expect(text).toContain('Education=PhD120.0%15.0%+0.50');
  });

  it.each([{}, { choice: null, notes: [] }])('links to each of its sections, and to every term: %o', (more) => {
    const document = documentOf(more);
    const sections = [...document.querySelectorAll('main > section')].map(({ id }) => `#${id}`);
    expect([...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(sections);
    for (const link of document.querySelectorAll('a[href^="#term-"]'))
      expect(document.querySelector(link.getAttribute('href')!)).not.toBeNull();
  });

  it('shortens names that are too long for a card', () => {
    const [feature] = page.features;
    const document = documentOf({ features: [{ ...feature!, feature: 'x'.repeat(200) }] });
    expect(document.querySelector('.cards svg')!.textContent.length).toBeLessThan(60);
  });
});
