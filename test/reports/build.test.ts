import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Engine } from '../../src/engine/engine.ts';
import { buildReport } from '../../src/reports/build.ts';
import type { ReportContext } from '../../src/reports/context.ts';
import type { GivenRow, GivenTables } from '../support/given.ts';
import { company, context, discriminant, empty, reportOf, warehouseOf, withoutCosts } from './support.ts';
import { isFull } from '../support/full.ts';

const sections = [
  'overview',
  'segments',
  'campaigns',
  'offers',
  'opinions',
  'answers',
  'origins',
  'lookalikes',
  'baskets',
  'profit',
  'clv',
  'repurchase',
  'rfm',
  'discriminant',
  'quality',
  'terms',
];

const idsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ id }) => id);

/** The sections that the page should have: those that it does not name among what was not run, and these in one of their own. */
function shownOf(document: Document): string[] {
  const absent = idsOf(document, '#absent li');
  const shown = sections.filter((id) => !absent.includes(id));
  return absent.length === 0 ? shown : shown.toSpliced(-1, 0, 'absent');
}

describe('a segment', () => {
  const cards = async (given: GivenTables = company) => {
    const { document } = await reportOf(given);
    return [...document.querySelectorAll('#segments .cards > li')].map((card) => card.textContent.replace(/\s+/g, ' '));
  };

  it('is told by what sets it apart, the largest effects first, with means, medians, index and effect size to unfold', async () => {
    const [loyal, passing] = await cards();
    expect(loyal).toContain('Orders 8.00 (all: 4.00)');
    expect(loyal!.indexOf('Orders 8.00')).toBeLessThan(loyal!.indexOf('Spent on: Tea 20.0% (all: 50.0%)'));
    expect(loyal).not.toContain('Gender: female 51.0% (all');
    expect(loyal).toContain('Gender: female51.0%all: 50.0%38.5%all: 25.0%1020.02');
    expect(loyal).toContain('Also, against the mean of all: Money spent 1.5×');
    expect(passing).toContain('Orders2.00all: 4.001.88all: 3.7550−0.90');
  });

  it('has its effect sizes beside the bars, named and measured once, before the first', async () => {
    const { document, textOf } = await reportOf();
    const scale = [...document.querySelectorAll('#segments p')].filter((one) => one.textContent.includes('Cohen’s d'));
    expect(scale).toHaveLength(1);
    expect(scale[0]!.textContent).toContain('0.2 is small, 0.5 medium, 0.8 or more large');
    expect(scale[0]!.nextElementSibling!.className).toBe('cards');
    expect(textOf(scale[0]!.querySelector('a')!.getAttribute('href')!)).toContain('standard deviations');
    expect(textOf('.cards > li:first-child svg')).toMatch(/\+1\.10.*−0\.60/);
  });

  it('is told where an effect or an index has no meaning', async () => {
    expect((await cards())[2]).toContain('balance−3.00all: 5.00–all: 4.75––');
  });

  it('has its nearest segment and its typical customers, by number, the nearest to the centre first', async () => {
    const [loyal, , haggling] = await cards();
    expect(loyal).toContain('Nearest segment: s2 Passers-by');
    expect(loyal).toMatch(
      /The 2 most typical customers ?CustomerOrdersMoney spentLast purchaseb0€0\.00.a7€61\.5030 January 2026/,
    );
    expect(haggling).not.toMatch(/Nearest segment|typical/);
  });

  it('has a sentence where there are too many for cards', async () => {
    const many = Array.from({ length: 13 }, (_, i) => `s${i + 1}`);
    const { textOf, document } = await reportOf({
      ...company,
      'segments.segment': many.map((segment) => ({
        segment,
        name: `Name ${segment}`,
        customers: 5,
        description: `5 of ${segment}.`,
      })),
      'marts.segment_profit': many.map((segment) => ({ ...company['marts.segment_profit'][0], segment })),
    });
    expect(document.querySelector('#segments .cards')).toBeNull();
    expect(textOf('#segments .points li')).toContain('s13 Name s13: 5 of s13.');
  });
});

describe('the audiences', () => {
  const file = { file: 'segments/audience-win_back.csv', rows: 21, audience: 'win_back' };

  it('are listed with their people and their files, and what was done by hand where something was', async () => {
    const { textOf, document } = await reportOf(company, { files: [file] });
    expect(textOf('#segments')).toContain('Tea drinkers2112CSV, 21 rows');
    expect(document.querySelector('#segments a[download]')!.getAttribute('href')).toBe(file.file);
    const untouched = company['segments.audience'].map((row) => ({ ...row, included: 0, excluded: 0 }));
    expect((await reportOf({ ...company, 'segments.audience': untouched })).textOf('#segments')).not.toContain(
      'by hand2',
    );
  });

  it('are there without segments, and not where there are none', async () => {
    const { textOf } = await reportOf({ ...empty, 'segments.audience': company['segments.audience'] });
    expect(textOf('#segments')).toContain('Tea drinkers');
    expect((await reportOf(empty)).textOf('#segments')).not.toContain('Audiences');
  });
});

