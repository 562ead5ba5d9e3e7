import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { DiscriminantPage } from '../../../src/reports/discriminant/data.ts';
import { buildDiscriminantPage } from '../../../src/reports/discriminant/page.tsx';
import { givenPage } from './given-page.ts';

const page = givenPage();
const documentOf = (more: Partial<DiscriminantPage> = {}): Document =>
  parseHTML(buildDiscriminantPage({ ...page, ...more })).document;

const oneFunction = { functions: page.functions.slice(0, 1) };
const bare = { notes: [], selection: null, response: null, shrinkage: null, points: [] };
/** About the same centroids, the first class wider on the first function. */
const curved = page.classes.map((one, i) => ({
  ...one,
  surface: i === 0 ? ([0.9, 0.5, -1, 0.125, 0, 0.5] as const) : ([2, -2, 0, 0.5, 0, 0.5] as const),
}));
const own = { linear: false, kind: 'separate', classes: curved } as const;
const variants: Record<string, Partial<DiscriminantPage>> = {
  'two functions': {},
  'one function': oneFunction,
  'no function': { functions: [] },
  'nothing beside': bare,
  'covariances of their own': own,
  'one function, covariances of their own': { ...own, ...oneFunction },
  'no test of covariances': { boxM: { ...page.boxM, test: null, reason: 'a reason' } },
};

describe('the page of one discriminant analysis', () => {
  it.each(Object.entries(variants))('links to each of its sections, and to every term: %s', (_, more) => {
    const document = documentOf(more);
    const sections = [...document.querySelectorAll('main > section')].map(({ id }) => `#${id}`);
    expect([...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(sections);
    const links = document.querySelectorAll('a[href^="#term-"]');
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(document.querySelector(link.getAttribute('href')!)).not.toBeNull();
  });

  it.each([
    ['two functions', 8],
    ['one function', 8],
    ['covariances of their own', 8],
    ['one function, covariances of their own', 8],
    ['nothing beside', 3],
  ])('has a sentence, a legend, an image for each size and a table for every chart: %s', (variant, charts) => {
    const figures = [...documentOf(variants[variant]).querySelectorAll('figure.chart')];
    expect(figures).toHaveLength(charts);
    for (const figure of figures) {
      expect(figure.querySelector('figcaption p')!.textContent.length).toBeGreaterThan(20);
      expect(figure.querySelectorAll('.legend li').length).toBeGreaterThan(0);
      const images = [...figure.querySelectorAll('svg[role="img"]')];
      expect(images.map((image) => image.getAttribute('aria-label')!.length > 20)).toEqual([true, true]);
      expect(figure.querySelectorAll('details table tbody tr').length).toBeGreaterThan(0);
      expect(figure.innerHTML).not.toContain('NaN');
    }
  });

  it('takes names of classes and columns for text, whatever they hold', () => {
    const hostile = '<script>alert(1)</script>&"\'';
    const html = buildDiscriminantPage({
      ...givenPage(hostile, hostile),
      ...{ subject: hostile, column: hostile, notes: [hostile] },
    });
    const { document } = parseHTML(html);
    expect(html.split('<script')).toHaveLength(2);
    expect(document.querySelectorAll('script:not(body > script:last-child), [onload], [style]')).toHaveLength(0);
    const names = [...document.querySelectorAll('#classification tbody th bdi')].map((cell) => cell.textContent);
    expect(names).toContain(hostile);
  });

  it('says against what the hit ratio stands, and what nothing stands against', () => {
    const finding = (more: Partial<DiscriminantPage>): string =>
      documentOf(more).querySelector('#overview .finding')!.textContent;
    expect(finding({})).toMatch(/^85\.0% .* largest class would reach 50\.0%.* classes 50\.0%\. The classes differ/);
    const none = finding({
      overall: { ...page.overall, p: 0.3 },
      chance: { ...page.chance, maximum: 0.9 },
    });
    expect(none).toContain('no better than putting every one into the largest class');
    expect(none).toContain('see how well gold is found');
    expect(none).toContain('Nothing shows that the classes differ: chance alone would separate them as well in 30.0%');
  });

  it('shows a hundred classes without a table of all by all', () => {
    const classes = Array.from({ length: 100 }, (_, i) => ({
      ...page.classes[0]!,
      ...{ name: `k${i}`, centroid: [i % 10, Math.floor(i / 10)] },
    }));
    const counts = classes.map((_, i) => classes.map((__, j) => (i === j ? 5 : 0)));
    const recall = classes.map(() => 1);
    const table = { counts, hitRatio: 1, recall, precision: recall };
    const cells = classes.map(() => ({ mean: 1, sd: 1 }));
    const document = documentOf({
      ...{ classes, response: null, fitted: table, heldOut: { ...table, folds: 5 } },
      predictors: page.predictors.map((one) => ({ ...one, cells })),
    });
    const widest = Math.max(...[...document.querySelectorAll('thead tr')].map((row) => row.children.length));
    expect(widest).toBeLessThan(12);
    expect(document.querySelectorAll('#classification .block tbody tr')).toHaveLength(100);
  });

  it('is the same every time', () => {
    expect(buildDiscriminantPage(givenPage()) === buildDiscriminantPage(givenPage())).toBe(true);
  });
});
