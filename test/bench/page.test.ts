import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pageOf, type Benchmarks } from '../../bench/nightly/page.ts';

const docs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

it('docs/benchmarks.md is made of the figures that are kept', async () => {
  const kept = JSON.parse(readFileSync(docs('benchmarks.json'), 'utf8')) as Benchmarks;
  await expect(pageOf(kept)).toMatchFileSnapshot(docs('benchmarks.md'));
});

it('the page says who is faster at each size, and which aims are met', () => {
  const night = (load: number, rest: number, megabytes: number) => {
    const stage = (name: string, seconds: number) => ({ stage: name, seconds, processor: 2 * seconds, megabytes });
    return { stages: [stage('load', load), stage('rfm', rest)], whole: stage('whole', load + rest) };
  };
  const size = { lines: 10_000, contacts: 5_000, night: night(2, 0.2, 100), next: night(0.1, 0.1, 100) };
  const page = pageOf({
    ...{ day: '2026-01-02', machine: 'one' },
    sizes: [
      { ...size, customers: 1_000, peer: night(1, 0.1, 50) },
      { ...size, customers: 2_000, peer: night(20, 2, 400) },
      { ...size, customers: 4_000 },
    ],
  });
  const lines = page.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Measured on 2026-01-02. Machine: one.',
      '- 1,000 customers: bezero is **slower**: bezero takes 2.2 s, pandas & co. 1.1 s (2.00 times as long), with 2.00 of their memory.',
      '- 2,000 customers: bezero is **faster**: bezero takes 2.2 s, pandas & co. 22.0 s (10.00 times as fast), with 0.25 of their memory.',
      '- 4,000 customers: bezero takes 2.2 s; pandas & co. were not run.',
      '| aim | at 2,000 customers |  |',
      '| 8 times as fast as pandas & co. | 10.00 | met |',
      '| the load of the next night at most 1/20 (0.05) of that of the first | 0.05 | met |',
      '| load | 2.0 | 4.0 | 100 | 0.1 | 1.0 | 2.0 | 50 | 0.50 |',
      '| rfm | 0.2 | 0.4 | 100 | 0.1 | 0.1 | 0.2 | 50 | – |',
      '| load | 2.0 | 4.0 | 100 | 0.1 |',
    ]),
  );
  expect(pageOf({ day: '', machine: '', sizes: [{ ...size, customers: 9, peer: night(2, 2, 100) }] })).toContain(
    '| at most half of their memory | 1.00 | not met |',
  );
});