describe('the page', () => {
  it('has every section, in order, and links to each', async () => {
    const { document } = await reportOf();
    const shown = idsOf(document, 'main > section');
    expect(shown).toEqual(shownOf(document));
    expect(idsOf(document, '#absent li')).toContain('lookalikes');
    expect([...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))).toEqual(
      shown.map((id) => `#${id}`),
    );
  });

  it('says in the first sentences what was earned', async () => {
    const { textOf } = await reportOf();
    expect(textOf('h1')).toBe('€34,500 profit from 100 customers');
    expect(textOf('#overview .lead')).toContain('Profit is what is left of net revenue after the cost of goods');
    expect(textOf('#overview .tiles')).toMatch(/Net revenue€90,000in 400 orders.*Rejected records2of 1,000/);
    expect(textOf('#overview')).toContain('The segment Hagglers loses');
    expect(textOf('#overview ol')).toContain(
      'Have 2 records of the source shop corrected: not a date, in purchased_at',
    );
  });

  it('answers what changed, who needs attention and what to do, in this order', async () => {
    const { document } = await reportOf();
    const questions = [...document.querySelectorAll('#overview h3')].map((heading) => heading.textContent);
    expect(questions).toEqual(['What changed since the last run', 'Who needs attention', 'What to do']);
  });

  const previous = { runId: 'r', asOf: '2026-01-30', buyers: 80, netRevenue: 90_000, profit: 36_000 };

  it('tells what changed since the run before, and nothing of what did not', async () => {
    const customers = { lapsed: 3, losing: 1 };
    const { textOf } = await reportOf(company, { previous: { ...previous, rejected: 0, customers } });
    expect(textOf('.answers')).toContain('What changed since 30 January 2026');
    expect(textOf('.answers')).toMatch(/20 more customers have bought\. ?Profit fell by €1,500 \(−4\.2%\)/);
    expect(textOf('.answers')).toContain('3 customers have lapsed and had not before.');
    expect(textOf('.answers')).toContain('1 customer now costs more than they bring and did not before.');
    expect(textOf('.answers')).toContain('2 more records were rejected.');
    expect(textOf('.answers')).not.toMatch(/Net revenue (rose|fell)|first run/);
  });

  it('says of a first run that there was none before, and of a night without news that nothing changed', async () => {
    expect((await reportOf()).textOf('.answers')).toContain('There is no earlier run to compare with.');
    const decided = {
      renamed: [{ before: 'Regulars', now: 'Friends' }],
      audiences: [{ audience: 'Tea drinkers', entered: 2, left: 1 }],
    };
    const told = (await reportOf(company, { previous: { ...previous, ...decided } })).textOf('.answers');
    expect(told).toContain('The segment Regulars is called Friends now.');
    expect(told).toContain('The audience Tea drinkers: 2 entered, 1 left.');
    const still = { ...previous, buyers: 100, profit: 34_500 };
    const quiet = { ...company, 'marts.segment_migration': [] };
    expect((await reportOf(quiet, { previous: still })).textOf('.answers')).toContain('Nothing has changed.');
  });

  it('warns of sources first, of models with the quality of the data alone', async () => {
    const warnings = ['shop: no file', 'web: no file', 'fair: no file'];
    const { textOf } = await reportOf(company, { warnings, remarks: ['kmeans: did not converge'] });
    expect(textOf('.answers')).toMatch(/shop: no file ?web: no file ?The run left 1 more warning/);
    expect(textOf('.answers')).not.toContain('kmeans');
    expect(textOf('#quality')).toMatch(/fair: no file ?kmeans: did not converge/);
  });

  it('links to the files that were published, and to no other', async () => {
    const { document } = await reportOf();
    const links = [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(new Set(links)).toEqual(
      new Set(['segments/all-customers.csv', 'segments/prospects.csv', 'segments/s1-loyal-regulars.csv']),
    );
  });

  it('says under each section which tables it is made from, and by which queries, with what the dictionary says of them', async () => {
    const { document } = await reportOf(company, { files: [{ file: 'dictionary.html', rows: 0 }] });
    const traces = [...document.querySelectorAll('.trace')];
    expect(traces.map((trace) => trace.previousElementSibling!.id)).toEqual(
      shownOf(document).filter((id) => id !== 'terms' && id !== 'absent'),
    );
    const whale = document.querySelector('#profit .scroll[aria-label="How profit adds up over customers"] + .source');
    expect(whale?.textContent ?? '').toContain('marts.whale_curve');
    const sqlLinks = [...document.querySelectorAll('.source a[href^="#sql-"]')];
    expect(sqlLinks.length).toBeGreaterThan(20);
    for (const link of sqlLinks) expect(document.querySelector(link.getAttribute('href')!)?.localName).toBe('pre');
    const profit = traces.find((trace) => trace.previousElementSibling!.id === 'profit')!;
    const links = [...profit.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toContain('dictionary.html#marts.whale_curve');
    expect(profit.textContent).toContain("acquisition_source <> 'anonymous'");
    expect((await reportOf()).document.querySelector('.trace a')).toBeNull();
  });

  it('can be sorted by its days, keeps the lines of accounts in order, and says which columns are of which segment', async () => {
    const { document } = await reportOf();
    const table = (label: string) => document.querySelector(`.scroll[aria-label="${label}"] table`)!;
    expect(table('By month').querySelector('tbody th')!.getAttribute('data-value')).toBe('20251201');
    expect(table('From revenue to profit').hasAttribute('data-ordered')).toBe(true);
    expect(table('Profile of each segment').querySelectorAll('th[data-segment]')).toHaveLength(3);
    expect(document.querySelectorAll('.cards > li[data-segment]')).toHaveLength(3);
  });

  it('links every term of a table to its definition', async () => {
    const { document } = await reportOf();
    const links = [...document.querySelectorAll('a[href^="#term-"]')].map((link) => link.getAttribute('href')!);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(document.querySelector(link)).not.toBeNull();
  });

  it('has a name, a sentence and a table for every chart', async () => {
    const { document } = await reportOf();
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBe(21);
    for (const figure of figures) {
      const images = [...figure.querySelectorAll('svg[role=img]')];
      expect(images.map((image) => image.getAttribute('aria-label')!.length > 20)).toEqual([true, true]);
      expect(figure.querySelector('figcaption p')!.textContent).not.toBe('');
      expect(figure.querySelector('details table')).not.toBeNull();
    }
  });

  it('shows first what is read first: all other tables, and the definitions, are to unfold', async () => {
    const { document } = await reportOf();
    const open = [...document.querySelectorAll('.scroll')].filter((table) => table.closest('details') === null);
    expect(open.map((table) => table.getAttribute('aria-label'))).toEqual([
      'Profile of each segment',
      'Audiences',
      'What is praised and what is blamed',
      'What makes loss makers lose',
      'Which customers to keep first',
      'RFM segments',
      'Where prospects belong',
      'Why records were rejected',
    ]);
    expect(document.querySelector('#terms > details > dl > #term-effect_size')).not.toBeNull();
  });

  it('holds every table in a region of its own that scrolls', async () => {
    const { document } = await reportOf();
    for (const table of document.querySelectorAll('table')) expect(table.parentElement!.className).toBe('scroll');
  });

  it.runIf(isFull)('gives the same bytes for the same warehouse', async () => {
    const engine = await warehouseOf(company);
    expect(await buildReport(engine, context)).toBe(await buildReport(engine, context));
    expect(await buildReport(await warehouseOf(company), context)).toBe(await buildReport(engine, context));
  });

  it('is small', async () => {
    const { html } = await reportOf();
    expect(Buffer.byteLength(html)).toBeLessThan(600_000);
  });

  it('refuses a language without texts', async () => {
    await expect(reportOf(company, { locale: 'tlh' })).rejects.toThrow(/language must be one of en, .*; got "tlh"/);
  });
});

describe('what the sections say', () => {
  it('shows the segments with the largest differences', async () => {
    const { textOf } = await reportOf();
    expect(textOf('#segments .finding')).toContain('100 customers fall into 3 segments');
    expect(textOf('#segments .finding')).toContain('explain 60% of the differences');
    expect(textOf('#segments .cards')).toContain('Orders 8.00 (all: 4.00)');
    expect(textOf('#segments table')).toContain('Share of its money: Cups');
  });

  it('tells who and what lies beyond chance in what customers say, and nothing else', async () => {
    const { textOf, html } = await reportOf();
    expect(textOf('#opinions .finding')).toBe(
      'Of 200 opinions, 70% are good and 30% are bad; the rest are neither. 2 complaints of 1 customer or prospect wait for an answer: call first, sell later.',
    );
    expect(textOf('#opinions')).toContain('The least content is Passers-by: 45% of what it says is bad.');
    expect(textOf('#opinions')).toContain('<b>Pot</b>');
    expect(html).not.toContain('<b>Pot</b>');
    expect(textOf('#opinions')).not.toMatch(/By chance|Too few/);
  });

  it('shows the discriminant analysis of the newest run', async () => {
    const { textOf } = await reportOf();
    expect(textOf('#discriminant .finding')).toBe(
      'From their attributes alone, 68.4% of the customers would be put into their own segment. Putting everyone into the largest segment would reach 41.0%, guessing by the sizes of the segments 35.0%.',
    );
    expect(textOf('#discriminant .tiles')).toMatch(/68\.4%.*Maximum chance41\.0%.*Proportional chance35\.0%/);
    expect(textOf('#discriminant')).toContain(
      'Loyal regulars stands out most from all: it gets 75% of its own customers, and 39% of all, the widest gap.',
    );
    expect(textOf('#discriminant .tiles')).toContain('0.412');
    expect(textOf('#discriminant')).toContain('Gender: female');
    expect(textOf('#discriminant')).toContain('Income of a year (logarithm)');
    expect(textOf('#discriminant')).toContain(
      '3 prospects could be assigned by their attributes; most, 67%, to the segment Passers-by. The discriminant analysis says so: ' +
        'of the 100 customers with a segment, each left out of its fit, it puts 65.0% (68.4% of the 95 whose attributes are known) into their own.',
    );
    expect(textOf('#discriminant')).toContain('62.5%');
  });

  it('lays out the account of every segment, the rest and the total', async () => {
    const { document } = await reportOf();
    const table = [...document.querySelectorAll('#profit .scroll')].find(
      (one) => one.getAttribute('aria-label') === 'Profit and loss by segment',
    )!;
    const header = [...table.querySelectorAll('thead th')].map((cell) => cell.textContent);
    expect(header).toEqual([
      'Item',
      'Total',
      's1Loyal regulars',
      's2Passers-by',
      's3Hagglers',
      'No segment',
      'Anonymous',
    ]);
    const row = (label: string): string[] => {
      const found = [...table.querySelectorAll('tbody tr')].find(
        (one) => one.querySelector('th')!.textContent === label,
      )!;
      return [...found.querySelectorAll('td')].map((cell) => cell.textContent);
    };
    expect(row('Net revenue')).toEqual(['€90,000', '€54,000', '€27,000', '€7,200', '€0', '€1,800']);
    expect(row('Profit').at(3)).toBe('−€760');
    expect(row('Profit margin').at(4)).toBe('–');
  });

  it('gives the three numbers of the whale curve', async () => {
    const { textOf } = await reportOf();
    expect(textOf('#profit')).toContain(
      'The profitable 80% of customers and prospects earn 112% of the profit; the others take €4,000 of it away.',
    );
  });

  it('counts customers alone as loss makers, and tells what prospects cost apart', async () => {
    const { textOf } = await reportOf();
    expect(textOf('#overview .tiles')).toContain('Loss makers1take €96.00 away');
    expect(textOf('#profit .tiles')).toContain('€96.00 by 1 loss maker; €2.00 by 1 prospect');
  });

  it('says what leads from the profit of those who are known to that of the company', async () => {
    const { textOf } = await reportOf();
    const curve = 'ends at €33,690. What belongs to no known customer adds €810; that makes the €34,500 of the whole';
    expect(textOf('#profit')).toContain(curve);
    const anonymous = [{ ...company['marts.total'][0]!, profit: 33_000, anonymous_net_revenue: 1_800 }];
    const losing = await reportOf({ ...company, 'marts.total': anonymous });
    expect(losing.textOf('#profit')).toContain('takes €690 away; that makes the €33,000 of the whole company.');
    expect(losing.textOf('#overview')).toContain(
      '2.0% of net revenue belongs to no known customer, with a loss of €690. Both are in the totals',
    );
  });

  it('says nothing of it where all are known', async () => {
    const known = [{ ...company['marts.total'][0]!, profit: 33_690 }];
    const { textOf } = await reportOf({ ...company, 'marts.total': known });
    expect(textOf('body')).not.toMatch(/the whole company|who are known|customer, with a/);
  });

  it('says whether the best are among customers, or prospects too', async () => {
    const best = (people: string): string => `The best 20% of ${people} bring 53% of the profit of all who are known.`;
    expect((await reportOf()).textOf('#profit')).toContain(
      best('110 customers and prospects who brought or cost something'),
    );
    const whale = [{ ...company['marts.whale'][0]!, customers: 100 }];
    const { textOf } = await reportOf({ ...company, 'marts.whale': whale });
    expect(textOf('#profit')).toContain(best('100 customers'));
    expect(textOf('#profit')).toContain('The profitable 80% of customers earn');
    expect(textOf('#profit')).toContain('Customers, the most profitable first');
  });

  it('explains the grid in words that hold on a dark page too', async () => {
    const { textOf } = await reportOf();
    expect(textOf('#rfm')).toContain('Stronger is more customers');
    expect(textOf('#rfm')).not.toContain('Darker');
  });

  it('counts rejects by reason, and never shows a record', async () => {
    const { html, textOf } = await reportOf();
    expect(textOf('#quality .finding')).toContain(
      '1,000 records from 2 files: 997 loaded, 2 rejected, 1 skipped. Every record is accounted for.',
    );
    expect(textOf('#quality')).toContain('not a date');
    expect(html).not.toContain('SECRET');
  });

  it('shows warnings and the checks that do not hold', async () => {
    const { textOf } = await reportOf(company, {
      warnings: ['kmeans: did not converge in 3 passes'],
      audits: [
        { relation: 'marts.total', rule: 'customers = buyers + prospects', bad: 0 },
        { relation: 'marts.customer', rule: 'customer_id is unique', bad: 4 },
      ],
    });
    expect(textOf('#quality')).toContain('kmeans: did not converge in 3 passes');
    expect(textOf('#quality')).toContain('1 of 2 checks');
    expect(textOf('#quality')).toContain('customer_id is unique');
    expect(textOf('#quality')).not.toContain('customers = buyers + prospects');
    expect(textOf('#overview')).toContain('kmeans: did not converge in 3 passes');
  });

  it('sums up what is too much to list', async () => {
    const categories = Array.from({ length: 40 }, (_, i) => ({
      ...company['marts.category_profit'][0]!,
      category: `Category ${String(i).padStart(2, '0')}`,
    }));
    const { textOf } = await reportOf({ ...company, 'marts.category_profit': categories });
    expect(textOf('#profit')).toContain('Category 11');
    expect(textOf('#profit')).not.toContain('Category 12');
    expect(textOf('#profit')).toContain('28 other categories');
  });
});

describe('what is not there', () => {
  it('is said in a sentence, section by section', async () => {
    const { textOf, document } = await reportOf(empty, { files: [] });
    expect(textOf('h1')).toBe('No purchases yet');
    expect(textOf('#segments .finding')).toContain('No segments were made');
    expect(textOf('#rfm .finding')).toContain('No RFM scores were made');
    expect(textOf('#discriminant')).toContain('No discriminant analysis was made');
    expect(textOf('#repurchase')).toContain('the pipeline has no repurchase step');
    expect(textOf('#offers')).toContain('the pipeline has no next_product step');
    expect(textOf('#profit .finding')).toContain('no sales to account for');
    expect(textOf('#quality .finding')).toContain('Nothing was loaded');
    expect(document.querySelectorAll('figure')).toHaveLength(0);
    expect(idsOf(document, 'main > section')).toEqual(shownOf(document));
  });

  const others = Object.keys(company).filter((relation) => relation !== 'marts.total');
  it.each(isFull ? others : others.slice(0, 6))('may be %s alone', async (relation) => {
    const { document, html } = await reportOf({
      ...company,
      [relation]: empty[relation] ?? [],
    });
    expect(idsOf(document, 'main > section')).toEqual(shownOf(document));
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('holds for losses too', async () => {
    const { textOf, html } = await reportOf({
      ...company,
      'marts.total': [{ ...company['marts.total'][0]!, profit: -1_000 }],
      'marts.whale': [
        {
          customers: 110,
          peak_customers: 8,
          profit: -1_000,
          peak_profit: 500,
          eroded: 1_500,
          peak_share_of_customers: 0.07,
          peak_ratio: null,
        },
      ],
    });
    expect(textOf('h1')).toBe('A loss of €1,000 on 100 customers');
    expect(textOf('#profit')).toContain('so that nothing is left');
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('shows one function as a line and twenty segments as tables', async () => {
    const codes = Array.from({ length: 20 }, (_, i) => `s${i + 1}`);
    const model = {
      ...discriminant,
      functions: [{ ...discriminant.functions[0]!, structure: [0.8, -0.2, 0.3] }],
      classes: codes.map((code, i) => ({ class: code, customers: 5, centroid: [i / 10] })),
      crossValidated: { ...discriminant.crossValidated, classes: codes, counts: codes.map(() => codes.map(() => 1)) },
    };
    const { textOf, document } = await reportOf({
      ...company,
      'segments.segment': codes.map((segment) => ({ segment, name: `Segment ${segment}` })),
      'marts.segment_profit': codes.map((segment) => ({ ...company['marts.segment_profit'][0]!, segment })),
      'models.fitted': [{ model: 'discriminant', name: 'discriminant', run_id: 'r', fitted: JSON.stringify(model) }],
    });
    expect(textOf('#discriminant')).toContain('Segments on the discriminant function');
    expect(document.querySelector('.cards')).toBeNull();
  });
});

describe('where no cost is known', () => {
  const sentence =
    'No costs are known, so profit cannot be told: it would be net revenue by another name. This report shows net revenue instead. For profit, map unit_cost or cost in a source, and state costs in the pipeline.';

  it('says so once, and speaks of profit and its steps nowhere else', async () => {
    const { textOf, html, document } = await reportOf(withoutCosts);
    expect(textOf('h1')).toBe('€90,000 net revenue from 100 customers');
    expect(textOf('#overview .lead')).toContain(sentence);
    for (const query of document.querySelectorAll('.trace, .source')) query.remove();
    const said = textOf('.page').split(sentence);
    expect(said).toHaveLength(2);
    expect(said.join(' ')).not.toMatch(/profit|margin|cost|loss|fulfilment/i);
    for (const image of document.querySelectorAll('svg[role=img]')) {
      expect(image.getAttribute('aria-label')).not.toMatch(/profit|margin|cost|loss/i);
    }
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(document.querySelector(link.getAttribute('href')!)).not.toBeNull();
    }
    expect(html).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('shows net revenue under its name', async () => {
    const { textOf, document } = await reportOf(withoutCosts);
    expect(textOf('#overview .tiles')).toContain('Net revenue each€900per customer');
    expect(textOf('#overview ol')).toContain('has brought €1,350 of net revenue so far, 1.5 times the average');
    expect(textOf('#segments .cards')).toContain('61%');
    const shares = [...document.querySelectorAll('#segments .cards .facts')].map((facts) => {
      const [, figure] = /revenue(\d+)%/.exec(facts.textContent)!;
      return Number(figure);
    });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
    expect(textOf('#segments')).toContain('Shares are of all segments together');
    expect(textOf('#segments .cards')).toContain('Share of net revenue');
    const headings = [...document.querySelectorAll('h2, h3')].map((heading) => heading.textContent);
    expect(headings).toEqual(expect.arrayContaining(['Net revenue', 'Customers against net revenue']));
    expect(textOf('nav')).toContain('Net revenue');
    expect(textOf('#profit')).toContain('People who came by fair bring €1,050 of net revenue each');
    expect([...document.querySelectorAll('#profit .scroll')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Net revenue by segment',
      'How unequally customers share the revenue',
      'By category',
      'By acquisition source',
      'By month',
    ]);
  });
});

describe('who earns, who loses and who is to be kept', () => {
  it('is told with the line that makes them lose, what nobody told, the Gini coefficient and a budget', async () => {
    const { textOf } = await reportOf();
    const text = textOf('#profit');
    expect(text).toContain('What 2 campaigns cost nobody told: it counts as nothing.');
    expect(text).toContain('Contacts: €130, usual for such revenue €12.00; at the usual €22.00 would be left.');
    expect(text).toContain('The Gini coefficient is 0.500');
    expect(text).toContain('1 customer brought back more than they bought');
    expect(text).toMatch(/40%€2\.67worth more than usual, and likelier than usual to leave/);
  });
});

describe('where some cost is known', () => {
  const totalOf = (more: GivenRow): GivenTables => ({
    ...company,
    'marts.total': [{ ...company['marts.total'][0]!, ...more }],
  });

  it('says for what share of net revenue, beside the profit', async () => {
    const { textOf } = await reportOf(totalOf({ revenue_without_cost: 22_500 }));
    const share = 'The cost of goods is known for 75.0% of net revenue';
    expect(textOf('#overview .lead')).toContain(share);
    expect(textOf('#profit .finding')).toContain(share);
    expect(textOf('h1')).toContain('profit');
  });

  it('says nothing of it where all are', async () => {
    expect((await reportOf()).textOf('body')).not.toContain('The cost of goods is known');
  });

  it('shows no gross margin where no cost of goods is, and names the costs that are', async () => {
    const rates = { cost_of_goods: 0, gross_margin: 90_000, revenue_without_cost: 90_000, profit: 79_500 };
    const { textOf } = await reportOf(totalOf(rates));
    expect(textOf('#overview .lead')).toContain('after the cost of fulfilment and contacts.');
    expect(textOf('#overview .lead')).toContain('No cost of goods is known: profit is overstated.');
    expect(textOf('#profit .finding')).toContain('No cost of goods is known');
    expect(textOf('#profit')).not.toMatch(/gross margin|margin rate/i);
  });
});

describe('a discriminant analysis that chance could match', () => {
  const reportOn = (model: object, more: GivenTables = {}) =>
    reportOf({
      ...company,
      ...more,
      'models.fitted': [{ model: 'discriminant', name: 'discriminant', run_id: 'r', fitted: JSON.stringify(model) }],
    });
  const weak = { ...discriminant, crossValidated: { ...discriminant.crossValidated, hitRatio: 0.41 } };
  const noise = {
    ...discriminant,
    functions: discriminant.functions.map((one) => ({ ...one, test: { wilks: 0.99, p: 0.05 } })),
  };

  it('is said to be no better than the largest segment alone', async () => {
    const { textOf } = await reportOn(weak);
    expect(textOf('#discriminant .finding')).toContain('41.0% of the customers would be put into their own segment');
    expect(textOf('#discriminant .finding')).toContain('no better than putting everyone into the largest segment');
    expect(textOf('#discriminant .finding')).not.toContain('more than chance would bring');
  });

  it('is said not to be significant', async () => {
    const { textOf } = await reportOn(noise);
    expect(textOf('#discriminant .finding')).toContain(
      'do not differ in these attributes by more than chance would bring (p = 0.050)',
    );
    expect(textOf('#discriminant')).toContain('0 of 2 functions');
  });

  it.each([
    ['weak', weak],
    ['noise', noise],
  ])('gives nobody a reason to act on prospects: %s', async (_, model) => {
    expect((await reportOf()).textOf('#overview')).toMatch(/resembles? the segment/);
    const { textOf } = await reportOn(model);
    expect(textOf('#overview')).not.toContain('resemble');
    expect(textOf('#discriminant')).toContain(
      '3 prospects could be assigned by their attributes, but no better than by chance.',
    );
  });
});

describe('what to do next', () => {
  const cheap = company['marts.segment_profit'].map((row) => ({ ...row, fulfilment: 0, cost_to_serve: 0 }));
  const given = { ...company, 'marts.segment_profit': cheap };

  const actionsOf = async (more: Partial<ReportContext> = {}): Promise<string[]> => {
    const { document } = await reportOf(given, more);
    return [...document.querySelectorAll('#overview ol li')].map((item) => item.textContent.replace(/\s+/g, ' '));
  };

  it('tells how to find in a larger file those whom it is about', async () => {
    const [keep, winBack, review, approach] = await actionsOf();
    expect(keep).toMatch(/Keep the segment Loyal regulars.* CSV, 40 rows, the lowest priority_rank first, those without one last; each may cost their retention_budget, and nothing where that is empty$/); // prettier-ignore
    expect(winBack).toMatch(/^Win back .* CSV, 100 rows, where rfm_segment is At risk or Can't lose them; the lowest priority_rank first, those without one last; each may cost their retention_budget, and nothing where that is empty$/); // prettier-ignore
    expect(review).toMatch(/the 1 customer who .* CSV, 100 rows, where profit is below 0$/);
    expect(approach).toMatch(/the 1 prospect .* CSV, 20 rows, where likely_segment is s1$/);
  });

  it('calls those to win back by their RFM segments, as the audience of the sample does', async () => {
    const [, winBack] = await actionsOf();
    expect(winBack).toContain("the RFM segments At risk and Can't lose them.");
    expect((await reportOf()).textOf('.answers')).toContain(
      '16 customers who used to buy often or a lot have not bought lately.',
    );
    const { audiences } = parse(readFileSync('pipelines/nightly.yaml', 'utf8')) as Record<
      string,
      Record<string, { where: string }>
    >;
    expect(audiences!['win_back']!.where).toBe("rfm_segment in ('At risk', 'Can''t lose them')");
  });

  it('tells nothing of it where the file holds them alone', async () => {
    const files = [
      { file: 'segments/all-customers.csv', rows: 16 },
      { file: 'segments/prospects.csv', rows: 1 },
    ];
    const [, winBack, review, approach] = await actionsOf({ files });
    expect(winBack).toMatch(
      /CSV, 16 rows, the lowest priority_rank first, those without one last; each may cost their retention_budget, and nothing where that is empty$/,
    );
    expect(review).toMatch(/CSV, 16 rows, where profit is below 0$/);
    expect(approach).toMatch(/CSV, 1 row$/);
  });

  it.runIf(isFull)('takes an audience that is ready, where it holds nobody else', async () => {
    const files = [
      { file: 'segments/all-customers.csv', rows: 100 },
      { file: 'segments/audience-win_back.csv', rows: 1, audience: 'win_back' },
    ];
    const member = { audience: 'win_back', customer_id: 'b', how: 'condition' };
    const audience = { ...company['segments.audience'][0]!, customers: 1, included: 0, excluded: 0 };
    const reviewOf = async (members: GivenTables[string], included = 0): Promise<string> => {
      const { textOf } = await reportOf(
        {
          ...given,
          'segments.audience': [{ ...audience, customers: 1 + included, included }],
          'segments.audience_member': members,
        },
        { files },
      );
      return textOf('#overview ol');
    };
    expect(await reviewOf([member])).toMatch(/Look at the 1 customer .* CSV, 1 row, the audience Tea drinkers/);
    const byHand = { ...member, customer_id: 'a', how: 'included' };
    expect(await reviewOf([member, byHand], 1)).toMatch(/Look at the 1 customer .* the audience Tea drinkers/);
    expect(await reviewOf([{ ...member, customer_id: 'a' }])).toContain('CSV, 100 rows, where profit is below 0');
  });

  it('speaks of no column where there is no file', async () => {
    for (const action of await actionsOf({ files: [] })) expect(action).not.toMatch(/where|CSV/);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '\u2028\u2029\u202e',
  '__proto__',
  'constructor',
  'x'.repeat(10_000),
  "=cmd|' /C calc'!A0",
];

/** The company with one text in every place where data bring text. */
function named(text: string): GivenTables {
  const segments = company['segments.segment'].map((row) => ({ ...row, name: text }));
  const model = { ...discriminant, predictors: discriminant.predictors.map(() => ({ predictor: `gender=${text}` })) };
  return {
    ...company,
    'segments.segment': segments,
    'marts.segment_category': company['marts.segment_category'].map((row) => ({
      ...row,
      category: row.category + text,
    })),
    'marts.category_profit': company['marts.category_profit'].map((row) => ({ ...row, category: row.category + text })),
    'marts.source_profit': company['marts.source_profit'].map((row) => ({
      ...row,
      acquisition_source: row.acquisition_source + text,
    })),
    'marts.rfm_segment_profit': company['marts.rfm_segment_profit'].map((row) => ({
      ...row,
      rfm_segment: row.rfm_segment + text,
    })),
    'raw.loads': company['raw.loads'].map((row) => ({ ...row, source: text, table_name: text, file: text })),
    'raw.rejects': company['raw.rejects'].map((row) => ({ ...row, source: text, reason: text, column_name: text })),
    'models.fitted': [{ model: 'discriminant', name: text, run_id: 'r', fitted: JSON.stringify(model) }],
  };
}

describe('names in the data', () => {
  it.each((isFull ? hostile : hostile.slice(0, 2)).map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
    'are shown, never run: %s',
    async (_, text) => {
      const plain = await reportOf(named('Name'));
      const { html, document } = await reportOf(named(text), {
        title: text,
        warnings: [text],
        runId: text,
        files: [{ file: `segments/${text.slice(0, 100)}.csv`, rows: 1, segment: 's1' }],
      });
      const count = (page: Document, selector: string): number => page.querySelectorAll(selector).length;
      for (const selector of ['script', 'img', 'iframe', 'object', 'link', 'style', 'form', 'svg', 'table']) {
        expect([selector, count(document, selector)]).toEqual([selector, count(plain.document, selector)]);
      }
      const attributes = [...document.querySelectorAll('*')].flatMap((node) =>
        [...node.attributes].map(({ name }) => name),
      );
      expect(attributes.filter((name) => /^on/i.test(name))).toEqual([]);
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(#|segments\/)/);
      expect(document.querySelector('.eyebrow .name')!.textContent).toBe(text.replace('\u202e', ''));
      expect(html.split('<script')).toHaveLength(2);
    },
  );
});

describe('the policy', () => {
  it('lets nothing be loaded or sent; the style sheet and the script are allowed by their hashes alone', async () => {
    const { html, document } = await reportOf();
    const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!;
    const [, style] = /<style>([^]*?)<\/style>/.exec(html)!;
    const [, script] = /<script>([^]*?)<\/script>/.exec(html)!;
    const [hash, code] = [style!, script!].map((text) => createHash('sha256').update(text).digest('base64'));
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; script-src 'sha256-${code}'; base-uri 'none'; form-action 'none'`,
    );
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(1);
  });

  it('has no address outside the release', async () => {
    const { html } = await reportOf();
    expect(html).not.toMatch(/https?:|\/\/[a-z]|url\(|@import|src=/i);
  });
});

describe('what crosses to TypeScript', () => {
  it('does not grow with customers', async () => {
    const crossed = async (customers: number): Promise<number> => {
      const [prospect, buyer] = [company['marts.customer'][0]!, company['marts.customer'][5]!];
      const engine = await warehouseOf({
        ...company,
        'marts.customer': Array.from({ length: customers }, (_, i) => ({
          ...(i % 2 === 0 ? prospect : buyer),
          customer_id: `c${i}`,
        })),
      });
      let rows = 0;
      const counted = {
        rows: async (...parameters: Parameters<Engine['rows']>) => {
          const found = await engine.rows(...parameters);
          rows += found.length;
          return found;
        },
      } as Engine;
      await buildReport(counted, context);
      return rows;
    };
    expect(await crossed(200)).toBe(await crossed(20));
  });
});
